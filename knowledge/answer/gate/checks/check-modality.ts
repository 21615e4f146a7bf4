import type { Token } from '../reading/token.ts';
import type { Check, Laid } from '../sentence.ts';
import { placesOf } from '../sentence.ts';
import { FREE, KEEPERS, MUSTS } from '../words/gate-words.ts';
import { isNegation } from './check-negation.ts';
import { isContent } from './check-words.ts';
import { exempts, NOT_EXCEPT } from './exempted.ts';
import { firstContent } from './first-content.ts';

/** What is only encouraged, possible, tried or meant for some is not made more, and nothing is made a must that is not. */
export const checkModality: Check = laid => {
  const { claim, aligned, evidence } = laid;
  const own = evidence.tokens.map((token, i) =>
    evidence.parts[i] === 'own' ? token : ({ kind: 'stop', text: '', segment: token.segment } as const),
  );
  for (const line of KEEPERS) {
    const said =
      placesOf(claim, line).length > 0 || claim.some((token, i) => isNegation(token) && exempts(laid, i));
    const narrowing = placesOf(own, line.slice(0, 1)).filter(
      // “thí điểm theo Hướng dẫn số …”: what the document says is no trial.
      ({ at, length }) => !NOT_EXCEPT.has(own[at - 1]?.text ?? '') && own[at + length]?.text !== 'theo',
    );
    if (!said && narrowing.some(({ at, length }) => uses(at + length, line === KEEPERS[0])))
      return 'modality';
  }
  // “phấn đấu vượt chỉ tiêu” makes no “phấn đấu bảo đảm chất lượng”.
  const [strives] = placesOf(claim, [['phấn', 'đấu']]);
  const next = strives ? firstContent(claim, aligned, strives.at + 1) : null;
  const striven = placesOf(own, [['phấn', 'đấu']]);
  if (next !== null && striven.length === 1 && strives!.at > 3) {
    const at = striven[0]!.at;
    if (aligned[next]!.every(place => place < at && place > at - 12)) return 'modality';
  }
  const [encouraged, , , possible] = KEEPERS;
  for (const line of [encouraged!, possible!]) {
    const says = placesOf(claim, line.slice(0, 2)).length > 0;
    if (says && placesOf(own, line).length === 0 && !whenNeeded(laid)) return 'modality';
    if (line === possible && movedCan(laid)) return 'modality';
  }
  const must = placesOf(claim, MUSTS).filter(({ at }) => !isNegation(claim[at - 1]));
  if (must.length > 0) {
    const soft = placesOf(own, [...encouraged!.slice(0, 1), ...possible!.slice(0, 1), ['phấn', 'đấu']]).some(
      // “chủ trương về khuyến khích …” encourages nobody itself.
      ({ at }) => own[at - 1]?.text !== 'về',
    );
    const hard = placesOf(own, [...MUSTS, ['cần'], ['yêu', 'cầu']]).length > 0;
    const strives =
      placesOf(claim, [
        ['phấn', 'đấu'],
        ['có', 'thể'],
      ]).length > 0;
    if (soft && !strives && placesOf(own, MUSTS).length === 0) return 'modality';
    if (!hard && must.some(({ at }) => ['bắt', 'buộc', 'nhất'].includes(claim[at]!.text))) return 'modality';
  }
  // “nên” makes less of what must be.
  const advised = claim.some(
    (token, i) => token.text === 'nên' && !/^(?:trở|cho|đó|vậy)$/u.test(claim[i - 1]?.text ?? ''),
  );
  if (advised && placesOf(own, MUSTS).length > 0 && placesOf(own, encouraged!).length === 0)
    return 'modality';
  return null;

  /** The claim uses one of the first two words of meaning from here, or of all that somebody is encouraged to do. */
  function uses(from: number, encouraged: boolean): boolean {
    const next: number[] = [];
    const whom = encouraged
      ? evidence.mentions.find(each => each.from >= from && each.from <= from + 2)
      : undefined;
    const most = whom ? whom.to - whom.from + 5 : 2;
    const goesOn = (token: Token): boolean =>
      token.kind === 'word' || (whom !== undefined && token.text === ',');
    for (let i = from; i < own.length && next.length < most && goesOn(own[i]!); i++) {
      const counts = own[i]!.kind === 'word' && !FREE.has(own[i]!.text) && !own[i]!.text.includes('hằng-');
      if (counts) next.push(i);
    }
    return claim.some(
      (_, i) => isContent(claim, aligned, i) && aligned[i]!.some(place => next.includes(place)),
    );
  }
};

/** “có thể họp bất thường” of a sentence that says “họp bất thường khi cần”. */
function whenNeeded({ claim, aligned, evidence }: Laid): boolean {
  const can = claim.findIndex((token, i) => token.text === 'có' && claim[i + 1]?.text === 'thể');
  if (claim[can - 1]?.text === 'khi') return false;
  const next = claim.flatMap((_, i) => (i > can + 1 && isContent(claim, aligned, i) ? [i] : [])).slice(0, 3);
  return (evidence.places.get('khi') ?? []).some(
    when =>
      /^(?:cần|thật)$/u.test(evidence.tokens[when + 1]?.text ?? '') &&
      next.length > 0 &&
      next.every(i => aligned[i]!.some(place => place < when + 3 && place >= when - 4)),
  );
}

/** “có thể được xử lý” of a sentence that says “có thể dẫn đến”. */
function movedCan({ claim, aligned, evidence }: Laid): boolean {
  const can = placesOf(claim, [['có', 'thể']])[0];
  const there = placesOf(evidence.tokens, [['có', 'thể']]).filter(({ at }) => evidence.parts[at] === 'own');
  if (!can || there.length === 0) return false;
  const next = firstContent(claim, aligned, can.at + 1);
  return (
    next !== null && !there.some(({ at }) => aligned[next]!.some(place => place > at && place <= at + 10))
  );
}
