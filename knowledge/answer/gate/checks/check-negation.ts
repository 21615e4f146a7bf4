import type { Evidence } from '../evidence.ts';
import type { Token } from '../reading/token.ts';
import type { Check, Laid } from '../sentence.ts';
import { frontOf } from '../sentence.ts';
import { samePlaces } from '../words/align.ts';
import { FREE, NEGATIONS } from '../words/gate-words.ts';
import { isContent } from './check-words.ts';
import { exempts } from './exempted.ts';
import { firstContent } from './first-content.ts';
import { reached } from './reach-of-negation.ts';

/** “không”, “chưa”, … */
export const isNegation = (token: Token | undefined): boolean =>
  token?.kind === 'word' && NEGATIONS.has(token.text);
/** “không cần”, “không phải”, “không bắt buộc”. */
const DUTY = /^(?:cần|phải|bắt|nhất)$/u;

/** A negation of the claim stands in the sentence before the same words, and none of the sentence's is lost. */
export const checkNegation: Check = laid => {
  const { claim, aligned, evidence, light } = laid;
  const { tokens, parts } = evidence;
  const cited = tokens.flatMap((token, i) => (isNegation(token) && parts[i] !== 'before' ? [i] : []));
  const reach = cited.map(at => reached(tokens, at));
  const near = new Set(reach.flatMap(each => [...each.near]));
  const wide = new Set(reach.flatMap(each => [...each.wide]));
  const first = new Set(cited.flatMap(at => firstWords(tokens, at)));
  const claimed = claim.flatMap((token, i) => (isNegation(token) ? [i] : []));
  const claimReach = claimed.map(at => reached(claim, at));
  // “X không bị Y” says of X that there is none that is.
  for (const [k, at] of claimed.entries()) {
    const behind = claim
      .slice(at + 1, at + 6)
      .map(token => token.text)
      .join(' ');
    if (!/^(?:bị(?: |$)|(?:được )?để xảy ra|được có(?: |$))/u.test(behind)) continue;
    for (let i = at - 1; i >= 0 && claim[i]!.text !== ';'; i--) claimReach[k]!.wide.add(i);
  }
  for (const at of claimed) {
    if (isNegation(claim[at + 1])) return 'negation';
    if (exempts(laid, at)) continue;
    // “Yêu cầu này không được đặt ra”
    const waived = /^(?:được )?(?:đặt ra|yêu cầu|áp dụng)/u.test(
      claim
        .slice(at + 1, at + 4)
        .map(token => token.text)
        .join(' '),
    );
    if (waived) return 'negation';
    const duty = DUTY.test(claim[at + 1]?.text ?? '');
    if (duty && !cited.some(place => DUTY.test(tokens[place + 1]?.text ?? ''))) return 'negation';
    const word = firstContent(claim, aligned, at);
    if (word === null) return 'negation';
    const own = aligned[word]!.filter(place => parts[place] === 'own');
    const places = own.length > 0 ? own : aligned[word]!;
    if (!places.some(place => near.has(place) || wide.has(place))) return 'negation';
    // “không còn A thì không B”: one that is borrowed from afar goes on in a list only.
    const last = claimed.findLast(each => each < at);
    const goesOn = claim.slice(last, at).some(token => /^(?:[,;]|và|hoặc|hay|cũng)$/u.test(token.text));
    const very = samePlaces(claim[word]!, evidence);
    const right = (very.length > 0 ? very : places).some(place => first.has(place));
    if (last !== undefined && !goesOn && !right) return 'negation';
  }
  if (cited.some(at => parts[at] === 'own' && losesIt(claim, evidence, at))) return 'negation';
  const claimNear = new Set(claimReach.flatMap(each => [...each.near]));
  const claimWide = new Set(claimReach.flatMap(each => [...each.wide]));
  const front = frontOf(claim);
  /** “Một điều kiện là …” beside “những điều đảng viên không được làm”. */
  const condition = (i: number): boolean => /^điều kiện$/u.test(`${claim[i]!.text} ${claim[i + 1]?.text}`);
  /** “Về kỷ luật, …”: the heading’s word for what is spoken of. */
  const named = (i: number): boolean => i < front && aligned[i]!.some(place => parts[place] === 'head');
  for (let i = 0; i < claim.length; i++) {
    if (!isContent(claim, aligned, i) || named(i) || inHeading(claim, aligned, evidence, i)) continue;
    // The very word, where it is there, tells more than one that says the same.
    const same = samePlaces(claim[i]!, evidence).filter(place => parts[place] === 'own');
    // “làm nghĩa vụ” for “thực hiện nghĩa vụ”, beside “không được làm”.
    const next = firstContent(claim, aligned, i);
    const done = aligned[i]!.filter(
      place => next !== null && aligned[next]!.some(each => each > place && each <= place + 3),
    );
    const made = claim[i]!.text === 'làm' && done.length > 0 ? done : same;
    const places = same.length > 0 ? made : aligned[i]!.filter(place => parts[place] !== 'before');
    // “đặt ra” is light, and only says the same as “có”.
    if (places.length === 0 || (light.has(i) && (same.length === 0 || condition(i)))) continue;
    // Words that the sentence has only right behind a negation, or only in what it says there is none of.
    if (places.every(place => near.has(place)) && places.some(place => first.has(place)) && !claimNear.has(i))
      return 'negation';
    if (places.every(place => wide.has(place)) && !claimNear.has(i) && !claimWide.has(i)) return 'negation';
  }
  return null;
};

/** The claim has the words right behind a negation as they stand there, without it, and they stand nowhere else. */
function losesIt(claim: readonly Token[], { tokens }: Evidence, at: number): boolean {
  const run = tokens.slice(at + 1, at + 4);
  if (run.length < 3 || run.some(token => token.kind !== 'word')) return false;
  const bare = (list: readonly Token[]): boolean =>
    list.some(
      (_, i) =>
        run.every((token, k) => list[i + k]?.text === token.text) &&
        !list.slice(Math.max(0, i - 3), i).some(isNegation),
    );
  return bare(claim) && !bare(tokens);
}

/** Four words and more as a heading has them: the name of what is spoken of. */
function inHeading(
  claim: readonly Token[],
  aligned: Laid['aligned'],
  { parts }: Evidence,
  at: number,
): boolean {
  const goes = (i: number, place: number, step: 1 | -1): number => {
    let length = 0;
    for (let k = 1; ; k++) {
      const there = parts[place + step * k] === 'head';
      const same = aligned[i + step * k]?.includes(place + step * k);
      if (!there || !(same || claim[i + step * k]?.text === ',')) return length;
      length++;
    }
  };
  return aligned[at]!.some(
    place => parts[place] === 'head' && 1 + goes(at, place, 1) + goes(at, place, -1) >= 4,
  );
}

/** The first word of meaning behind a negation; behind “không thực hiện” what is not done as well. */
function firstWords(tokens: readonly Token[], at: number): number[] {
  for (let i = at + 1; i < Math.min(tokens.length, at + 4); i++) {
    const token = tokens[i]!;
    if (token.kind !== 'word') return [];
    if (FREE.has(token.text)) continue;
    const light = token.text === 'thực' && tokens[i + 1]?.text === 'hiện';
    if (token.text === 'thiết') return [i, i + (tokens[i + 1]?.text === 'phải' ? 2 : 1)];
    return light && tokens[i + 2]?.kind === 'word' ? [i, i + 2] : [i];
  }
  return [];
}
