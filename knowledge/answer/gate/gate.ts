import type { Plan } from '../../plan.ts';
import { mentionsIn } from './bodies/bodies.ts';
import { checkBodies } from './bodies/check-bodies.ts';
import { checkBound } from './checks/check-bound.ts';
import { checkComparing } from './checks/check-comparing.ts';
import { checkConditions } from './checks/check-conditions.ts';
import { checkContrast } from './checks/check-contrast.ts';
import { checkDates } from './checks/check-dates.ts';
import { checkDocuments } from './checks/check-documents.ts';
import { checkAddressee, checkForm, checkQuotes, withoutAddress } from './checks/check-form.ts';
import { checkLinks } from './checks/check-links.ts';
import { checkModality } from './checks/check-modality.ts';
import { checkNegation } from './checks/check-negation.ts';
import { checkNumbers, checkOften } from './checks/check-numbers.ts';
import { checkParts } from './checks/check-parts.ts';
import { checkScope } from './checks/check-scope.ts';
import { checkSides } from './checks/check-sides.ts';
import { checkVerdict } from './checks/check-verdict.ts';
import { checkOpposites, checkWhole } from './checks/check-whole.ts';
import { checkOrder, checkWords, told, toldWords } from './checks/check-words.ts';
import { withoutBorneDays } from './borne-days.ts';
import type { Cited, Gate } from './cited.ts';
import { citedBy } from './cited.ts';
import type { Claim, Dropped, GivenSpan, Kept, Why } from './claim.ts';
import type { Evidence } from './evidence.ts';
import { withoutMarker } from './evidence.ts';
import { halvesOf } from './halves.ts';
import { withoutCourtesy } from './reading/courtesy.ts';
import { withNamesAgain } from './reading/names-again.ts';
import { tokensOf } from './reading/tokens.ts';
import type { Check } from './sentence.ts';
import { lay } from './sentence.ts';
import { isVerbatim } from './verbatim.ts';

const CHECKS: readonly Check[] = [
  checkWords,
  checkNumbers,
  checkOften,
  checkDates,
  checkDocuments,
  checkBodies,
  checkNegation,
  checkModality,
  checkComparing,
  checkScope,
  checkLinks,
  checkConditions,
  checkVerdict,
  checkParts,
  checkSides,
  checkOrder,
  checkBound,
  checkWhole,
  checkOpposites,
  checkContrast,
];

/**
 * Lets through the claims whose every sentence stands in one of the sentences it cites: each number, day, share,
 * document, body, negation and word of it. Deterministic; what cannot be shown to stand is dropped.
 */
export function gate(claims: readonly Claim[], asked: Gate): { kept: Kept[]; dropped: Dropped[] } {
  const kept: Kept[] = [];
  const dropped: Dropped[] = [];
  for (const claim of claims) {
    const result = judge(claim, asked);
    if (typeof result === 'string') dropped.push({ claim, why: result });
    else if (!kept.some(each => each.text === result.text)) kept.push(result);
  }
  return { kept, dropped };
}

function judge(claim: Claim, asked: Gate): Kept | Why {
  const form = checkForm(claim.text);
  if (form) return form;
  const spans = [...new Set(claim.spans)];
  const cited = citedBy(spans, asked);
  if (typeof cited === 'string') return cited;
  const used = new Set<string>();
  const places: GivenSpan[] = [];
  const text = withoutMarker(claim.text.trim());
  const whole = cited.find(({ evidence }) => isVerbatim(text, evidence));
  if (whole) return { text, spans: [...whole.spans], places: [...whole.places] };
  for (const sentence of sentencesOf(withNamesAgain(text))) {
    const bearers = bearersOf(sentence, cited);
    if (typeof bearers === 'string') return bearers;
    for (const bearer of bearers) {
      for (const id of bearer.spans) used.add(id);
      for (const place of bearer.places) if (!places.some(each => samePlace(each, place))) places.push(place);
    }
  }
  return used.size === 0 ? 'words' : { text, spans: [...used], places };
}

const samePlace = (a: GivenSpan, b: GivenSpan): boolean =>
  a.plan === b.plan && a.start === b.start && a.end === b.end;

/** What bears a sentence: one piece of evidence all of it, or one each of its parts. */
function bearersOf(sentence: string, cited: readonly Cited[]): Cited[] | Why {
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
  if (new Set(cited.flatMap(each => each.spans)).size < 2 || most < 2) return null;
  for (const { first, second, carried, whole } of halvesOf(sentence)) {
    const one = bearerOf(first, cited);
    if (typeof one === 'string') continue;
    const others = cited.filter(each => !each.places.some(place => one.places.some(p => samePlace(p, place))));
    const other = others.find(
      ({ evidence }) =>
        saysEnough(second, evidence) &&
        carried.every(text => stands(text, evidence) === null),
    );
    if (other) return [one, other];
    const rest = joinedBearers(whole, others, most - 1);
    if (rest) return [one, ...rest];
  }
  return null;
}

/** A half that says next to nothing of its own leans on the other. */
function saysEnough(half: string, evidence: Evidence): boolean {
  const laid = lay(withoutCourtesy(half), evidence, bodiesKnown(evidence.plan));
  const names = laid.claim.some(({ kind }) => kind === 'document');
  return told(laid) >= 4 && (names || toldWords(laid) >= 2);
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

function sentencesOf(text: string): string[] {
  return partsOf(text, /(?<=[\p{L}\p{M}”")%\d])\s*\.(?=\s|$)/u);
}

function partsOf(text: string, between: RegExp): string[] {
  return text
    .split(between)
    .map(sentence => sentence.trim())
    .filter(sentence => /[\p{L}\p{N}]/u.test(sentence));
}

const names = new WeakMap<Plan, ReadonlySet<string>>();

function bodiesKnown(plan: Plan): ReadonlySet<string> {
  let known = names.get(plan);
  if (!known) {
    known = new Set(mentionsIn(tokensOf(plan.text)).map(mention => mention.name));
    names.set(plan, known);
  }
  return known;
}

/** Why a sentence does not stand in the evidence; null when it does. What was not cited has to have every word. */
export function stands(said: string, evidence: Evidence, beside = false): Why | null {
  const sentence = withoutCourtesy(said);
  const addressee = checkAddressee(sentence, evidence);
  if (addressee) return addressee;
  const quotes = checkQuotes(sentence, evidence);
  if (quotes) return quotes;
  const bare = withoutAddress(sentence, evidence);
  if (bare === null) return 'address';
  const laid = lay(bare, evidence, bodiesKnown(evidence.plan));
  if (beside && (laid.freed.size > 0 || told(laid) < 3 || toldWords(laid) < 2)) return 'words';
  for (const check of CHECKS) {
    const why = check(laid);
    if (why) return why;
  }
  return null;
}
