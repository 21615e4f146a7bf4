import type { Finding } from '../../knowledge/index.ts';

/** Said under a connected answer: what it is, and that the exact words stand below. */
export const REWORDED =
  'Đoạn trên do máy viết lại cho dễ đọc, từng câu đã được đối chiếu với văn bản; nguyên văn ở các trích dẫn dưới đây.';

/** The checked sentences as one paragraph, each with its full stop. */
export function claimsText(claims: NonNullable<Finding['claims']>): string {
  const sentences = claims.map(({ text }) => sentence(text.trim()));
  return `${sentences.join(' ')}\n(${REWORDED})`;
}

function sentence(text: string): string {
  const begun = text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
  return /[.;:…]["”’)]*$/u.test(begun) ? begun.replace(/[;:]$/u, '.') : `${begun}.`;
}
