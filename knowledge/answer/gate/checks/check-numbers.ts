import type { Comparison, Token } from '../reading/token.ts';
import type { Check, Laid } from '../sentence.ts';
import { placesOf } from '../sentence.ts';
import { FREE } from '../words/gate-words.ts';
import { isContent } from './check-words.ts';
import type { Of } from './figures.ts';
import { all, inCompany, own, typeBefore } from './figures.ts';
import { appliesTo, sameBase, sameVerb, saysOf } from './shares.ts';

const CONSTANTLY = [
  ['thường', 'xuyên'],
  ['định', 'kỳ'],
  ['liên', 'tục'],
];
const DEGREE = /^(?:tốt|xuất)$/u;

/** Every count and share stands in the sentence with its comparison, beside the same thing, in the same company. */
export const checkNumbers: Check = laid => {
  for (const { token, at } of all(laid.claim, 'number')) {
    if (shortDocument(laid, token, at)) continue;
    const candidates = own(laid, 'number').filter(
      cited =>
        cited.token.value === token.value &&
        cited.token.percent === token.percent &&
        sameSign(laid, token, cited.token) &&
        (sameUnit(laid, at, cited.at) || appliesTo(laid, at, cited.at)) &&
        sameWhole(laid, at, cited.at),
    );
    const fits = (cited: number): boolean =>
      inCompany(laid, at, cited) &&
      sameVerb(laid, at, cited) &&
      (saysOf(laid, at, cited) || appliesTo(laid, at, cited)) &&
      sameBase(laid, at, cited);
    if (!candidates.some(cited => fits(cited.at))) return 'number';
  }
  if (lessDone(laid)) return 'number';
  for (const { token } of all(laid.claim, 'rank')) {
    const there = all(laid.evidence.tokens, 'rank').some(
      ({ token: cited }) => cited.text === token.text && cited.up === token.up,
    );
    if (!there) return 'number';
  }
  return null;
};

/** “hoàn thành nhiệm vụ chính trị” of a sentence that says “hoàn thành tốt” alone. */
function lessDone({ claim, evidence }: Laid): boolean {
  const degrees = (tokens: readonly Token[]): string[] =>
    tokens.flatMap((token, i) =>
      token.text === 'hoàn' && tokens[i + 1]?.text === 'thành' ? [tokens[i + 2]?.text ?? ''] : [],
    );
  const there = degrees(evidence.tokens);
  return (
    there.length > 0 &&
    there.every(degree => DEGREE.test(degree)) &&
    degrees(claim).some(degree => /^(?:nhiệm|từ|đủ|cả|các|\d+)$/u.test(degree))
  );
}

/** “từ 1 trong 4 tiêu chí” is no “cả 4 tiêu chí”; “3 ngày” are no “3 ngày làm việc”. */
function sameWhole({ claim, evidence }: Laid, at: number, cited: number): boolean {
  const [of, some] = [evidence.tokens[cited - 1], evidence.tokens[cited - 2]];
  if (of?.text === 'trong' && some?.kind === 'number' && /^(?:cả|đủ|toàn)$/u.test(claim[at - 1]?.text ?? ''))
    return false;
  const working = (tokens: readonly Token[], i: number): boolean =>
    tokens[i + 1]?.text === 'ngày' && tokens[i + 2]?.text === 'làm' && tokens[i + 3]?.text === 'việc';
  return working(claim, at) === working(evidence.tokens, cited);
}

function sameSign(laid: Laid, claimed: Of<'number'>, cited: Of<'number'>): boolean {
  if (claimed.sign === cited.sign) return true;
  // “4% trở lên …, trong đó có 70%”: there the bare share is meant to be bare.
  const told = own(laid, 'number').some(({ token }) => token.percent && token.sign === '>=');
  // “có 90%” is read as at least 90%; “từ 01 trong 04” may be said “1 trong 4”.
  const bare = (sign: Comparison): boolean => sign === '=';
  if (claimed.percent) return bare(cited.sign) && !told && claimed.sign === '>=' && claimed.value !== '100';
  return bare(claimed.sign) && cited.sign === '>=' && cited.text.startsWith('0') && cited.value === '1';
}

/** What is counted is the same: the word behind a number stands behind it in the sentence too. */
function sameUnit({ claim, aligned, evidence }: Laid, at: number, cited: number): boolean {
  for (let i = at + 1; i <= at + 3 && i < claim.length; i++) {
    const token = claim[i]!;
    if (token.kind === 'rank' || token.kind === 'number') return true;
    if (token.kind === 'stop' || token.text === 'thì') return true;
    if (token.kind === 'word' && token.text.includes('hằng-')) continue;
    if (!isContent(claim, aligned, i) || token.text === 'đạt') {
      if (token.kind === 'word' && token.text === 'trong') return true;
      continue;
    }
    return aligned[i]!.some(place => place > cited && place <= cited + 4) || besideIt(aligned[i]!, cited);
  }
  return true;

  // “tỷ lệ đảng viên … từ 90%”, “chi bộ quân sự 100% có cấp ủy”: what a share is of may go before it, where no noun
  // stands behind it.
  function besideIt(places: readonly number[], number: number): boolean {
    const token = evidence.tokens[number]!;
    if (token.kind !== 'number' || !token.percent) return false;
    let next = number + 1;
    while (evidence.tokens[next]?.text === 'số' || evidence.tokens[next]?.text === 'lượng') next++;
    const after = evidence.tokens[next];
    const verbal = after === undefined || after.kind !== 'word' || FREE.has(after.text);
    return places.some(
      place =>
        evidence.tokens[place]!.segment === token.segment &&
        (verbal ? true : place > number && place <= number + 8),
    );
  }
}

/** “Nghị quyết 21” for “Nghị quyết số 21-NQ/TW”. */
function shortDocument({ claim, evidence }: Laid, token: Of<'number'>, at: number): boolean {
  const type = typeBefore(claim, at);
  return all(evidence.tokens, 'document').some(
    ({ token: cited, at: place }) =>
      type !== null &&
      cited.text.startsWith(`${token.value}-`) &&
      typeBefore(evidence.tokens, place) === type,
  );
}

/** Where the sentence has several frequencies, each is said of what it is said of there. */
export const checkOften: Check = laid => {
  const { claim, aligned, evidence } = laid;
  const often = (token: Token): boolean => token.kind === 'word' && /^(?:1-)?hằng-/u.test(token.text);
  const counts = evidence.tokens.filter(
    (token, i) =>
      evidence.parts[i] === 'own' &&
      (often(token) || (token.kind === 'number' && evidence.tokens[i + 1]?.text === 'lần')),
  );
  // “hằng năm” of an earlier sentence where this one says “thường xuyên”.
  const constantly = placesOf(evidence.tokens, CONSTANTLY).some(({ at }) => evidence.parts[at] === 'own');
  const borrowed = (places: readonly number[] | null): boolean =>
    !!places && places.every(place => evidence.parts[place] === 'before');
  if (constantly && claim.some((token, i) => often(token) && borrowed(aligned[i]!))) return 'number';
  if (new Set(counts.map(token => token.text)).size < 2) return null;
  for (const [at, token] of claim.entries()) {
    if (often(token) && !(aligned[at] ?? []).some(place => inCompany(laid, at, place))) return 'number';
  }
  return null;
};
