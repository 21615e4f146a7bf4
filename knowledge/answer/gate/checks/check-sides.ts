import type { Check } from '../sentence.ts';
import { frontOf } from '../sentence.ts';
import { isContent } from './check-words.ts';
import { saying } from './pieces.ts';

const BESIDE = 5;
const PIVOTS: readonly (readonly string[])[] = [['thì'], ['để', 'nhằm'], ['là']];

/** “nếu A thì B”, “A để B”, “A là B”: each side says what it says in the sentence. */
export const checkSides: Check = laid => {
  const { claim, aligned, evidence, light } = laid;
  const front = frontOf(claim);
  const content = saying(laid).filter(i => i >= front);
  for (const pivot of PIVOTS) {
    const said = claim.flatMap((token, i) => (pivot.includes(token.text) ? [i] : []));
    const cited = pivot
      .flatMap(word => evidence.places.get(word) ?? [])
      .filter(place => evidence.parts[place] === 'own');
    if (said.length !== 1 || cited.length !== 1) continue;
    const [at, place] = [said[0]!, cited[0]!];
    if (at < front || !(besideIt(at, place) || (pivot[0] === 'thì' && ifThen(at, place)))) continue;
    const before = (i: number): boolean => aligned[i]!.some(each => each < place);
    const after = (i: number): boolean => aligned[i]!.some(each => each > place);
    if (pivot[0] !== 'thì') {
      if (crossed(at, before, after)) return 'order';
      continue;
    }
    const same = content.every(i => (i < at ? before(i) : after(i)));
    if (!same) return 'order';
  }
  return null;

  /** “nếu A thì B” on both sides. */
  function ifThen(at: number, place: number): boolean {
    const asks = (text: string): boolean => text === 'nếu';
    return (
      claim.slice(0, at).some(({ text }) => asks(text)) &&
      evidence.tokens.slice(Math.max(0, place - 40), place).some(({ text }) => asks(text))
    );
  }

  /** What stands next to it in the claim stands near it in the sentence: it is the same link. */
  function besideIt(at: number, place: number): boolean {
    const last = claim.findLastIndex((_, i) => i < at && isContent(claim, aligned, i));
    const next = claim.findIndex((_, i) => i > at && isContent(claim, aligned, i));
    return [last, next].some(i => aligned[i]?.some(each => Math.abs(each - place) <= BESIDE) ?? false);
  }

  /** What stands right before the link in the claim stands behind it in the sentence, or the reverse; “B là A” is one. */
  function crossed(at: number, before: (i: number) => boolean, after: (i: number) => boolean): boolean {
    const last = claim.findLastIndex((_, i) => i < at && !light.has(i) && isContent(claim, aligned, i));
    const weighs = claim.findIndex((_, i) => i > at && !light.has(i) && isContent(claim, aligned, i));
    const first = claim.findIndex((_, i) => i > at && isContent(claim, aligned, i));
    // “… là đối tượng thực hiện mô hình …”: as light as it is, it is what the sentence begins with.
    const turned = claim[at]!.text === 'là' && first >= 0 && !after(first);
    const next = weighs < 0 || turned ? first : weighs;
    const [nextTo, lastTo] = [aligned[next] ?? [], aligned[last] ?? []];
    // “tổng hợp để báo cáo” of “để tổng hợp, báo cáo”.
    if (nextTo.some(p => lastTo.some(q => p > q && p - q <= 2))) return false;
    const [one, other] = [last >= front && !before(last), next >= 0 && !after(next)];
    return claim[at]!.text === 'là' ? one !== other : last >= front && (one || other);
  }
};
