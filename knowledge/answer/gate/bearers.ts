import type { Role } from './bodies/mention.ts';
import { withoutBorneDays } from './borne-days.ts';
import type { Cited } from './cited.ts';
import type { GivenSpan, Why } from './claim.ts';
import type { Evidence } from './evidence.ts';
import { halvesOf } from './halves.ts';
import { partsOf } from './reading/parts-of.ts';
import { saysEnough, stands, toldOf } from './stands.ts';

/** What bears a sentence: one piece of evidence all of it, or one each of its parts; why nothing does. */
export function bearersOf(sentence: string, cited: readonly Cited[]): Cited[] | Why {
  const whole = bearerOf(sentence, cited);
  if (typeof whole !== 'string') return [whole];
  const named = cited.filter(each => !each.beside);
  const joined = joinedBearers(sentence, named);
  if (joined) return joined;
  const dated = named.length < 2 ? null : withoutBorneDays(sentence, named);
  if (dated) {
    const rest = bearersOf(dated.text, cited);
    if (typeof rest !== 'string') return [...rest, ...dated.bearers];
  }
  const parts = partsOf(sentence, /\s*;(?=\s|$)/u);
  if (parts.length < 2) return whole;
  const bearers: Cited[] = [];
  for (const part of parts) {
    const bearer = bearerOf(part, cited);
    if (typeof bearer === 'string') return bearer;
    bearers.push(bearer);
  }
  return bearers;
}

/** “A, rồi B” of two cited sentences that say A and B; three are read as one and two. */
function joinedBearers(sentence: string, cited: readonly Cited[], most = 3): Cited[] | null {
  if (cited.length < 2 || most < 2) return null;
  for (const { first, second, alone, carried, whole } of halvesOf(sentence)) {
    const one = bearerOf(first, cited);
    if (typeof one === 'string' || toldOf(first, one.evidence) < 3) continue;
    const others = cited.filter(
      each => !each.places.some(place => one.places.some(p => samePlace(p, place))),
    );
    const other = others.find(
      ({ evidence, places }) =>
        saysEnough(second, evidence) &&
        (carried.every(text => stands(text, evidence) === null) ||
          (goesOn(one, places[0]!, evidence) && stands(alone, evidence) === null)),
    );
    if (other) return [one, other];
    const rest = joinedBearers(whole, others, most - 1);
    if (rest) return [one, ...rest];
  }
  return null;
}

const DOERS = new Set<Role>(['agent', 'by', 'competent', 'topic']);

/**
 * A sentence that names nobody who acts: right behind another, or under the same heading that says whose work it is,
 * whoever was spoken of goes on to act.
 */
function goesOn(one: Cited, { plan, start }: GivenSpan, next: Evidence): boolean {
  const doers = next.mentions.filter(({ role }) => DOERS.has(role)).map(({ from }) => next.parts[from]);
  if (doers.includes('own')) return false;
  const before = one.places.at(-1)!;
  const follows =
    before.plan === plan &&
    before.end <= start &&
    /^[\s.;:+–-]*$/u.test(next.plan.text.slice(before.end, start));
  return follows || (doers.includes('head') && one.evidence.head === next.head);
}

function bearerOf(sentence: string, cited: readonly Cited[]): Cited | Why {
  const reasons: Why[] = [];
  for (const each of cited) {
    const why = stands(sentence, each.evidence, each.beside);
    if (why === null) return each;
    reasons.push(why);
  }
  return reasons.find(why => why !== 'words') ?? reasons[0] ?? 'words';
}

export const samePlace = (a: GivenSpan, b: GivenSpan): boolean =>
  a.plan === b.plan && a.start === b.start && a.end === b.end;
