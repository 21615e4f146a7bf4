import type { Laid } from '../sentence.ts';
import { placesOf } from '../sentence.ts';
import { EXCEPTIONS, NEGATIONS } from '../words/gate-words.ts';
import { isContent } from './check-words.ts';
import { firstContent } from './first-content.ts';

// “khai trừ”, “phòng trừ” make no exception.
export const NOT_EXCEPT = new Set(['khai', 'phòng', 'bài', 'loại', 'khấu']);

/** “Nơi không còn quần chúng thì không phải …” of a sentence that makes an exception of those: “(trừ những nơi …)”. */
export function exempts({ claim, aligned, evidence, light }: Laid, at: number): boolean {
  if (!/^(?:phải|cần|bắt|áp|đặt|tính|thuộc)$/u.test(claim[at + 1]?.text ?? '')) return false;
  return placesOf(evidence.tokens, EXCEPTIONS.slice(0, 3)).some(({ at: from, length }) => {
    if (evidence.parts[from] !== 'own' || NOT_EXCEPT.has(evidence.tokens[from - 1]?.text ?? '')) return false;
    const end = evidence.tokens.findIndex((token, i) => i > from && token.kind === 'stop');
    const excepted = (place: number): boolean => place >= from + length && (end < 0 || place < end);
    // “không thuộc diện không phải …” says the reverse; “nơi không còn quần chúng” is the exception's own.
    const twice = claim.some(
      (token, i) =>
        i > at &&
        NEGATIONS.has(token.text) &&
        !(aligned[firstContent(claim, aligned, i) ?? i] ?? []).some(excepted),
    );
    if (twice) return false;
    const said = (side: (i: number) => boolean): boolean => {
      const words = claim.flatMap((_, i) =>
        side(i) && !light.has(i) && isContent(claim, aligned, i) ? [i] : [],
      );
      return words.length > 0 && words.every(i => aligned[i]!.some(excepted));
    };
    return said(i => i < at) || said(i => i > at + 1);
  });
}
