import type { Check } from '../sentence.ts';
import { isContent } from './check-words.ts';

const VERDICT =
  /(?<!\p{L})(?:đạt|đủ điều kiện|đủ tiêu chuẩn|được công nhận|hoàn thành tiêu chí|có hiệu quả|được xếp loại|bị hủy|hợp lệ)(?!\p{L})/u;
const WORDS_OF_VERDICT = new Set(
  'đạt không chưa đã vẫn đủ điều kiện tiêu chuẩn được công nhận xét xếp loại hiệu quả hợp lệ môhìnhbốntốt môhìnhbatốt kết quả danh hiệu đánh giá mức mô hình thực hiện'.split(
    ' ',
  ),
);

/** A verdict stands only beside what it depends on: “không đạt khi …”, never “chi bộ không đạt”. */
export const checkVerdict: Check = ({ claim, aligned, mentions, text }) => {
  const said = text
    .toLowerCase()
    .normalize('NFC')
    .replace(/đạt(?: và| hoặc| hay|,) không đạt/gu, '');
  if (/đạt(?:,| và| hoặc) đạt/u.test(said)) return 'verdict';
  if (!VERDICT.test(said)) return null;
  const other = claim.filter(
    (token, i) =>
      token.kind === 'number' ||
      token.kind === 'rank' ||
      (isContent(claim, aligned, i) &&
        !WORDS_OF_VERDICT.has(token.text) &&
        !mentions.some(m => m.from <= i && i < m.to) &&
        !['chi', 'đảng', 'bộ', 'cơ', 'sở'].includes(token.text)),
  );
  return other.length >= 2 || mentions.some(m => m.role === 'by' || m.role === 'competent')
    ? null
    : 'verdict';
};
