import type { Laid } from '../sentence.ts';
import { onlyWhen } from '../words/light-words.ts';

/** “chỉ khi …” of a condition, “chỉ cần một trong …” of one that is enough, “chỉ có hai mức” of what is counted. */
export function onlyAllowed(laid: Laid, at: number): boolean {
  return onlyWhen(laid.claim, at, laid.evidence) || countsLevels(laid, at) || oneIsEnough(laid, at);
}

function oneIsEnough({ claim, evidence }: Laid, at: number): boolean {
  if (claim[at + 1]?.text !== 'cần') return false;
  const oneOf = (value: string): boolean =>
    value === '1' &&
    evidence.tokens.some(token => token.kind === 'number' && token.value === '1' && token.sign === '>=');
  return claim.some(
    (token, i) =>
      i > at &&
      i < at + 11 &&
      token.kind === 'number' &&
      (claim[i + 1]?.text === 'trong' || oneOf(token.value)),
  );
}

/** “chỉ có hai mức: …” of a sentence that counts them and names them. */
function countsLevels({ claim, evidence }: Laid, at: number): boolean {
  const number = claim[at + 2];
  if (claim[at + 1]?.text !== 'có' || number?.kind !== 'number') return false;
  return evidence.tokens.some(
    (token, i) =>
      token.kind === 'number' &&
      token.value === number.value &&
      token.sign === '=' &&
      [2, 3].some(k => evidence.tokens[i + k]?.text === ':'),
  );
}
