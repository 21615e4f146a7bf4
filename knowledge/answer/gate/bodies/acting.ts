import { phraseAt } from '../reading/phrases.ts';
import type { Laid } from '../sentence.ts';
import { sameBody } from './bodies.ts';
import type { Mention } from './mention.ts';
import { subjectsAt } from './subjects.ts';
import { isDoneTo, startsOf } from './undergoing.ts';

export function passive({ claim }: Laid, { to }: Mention, verb: number | null): boolean {
  return claim
    .slice(to, verb ?? to)
    .some((token, k) => (token.text === 'được' && claim[to + k + 1]?.text !== 'yêu') || token.text === 'bị');
}

/** In the sentence the one who does this is the same one. */
export function acts(laid: Laid, mention: Mention, verb: number | null, cited: readonly Mention[]): boolean {
  if (verb === null) return true;
  // “… cũng thuộc đối tượng áp dụng”
  const behind = laid.claim
    .slice(mention.to, mention.to + 14)
    .map(token => token.text)
    .join(' ');
  if (
    /(?:^| )(?:là|thuộc|nằm trong) (?:đối tượng|diện|thành phần)|^(?:cũng )?(?:được )?(?:tham )?dự | được (?:tham )?dự /u.test(
      behind,
    )
  ) {
    const concerned = (each: Mention): boolean =>
      laid.evidence.parts[each.from] === 'own' && !/^(?:parent|owner|by|competent)$/u.test(each.role);
    return cited.some(concerned);
  }
  const { evidence, aligned, known } = laid;
  if (passive(laid, mention, verb)) return isDoneTo(laid, verb, cited);
  const places = startsOf(aligned[verb]!).filter(
    place => evidence.parts[place] === 'own' && !embedded(laid, place),
  );
  if (places.length === 0 && aligned[verb]!.length > 0) {
    // “… cũng thuộc đối tượng áp dụng”: the heading says what those of the sentence are.
    const concerned = (each: Mention): boolean =>
      evidence.parts[each.from] === 'own' && !/^(?:parent|owner|by|competent)$/u.test(each.role);
    // “Chi bộ muốn đạt tiêu chí …”: those that the heading says the criteria are for.
    const meant = cited.some(each => each.role === 'model' && evidence.parts[each.from] === 'head');
    if (meant && aligned[verb]!.every(place => evidence.parts[place] === 'head')) return true;
    return laid.claim[verb]!.text === 'đối' && cited.some(concerned);
  }
  // “khi X sơ kết” of “dịp sơ kết của X”.
  const very = places.filter(place => evidence.tokens[place]!.text === laid.claim[verb]!.text);
  const owns = (each: Mention): boolean =>
    each.role === 'owner' && very.some(place => each.from > place && each.from - place <= 6);
  if (cited.some(each => evidence.parts[each.from] === 'own' && owns(each))) return true;
  // “lãnh đạo công chức” is no “công chức lãnh đạo”.
  const inside = cited.filter(each => evidence.parts[each.from] === 'own');
  const undergone = (each: Mention): boolean =>
    each.role === 'object' && places.some(place => each.from > place && each.from - place <= 3);
  // “Chi bộ quân sự duy trì 100% có cấp ủy” of “Duy trì chi bộ quân sự 100% có cấp ủy”.
  const lasts = laid.claim[verb]!.text === 'duy' && laid.claim[verb + 1]?.text === 'trì';
  if (inside.length > 0 && inside.length === cited.length && inside.every(undergone)) return lasts;
  const subjects = places.map(place => subjectsAt(laid, place));
  if (subjects.some(({ found }) => found.some(each => sameBody(mention, each, known)))) return true;
  if (subjects.some(({ sure }) => sure)) return false;
  /** “theo Quy định số … của X”: X issued a document, no more. */
  const issues = ({ from }: Mention): boolean =>
    evidence.tokens
      .slice(Math.max(0, from - 6), from)
      .some(({ kind }) => kind === 'document' || kind === 'date');
  const acting = subjects.flatMap(({ found }) => found).filter(each => each.role !== 'object');
  const above = acting.every(each => evidence.parts[each.from] === 'head');
  const named = evidence.mentions.some(
    each => evidence.parts[each.from] === 'head' && (each.role === 'topic' || each.role === 'agent'),
  );
  return (
    above &&
    !named &&
    cited.some(
      each =>
        !['recipient', 'via', 'assisted', 'partner'].includes(each.role) &&
        !(mention.proper && each.role === 'owner' && issues(each)),
    )
  );
}

const PLANNED = [
  ['kế', 'hoạch'],
  ['hồ', 'sơ'],
  ['đề', 'nghị'],
  ['về', 'công', 'tác'],
  ['về', 'việc'],
];

/** “lập hồ sơ đề nghị khen thưởng” is no “khen thưởng”, unless the claim says what it is a part of. */
function embedded({ claim, evidence }: Laid, place: number): boolean {
  for (let i = place - 1; i >= Math.max(0, place - 12); i--) {
    const token = evidence.tokens[i]!;
    if (token.kind === 'stop' && token.text !== ',') return false;
    if (evidence.mentions.some(each => each.from <= i && i < each.to)) return false;
    if (phraseAt(evidence.tokens, i, PLANNED) === 0) continue;
    return !claim.some((_, k) => phraseAt(claim, k, PLANNED) > 0);
  }
  return false;
}
