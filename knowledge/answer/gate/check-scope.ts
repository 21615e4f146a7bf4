import { NOT_EXCEPT } from './check-modality.ts';
import { firstContent, isNegation } from './check-negation.ts';
import { EXCEPTIONS, KEEPERS, SCOPES } from './gate-words.ts';
import type { Check, Laid } from './sentence.ts';
import { placesOf } from './sentence.ts';

/** “A trước khi B”: what stands behind “trước” and “sau” stands behind them in the sentence. */
function sidesKept(claim: Laid['claim'], aligned: Laid['aligned'], evidence: Laid['evidence']): boolean {
  for (const [i, token] of claim.entries()) {
    if (token.kind !== 'word' || (token.text !== 'trước' && token.text !== 'sau')) continue;
    const next = firstContent(claim, aligned, i);
    const places = evidence.places.get(token.text) ?? [];
    if (next === null || places.length === 0) continue;
    if (!places.some(place => aligned[next]!.some(at => at > place && at <= place + 6))) return false;
  }
  return true;
}

const OTHER_LINK: Readonly<Record<string, string>> = { và: 'hoặc', hoặc: 'và' };
const NOT_ONLY = new Set(['tiêu', 'đạo', 'thị', 'huy', 'số', 'rõ', 'dẫn', 'đúng']);

/** “Tất cả”, “chỉ”, “phần lớn” and exceptions are the sentence's own. */
export const checkScope: Check = ({ claim, aligned, evidence, mentions }) => {
  const whole = evidence.tokens.some(
    token => token.kind === 'number' && token.percent && token.value === '100',
  );
  if (!sidesKept(claim, aligned, evidence)) return 'order';
  for (const line of [...SCOPES, KEEPERS[1]!]) {
    const said = placesOf(claim, line).filter(
      ({ at, length }) =>
        !(length === 1 && claim[at]!.text === 'chỉ' && NOT_ONLY.has(claim[at + 1]?.text ?? '')),
    );
    if (said.length === 0) continue;
    const cited = placesOf(evidence.tokens, line).filter(
      ({ at }) => !(evidence.tokens[at]!.text === 'chỉ' && NOT_ONLY.has(evidence.tokens[at + 1]?.text ?? '')),
    );
    if (cited.length === 0) {
      if (!(whole && line === SCOPES[0])) return 'scope';
      continue;
    }
    // What is “all” or “some” is the same thing.
    for (const { at, length } of said) {
      const next = firstContent(claim, aligned, at + length - 1);
      if (next === null) continue;
      const same = cited.some(each =>
        aligned[next]!.some(place => place >= each.at && place <= each.at + each.length + 2),
      );
      if (!same) return 'scope';
    }
  }
  const either = claim.findIndex(token => token.text === 'hoặc' || token.text === 'hay');
  const negated = claim.slice(0, Math.max(0, either)).some(isNegation);
  if (either >= 0 && !negated && !/(?:hoặc|hay|\/)/iu.test(`${evidence.own} ${evidence.head}`))
    return 'scope';
  for (const [i, token] of claim.entries()) {
    const other = token.kind === 'word' ? OTHER_LINK[token.text] : undefined;
    if (!other) continue;
    const named = mentions.some(each => each.from === i + 1);
    if (!named && claim[i - 1]?.kind === 'word' && claim[i - 1]!.text === claim[i + 1]?.text) return 'scope';
    if (!aligned[i - 1] || !aligned[i + 1]) continue;
    const linked = aligned[i - 1]!.some(
      place => aligned[i + 1]!.includes(place + 2) && evidence.tokens[place + 1]!.text === other,
    );
    if (linked) return 'scope';
  }
  const excepting = placesOf(claim, EXCEPTIONS.slice(0, 4)).filter(
    ({ at }) => !NOT_EXCEPT.has(claim[at - 1]?.text ?? ''),
  );
  if (excepting.length > 0 && placesOf(evidence.tokens, EXCEPTIONS).length === 0) return 'scope';
  return null;
};
