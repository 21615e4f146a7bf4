import { checkBodies } from './bodies/check-bodies.ts';
import { bodiesKnown } from './bodies/known.ts';
import { checkBasis } from './checks/check-basis.ts';
import { checkBound } from './checks/check-bound.ts';
import { checkComparing } from './checks/check-comparing.ts';
import { checkConditions } from './checks/check-conditions.ts';
import { checkContrast } from './checks/check-contrast.ts';
import { checkDates } from './checks/check-dates.ts';
import { checkDocuments } from './checks/check-documents.ts';
import { checkAddressee, checkQuotes, withoutAddress } from './checks/check-form.ts';
import { checkFought } from './checks/check-fought.ts';
import { checkLead } from './checks/check-lead.ts';
import { checkLinks } from './checks/check-links.ts';
import { checkModality } from './checks/check-modality.ts';
import { checkNegation } from './checks/check-negation.ts';
import { checkNumbers, checkOften } from './checks/check-numbers.ts';
import { checkParts } from './checks/check-parts.ts';
import { checkScope } from './checks/check-scope.ts';
import { checkSides } from './checks/check-sides.ts';
import { checkVerdict } from './checks/check-verdict.ts';
import { checkOpposites, checkWhole } from './checks/check-whole.ts';
import { checkOrder, checkWords, isContent, told, toldWords } from './checks/check-words.ts';
import type { Why } from './claim.ts';
import type { Evidence } from './evidence.ts';
import { withoutCourtesy } from './reading/courtesy.ts';
import type { Check } from './sentence.ts';
import { lay } from './sentence.ts';
import { FREE } from './words/gate-words.ts';

const CHECKS: readonly Check[] = [
  checkWords,
  checkNumbers,
  checkOften,
  checkDates,
  checkDocuments,
  checkBodies,
  checkLead,
  checkNegation,
  checkFought,
  checkModality,
  checkComparing,
  checkScope,
  checkLinks,
  checkConditions,
  checkVerdict,
  checkParts,
  checkSides,
  checkBasis,
  checkOrder,
  checkBound,
  checkWhole,
  checkOpposites,
  checkContrast,
];

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

/** Of a short sentence’s words: so many are nearly all of them. */
const MOST = 0.7;

/** Whether a half of a sentence says something of its own; one that says next to nothing leans on the other. */
export function saysEnough(half: string, evidence: Evidence): boolean {
  const laid = lay(withoutCourtesy(half), evidence, bodiesKnown(evidence.plan));
  const names = laid.claim.some(({ kind }) => kind === 'document');
  const [all, words] = [told(laid), toldWords(laid)];
  if (all >= 6 && (names || words >= 5 || (all >= 9 && words >= 3))) return true;
  // “gửi về Thường trực Huyện ủy qua Ban Tổ chức Huyện ủy trước ngày 26/4”: whom and when.
  const bodies = laid.mentions.filter(({ proper }) => proper).length;
  const own = laid.claim.filter(
    (_, i) =>
      isContent(laid.claim, laid.aligned, i) &&
      laid.aligned[i]!.some(place => evidence.parts[place] === 'own') &&
      !laid.mentions.some(({ from, to }) => from <= i && i < to),
  ).length;
  if (own >= 8 || (words > 0 && (bodies > 1 || (bodies > 0 && all > words)))) return true;
  // “không có tổ chức đảng, đảng viên bị xử lý kỷ luật”: nearly all that the sentence says.
  const says = evidence.tokens.flatMap(({ kind, text }, i) =>
    kind === 'word' && evidence.parts[i] === 'own' && !FREE.has(text) ? [i] : [],
  );
  const said = new Set(laid.aligned.flatMap(places => places ?? []));
  return words >= 2 && says.length >= 4 && says.filter(i => said.has(i)).length >= MOST * says.length;
}

/** How much a half tells of what the evidence says. */
export function toldOf(half: string, evidence: Evidence): number {
  return told(lay(withoutCourtesy(half), evidence, bodiesKnown(evidence.plan)));
}
