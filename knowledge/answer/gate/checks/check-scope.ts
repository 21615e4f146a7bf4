import type { Check, Laid } from '../sentence.ts';
import { placesOf } from '../sentence.ts';
import { samePlaces } from '../words/align.ts';
import { EXCEPTIONS, KEEPERS, SCOPES } from '../words/gate-words.ts';
import { onlyWhen } from '../words/light-words.ts';
import { NOT_EXCEPT } from './check-modality.ts';
import { firstContent, isNegation } from './check-negation.ts';

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
    const behind = (i: number, most: number): boolean =>
      places.some(place => aligned[i]!.some(at => at > place && at <= place + most));
    const after = firstContent(claim, aligned, next);
    // Further on in a list, the next word has to follow too: “trước khi … , xét khen thưởng”.
    if (!behind(next, 6) && !(after !== null && behind(next, 10) && behind(after, 10))) return false;
  }
  return true;
}

/** “cùng lúc với B” where the sentence has A before or after it. */
function togetherInstead(claim: Laid['claim'], { places }: Laid['evidence']): boolean {
  const together = claim.some(
    (token, i) => token.text === 'cùng' && /^(?:lúc|thời)$/u.test(claim[i + 1]?.text ?? ''),
  );
  return together && !places.has('cùng') && (places.has('trước') || places.has('sau'));
}

/** “ngoài phạm vi” of a sentence that has no “ngoài”. */
function outside(claim: Laid['claim'], { places }: Laid['evidence']): boolean {
  return claim.some(
    (token, i) =>
      token.text === 'ngoài' &&
      (i > 0 || /^(?:phạm|diện)$/u.test(claim[1]?.text ?? '')) &&
      claim[i - 1]?.kind !== 'stop' &&
      !/^(?:ra|việc)$/u.test(claim[i + 1]?.text ?? '') &&
      !places.has('ngoài'),
  );
}

/** “so với X” where the sentence compares with another. */
function comparesOther(claim: Laid['claim'], aligned: Laid['aligned'], evidence: Laid['evidence']): boolean {
  return claim.some((token, i) => {
    if (token.text !== 'so' || claim[i + 1]?.text !== 'với') return false;
    const next = firstContent(claim, aligned, i + 1);
    const veryPlaces = (at: number): readonly number[] => {
      const very = samePlaces(claim[at]!, evidence).filter(place => evidence.parts[place] === 'own');
      return very.length > 0 ? very : aligned[at]!;
    };
    const places = (evidence.places.get('so') ?? []).filter(at => evidence.tokens[at + 1]?.text === 'với');
    return (
      places.length === 0 ||
      (next !== null && !veryPlaces(next).some(p => places.some(at => p > at && p <= at + 6)))
    );
  });
}

/** “quan trọng nhất” where the sentence has “nhất” beside another word. */
function mostInvented({ claim, aligned, evidence }: Laid): boolean {
  return claim.some((token, i) => {
    if (token.text !== 'nhất' || ['là', 'trí', 'quán', 'thiết'].includes(claim[i + 1]?.text ?? ''))
      return false;
    const before = claim[i - 1]?.text;
    if (before === 'thống' || before === 'duy') return false;
    // “chú ý nhất …” for “nhất là …”.
    const regarded = /^(?:chú ý|lưu ý|quan tâm|chú trọng|coi trọng)$/u.test(
      `${claim[i - 2]?.text} ${before}`,
    );
    const above = (place: number): boolean => regarded && evidence.tokens[place + 1]?.text === 'là';
    return !(evidence.places.get('nhất') ?? []).some(
      place =>
        above(place) || evidence.tokens[place - 1]?.text === before || aligned[i - 1]?.includes(place - 1),
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
export const checkScope: Check = laid => {
  const { claim, aligned, evidence, mentions } = laid;
  const whole = evidence.tokens.some(
    token => token.kind === 'number' && token.percent && token.value === '100',
  );
  if (outside(claim, evidence)) return 'scope';
  if (!sidesKept(claim, aligned, evidence) || togetherInstead(claim, evidence)) return 'order';
  if (mostInvented(laid) || comparesOther(claim, aligned, evidence)) return 'scope';
  // “chỉ khi …” of a condition, “chỉ cần một trong …” of one that is enough.
  const oneOf = (value: string): boolean =>
    value === '1' &&
    evidence.tokens.some(token => token.kind === 'number' && token.value === '1' && token.sign === '>=');
  const onlyIf = (at: number): boolean =>
    onlyWhen(claim, at, evidence) ||
    levels(at) ||
    (claim[at + 1]?.text === 'cần' &&
      claim.some(
        (token, i) =>
          i > at &&
          i < at + 11 &&
          token.kind === 'number' &&
          (claim[i + 1]?.text === 'trong' || oneOf(token.value)),
      ));
  // “chỉ có hai mức: …” of a sentence that counts them and names them.
  const levels = (at: number): boolean => {
    const number = claim[at + 2];
    return (
      claim[at + 1]?.text === 'có' &&
      number?.kind === 'number' &&
      evidence.tokens.some(
        (token, i) =>
          token.kind === 'number' &&
          token.value === number.value &&
          token.sign === '=' &&
          [2, 3].some(k => evidence.tokens[i + k]?.text === ':'),
      )
    );
  };
  for (const line of [...SCOPES, KEEPERS[1]!]) {
    const said = placesOf(claim, line).filter(
      ({ at, length }) =>
        !(
          length === 1 &&
          claim[at]!.text === 'chỉ' &&
          (NOT_ONLY.has(claim[at + 1]?.text ?? '') || onlyIf(at))
        ),
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
      const very = samePlaces(claim[next]!, evidence).filter(place => evidence.parts[place] === 'own');
      const same = cited.some(each =>
        (very.length > 0 ? very : aligned[next]!).some(
          place => place >= each.at && place <= each.at + each.length + 2,
        ),
      );
      if (!same) return 'scope';
    }
  }
  // “chi bộ hoặc đảng bộ” of those that the sentence lists with a comma.
  const listed = (at: number): boolean =>
    mentions.some(each => each.to === at) &&
    mentions.some(each => each.from === at + 1) &&
    !/(?<!\p{L})(?:và|hoặc|hay)(?!\p{L})/u.test(evidence.own);
  const either = claim.findIndex((token, i) => (token.text === 'hoặc' || token.text === 'hay') && !listed(i));
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
