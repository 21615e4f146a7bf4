import { bearersOf, samePlace } from './bearers.ts';
import { checkForm } from './checks/check-form.ts';
import type { Gate } from './cited.ts';
import { citedBy } from './cited.ts';
import type { Claim, Dropped, GivenSpan, Kept, Why } from './claim.ts';
import { withoutMarker } from './evidence.ts';
import { withNamesAgain } from './reading/names-again.ts';
import { partsOf } from './reading/parts-of.ts';
import { withoutStance } from './reading/stance.ts';
import { isVerbatim } from './verbatim.ts';

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
  const text = withoutStance(withoutMarker(claim.text.trim()));
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

function sentencesOf(text: string): string[] {
  return partsOf(text, /(?<=[\p{L}\p{M}”")%\d])\s*\.(?=\s|$)/u);
}
