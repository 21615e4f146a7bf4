import { NOT_EXCEPT } from './check-modality.ts';
import { firstContent, isNegation } from './check-negation.ts';
import { EXCEPTIONS, KEEPERS, SCOPES } from './gate-words.ts';
import type { Check, Laid } from './sentence.ts';
import { placesOf } from './sentence.ts';

/** “A trước khi B”: what stands behind “trước” and “sau” stands behind them in the sentence. */
function sidesKept(claim: Laid['claim'], aligned: Laid['aligned'], evidence: Laid['evidence']): boolean {
  for (const [i, token] of claim.entries()) {
    const last = claim[i - 1]?.text;
    // “A rồi mới B”: A before B.
    const then = token.text === 'mới' && (last === 'rồi' || last === 'xong' || last === 'đó');
    if (token.kind !== 'word' || !(then || token.text === 'trước' || token.text === 'sau')) continue;
    const next = firstContent(claim, aligned, i);
    const places = evidence.places.get(then ? 'trước' : token.text) ?? [];
    if (next === null || (places.length === 0 && !then)) continue;
    if (!places.some(place => aligned[next]!.some(at => at > place && at <= place + 6))) return false;
  }
  return true;
}

/** “so với X” where the sentence compares with another. */
function comparesOther(claim: Laid['claim'], aligned: Laid['aligned'], evidence: Laid['evidence']): boolean {
  return claim.some((token, i) => {
    if (token.text !== 'so' || claim[i + 1]?.text !== 'với') return false;
    const next = firstContent(claim, aligned, i + 1);
    const places = (evidence.places.get('so') ?? []).filter(at => evidence.tokens[at + 1]?.text === 'với');
    return (
      places.length === 0 ||
      (next !== null && !aligned[next]!.some(p => places.some(at => p > at && p <= at + 6)))
    );
  });
}

/** “quan trọng nhất” where the sentence has “nhất” beside another word. */
function mostInvented(claim: Laid['claim'], aligned: Laid['aligned'], evidence: Laid['evidence']): boolean {
  return claim.some((token, i) => {
    if (token.text !== 'nhất' || ['là', 'trí', 'quán', 'thiết'].includes(claim[i + 1]?.text ?? ''))
      return false;
    const before = claim[i - 1]?.text;
    if (before === 'thống' || before === 'duy') return false;
    return !(evidence.places.get('nhất') ?? []).some(
      place => evidence.tokens[place - 1]?.text === before || aligned[i - 1]?.includes(place - 1),
    );
  });
}

/** “A hoặc B” stands between the same words in the sentence. */
function chooses(
  at: number,
  claim: Laid['claim'],
  aligned: Laid['aligned'],
  { tokens, parts }: Laid['evidence'],
): boolean {
  const next = firstContent(claim, aligned, at);
  if (next === null || next > at + 3) return true;
  const links = tokens.flatMap((token, i) =>
    /^(?:hoặc|hay)$/u.test(token.text) && parts[i] !== 'before' ? [i] : [],
  );
  return (
    links.length === 0 || links.some(link => aligned[next]!.some(place => place > link && place <= link + 8))
  );
}

const OTHER_LINK: Readonly<Record<string, string>> = { và: 'hoặc', hoặc: 'và' };
const NOT_ONLY = new Set(['tiêu', 'đạo', 'thị', 'huy', 'số', 'rõ', 'dẫn', 'đúng']);

/** “Tất cả”, “chỉ”, “phần lớn” and exceptions are the sentence's own. */
export const checkScope: Check = ({ claim, aligned, evidence, mentions }) => {
  const whole = evidence.tokens.some(
    token => token.kind === 'number' && token.percent && token.value === '100',
  );
  if (!sidesKept(claim, aligned, evidence)) return 'order';
  if (mostInvented(claim, aligned, evidence) || comparesOther(claim, aligned, evidence)) return 'scope';
  for (const line of [...SCOPES, KEEPERS[1]!]) {
    const said = placesOf(claim, line).filter(
      ({ at, length }) =>
        !(length === 1 && claim[at]!.text === 'chỉ' && NOT_ONLY.has(claim[at + 1]?.text ?? '')),
    );
    if (said.length === 0) continue;
    // “toàn bộ”, “tất cả” for “toàn”, “mỗi”, “từng”.
    const cited = placesOf(
      evidence.tokens,
      line === SCOPES[0] ? [...line, ['toàn'], ['mỗi'], ['từng']] : line,
    ).filter(
      ({ at }) =>
        (line === SCOPES[0] || evidence.parts[at] === 'own') &&
        !(evidence.tokens[at]!.text === 'chỉ' && NOT_ONLY.has(evidence.tokens[at + 1]?.text ?? '')),
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
  const negated = claim.slice(0, Math.max(0, either)).some(token => isNegation(token) || token.text === 'dù');
  const bothWays = claim[either + 1]?.text === 'không' && claim[either - 1]?.text === claim[either + 2]?.text;
  if (either >= 0 && !negated && !bothWays && !chooses(either, claim, aligned, evidence)) return 'scope';
  if (
    either >= 0 &&
    !negated &&
    !bothWays &&
    !/(?<!\p{L})(?:hoặc|Hoặc|hay)(?!\p{L})|\p{Ll}\/\p{Ll}/u.test(`${evidence.own} ${evidence.head}`)
  )
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
    const both = claim[i + 1]?.text === 'không' && claim[i - 1]?.text === claim[i + 2]?.text;
    if (linked && !both) return 'scope';
  }
  const excepting = placesOf(claim, EXCEPTIONS.slice(0, 4)).filter(
    ({ at }) => !NOT_EXCEPT.has(claim[at - 1]?.text ?? ''),
  );
  if (excepting.length > 0 && placesOf(evidence.tokens, EXCEPTIONS).length === 0) return 'scope';
  return null;
};
