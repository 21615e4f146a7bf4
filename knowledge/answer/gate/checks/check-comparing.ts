import type { Check, Laid } from '../sentence.ts';
import { samePlaces } from '../words/align.ts';
import { firstContent } from './first-content.ts';

/** What goes before and after, together, outside, more than and most is as the sentence has it. */
export const checkComparing: Check = laid => {
  const { claim, aligned, evidence } = laid;
  if (outside(claim, evidence)) return 'scope';
  if (!sidesKept(claim, aligned, evidence) || togetherInstead(claim, evidence)) return 'order';
  if (duringInstead(laid)) return 'order';
  return mostInvented(laid) || comparesOther(claim, aligned, evidence) ? 'scope' : null;
};

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
    // “sau khi A, B” of “A, sau đó B”
    const inTurn = places.some(
      place => evidence.tokens[place + 1]?.text === 'đó' && aligned[next]!.some(at => at < place),
    );
    if (inTurn) continue;
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
  const atOnce = claim.some(
    (token, i) => token.text === 'đồng' && claim[i + 1]?.text === 'thời' && claim[i + 2]?.text === 'với',
  );
  if (atOnce && (places.has('trước') || places.has('sau'))) return true;
  return together && !places.has('cùng') && (places.has('trước') || places.has('sau'));
}

/** “tại cuộc họp” of a sentence that has it “trước khi họp” and nowhere during it. */
function duringInstead({ claim, aligned, evidence: { tokens, parts } }: Laid): boolean {
  if (claim.some(token => token.text === 'trước')) return false;
  const behind = (place: number, words: RegExp): boolean =>
    tokens.slice(Math.max(0, place - 3), place).some(token => words.test(token.text));
  return claim.some((token, i) => {
    if (!/^(?:tại|trong)$/u.test(token.text)) return false;
    const event = firstContent(
      claim,
      aligned,
      /^(?:cuộc|buổi|kỳ)$/u.test(claim[i + 1]?.text ?? '') ? i + 1 : i,
    );
    if (event === null || event > i + 2) return false;
    const places = tokens.flatMap((each, at) =>
      each.text === claim[event]!.text && parts[at] === 'own' ? [at] : [],
    );
    return (
      places.some(place => behind(place, /^trước$/u)) &&
      !places.some(place => behind(place, /^(?:tại|trong|ở)$/u))
    );
  });
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
