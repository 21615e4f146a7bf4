import { isContent } from '../checks/check-words.ts';
import type { Laid } from '../sentence.ts';
import { samePlaces } from '../words/align.ts';
import { FREE } from '../words/gate-words.ts';
import { sameBody } from './bodies.ts';
import type { Mention, Role } from './mention.ts';

/** The very words of what is done always stand right before somebody else: “phân công đảng viên”. */
function givenToAnother(
  evidence: Laid['evidence'],
  claim: Laid['claim'],
  verb: number,
  cited: readonly Mention[],
): boolean {
  const behind = samePlaces(claim[verb]!, evidence)
    .filter(
      place => evidence.parts[place] === 'own' && evidence.tokens[place + 1]?.text === claim[verb + 1]?.text,
    )
    .map(place => evidence.mentions.find(each => each.from === place + 2 && each.role !== 'model'));
  return behind.length > 0 && behind.every(each => each !== undefined && !cited.includes(each));
}

/** “A được phân công”: the sentence has “phân công A”, “A được …” or “A” right before it. */
export function isDoneTo(
  { evidence, aligned, claim }: Laid,
  verb: number,
  cited: readonly Mention[],
): boolean {
  if (givenToAnother(evidence, claim, verb, cited)) return false;
  const places = startsOf(aligned[verb]!);
  if (places.length === 0) return true;
  return places.some(place =>
    cited.some(({ from, to, role }) => {
      if (evidence.parts[from] === 'head') return true;
      if (place < from)
        return (
          evidence.tokens[place]!.segment === evidence.tokens[from]!.segment ||
          from - place <= (role === 'owner' ? 24 : 12)
        );
      const inside = (i: number): boolean => evidence.mentions.some(each => each.from <= i && i < each.to);
      const between = evidence.tokens
        .slice(to, place)
        .flatMap((token, k) => (inside(to + k) || token.text === ',' ? [] : [token.text]));
      return (
        between.every(text => FREE.has(text)) ||
        between.some(text => text === 'được' || text === 'bị' || text === 'cho')
      );
    }),
  );
}

/** Whom a word is followed by at once, with those listed: “phân công đảng viên”. */
function patientsAt({ evidence }: Laid, places: readonly number[]): Mention[] {
  return evidence.mentions.filter(
    (each, k) =>
      places.includes(each.from - 1) ||
      (/^(?:các|những)$/u.test(evidence.tokens[each.from - 1]?.text ?? '') &&
        places.includes(each.from - 2)) ||
      (k > 0 &&
        each.from - evidence.mentions[k - 1]!.to <= 2 &&
        places.includes(evidence.mentions[k - 1]!.from - 1)),
  );
}

/** Right behind the same word the sentence always has somebody else. */
export function isAnother(laid: Laid, mention: Mention): boolean {
  const { aligned, claim, evidence, known } = laid;
  // “khảo sát các tổ đảng”
  const listing = /^(?:các|những)$/u.test(claim[mention.from - 1]?.text ?? '');
  const last = mention.from - (listing ? 2 : 1);
  if (!isContent(claim, aligned, last) || laid.mentions.some(each => each.to === mention.from)) return false;
  const places = samePlaces(claim[last]!, evidence).filter(place => evidence.parts[place] === 'own');
  const patients = patientsAt(laid, places);
  const always = places.every(place =>
    evidence.mentions.some(each => each.from === place + 1 || (listing && each.from === place + 2)),
  );
  return places.length > 0 && always && !patients.some(each => sameBody(mention, each, known));
}

/** Who is acted upon stands behind what is done in the sentence too. */
export function undergoes(
  { claim, aligned, evidence, mentions }: Laid,
  mention: Mention,
  cited: readonly Mention[],
): boolean {
  for (let i = mention.from - 1; i >= Math.max(0, mention.from - 5); i--) {
    const token = claim[i]!;
    if (token.kind === 'stop') return true;
    const named = mentions.some(each => each.from <= i && i < each.to);
    if (named || !isContent(claim, aligned, i)) continue;
    const places = startsOf(aligned[i]!).filter(place => evidence.parts[place] === 'own');
    if (places.length === 0) return true;
    const behind = places.some(place => cited.some(each => each.from > place));
    const acting = cited.every(each => ACTING.has(each.role));
    return behind || !acting;
  }
  return true;
}

/** Of these it has to be said that something is done to them. */
const ACTING = new Set<Role>(['agent', 'object', 'by', 'partner', 'assisted']);

/** The first places of runs: a phrase that says the same lies on all of its words. */
export function startsOf(places: readonly number[]): number[] {
  return places.filter(place => !places.includes(place - 1));
}
