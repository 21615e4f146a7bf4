import type { Check } from '../sentence.ts';
import { isContent } from './check-words.ts';

/** “lấy A làm B”: places from `take` over `make` to `end`. */
interface Basis {
  take: number;
  make: number;
  end: number;
}

/** Words right before “… được lấy làm cơ sở”. */
const NEAR = 8;

/** “Lấy A làm cơ sở đánh giá B”: B is no basis for A, nor A for what another is taken for. */
export const checkBasis: Check = ({ claim, aligned, evidence: { tokens, parts } }) => {
  const pairs = tokens.flatMap(({ text }, take): Basis[] => {
    if (text !== 'lấy' || parts[take] !== 'own') return [];
    const make = tokens.findIndex((token, i) => i > take && i < take + 30 && token.text === 'làm');
    if (make < 0) return [];
    const end = tokens.findIndex((token, i) => i > make && (token.text === 'lấy' || token.text === ';'));
    return [{ take, make, end: end < 0 ? tokens.length : end }];
  });
  if (pairs.length === 0) return null;
  for (const [at, { text }] of claim.entries()) {
    if (text !== 'làm' && text !== 'là') continue;
    const called = claim[at + 1]?.text;
    const [pair, another] = pairs.filter(
      ({ make }) => tokens[make + 1]?.text === called && tokens[make + 2]?.text === claim[at + 2]?.text,
    );
    if (!pair || another) continue;
    const from = claim.findLastIndex(
      (token, i) =>
        i < at &&
        (token.text === ';' ||
          token.text === 'còn' ||
          (token.text === 'lấy' && claim[i + 1]?.text !== 'làm')),
    );
    const said = claim
      .flatMap((token, i) =>
        i > from && i < at && token.text !== 'lấy' && isContent(claim, aligned, i) ? [token] : [],
      )
      .slice(-NEAR)
      .map(({ text: word }) => tokens.flatMap((token, i) => (token.text === word ? [i] : [])))
      .filter(places => places.length > 0);
    const share = (low: number, high: number): number =>
      said.filter(places => places.some(place => place > low && place < high)).length;
    if (said.length >= 3 && share(pair.take, pair.make) < said.length / 2) return 'order';
  }
  return null;
};
