import type { Laid } from '../sentence.ts';
import { placesOf } from '../sentence.ts';
import { EXCEPTIONS } from '../words/gate-words.ts';
import { NOT_EXCEPT } from './check-modality.ts';
import { isContent } from './check-words.ts';

/** “Nơi không còn quần chúng thì không phải …” of a sentence that makes an exception of those: “(trừ những nơi …)”. */
export function exempts({ claim, aligned, evidence }: Laid, at: number): boolean {
  if (!/^(?:phải|cần|bắt|áp)$/u.test(claim[at + 1]?.text ?? '')) return false;
  return placesOf(evidence.tokens, EXCEPTIONS.slice(0, 3)).some(({ at: from, length }) => {
    if (evidence.parts[from] !== 'own' || NOT_EXCEPT.has(evidence.tokens[from - 1]?.text ?? '')) return false;
    const end = evidence.tokens.findIndex((token, i) => i > from && token.kind === 'stop');
    const excepted = (place: number): boolean => place >= from + length && (end < 0 || place < end);
    const before = claim.flatMap((_, i) => (i < at && isContent(claim, aligned, i) ? [i] : []));
    return before.length > 0 && before.every(i => aligned[i]!.some(excepted));
  });
}
