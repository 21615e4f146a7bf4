import type { Answer } from '../answer/answer.ts';
import type { Asker } from '../answer/answer-question.ts';
import type { ReadQuestion } from '../answer/read-question.ts';
import type { Knowledge } from '../knowledge.ts';
import type { Plan, Span } from '../plan.ts';
import { sentencesIn } from './agent-sentences.ts';

/** What a model may speak of in one turn. */
export interface Turn {
  plans: readonly Plan[];
  /** Sentences of each plan that are near the question, nearest first; those of the extractive answer go before. */
  near: ReadonlyMap<string, readonly Span[]>;
}

const MOST_NEAR = 16;
const MOST_COMPARED = 8;
/** A passage with less of the question's weight than this is not near it. */
const NEAR = 0.2;

const OWN_UNIT =
  /\b(chi bo|dang bo|dang uy|don vi|ben|co quan|noi|to chuc|cap uy) (cua )?(minh|toi|em|tui|ta|chung toi|chung em|day|nay|dong chi)\b/;
const VERDICT = /\b(dat|du dieu kien|cong nhan|du tieu chuan|xep loai|du|hieu qua|vi pham)\b/;

/** It asks for a verdict on somebody's unit, or has its numbers held against a clause: that is for rules alone. */
export function asksForVerdict({ typed, told, aspects, numbers }: ReadQuestion): boolean {
  if (numbers.length > 0 && (aspects.has('check') || aspects.has('share') || aspects.has('count')))
    return true;
  return aspects.has('check') && VERDICT.test(typed) && (OWN_UNIT.test(typed) || OWN_UNIT.test(told));
}

/** The plans and sentences of a turn; null where the extractive answer stays what it is. */
export function turnOf(
  knowledge: Knowledge,
  question: ReadQuestion,
  asker: Asker,
  answer: Answer,
): Turn | null {
  if (answer.outcome === 'which_plan' || asksForVerdict(question)) return null;
  // A silence that the plan is known for is never turned around.
  if (answer.findings.some(finding => finding.outcome === 'not_stated' && finding.about !== null))
    return null;
  const named = question.named.map(each => each.plan);
  const own = asker.plan === null ? [] : [asker.plan];
  const ids =
    answer.findings.length > 0
      ? answer.findings.map(finding => finding.plan)
      : named.length > 0
        ? named
        : own;
  const plans = [...new Set(ids)].flatMap(id => knowledge.plan(id) ?? []);
  const near = new Map(plans.map(plan => [plan.id, nearIn(knowledge, question, plan, answer, plans.length)]));
  return [...near.values()].some(spans => spans.length > 0) ? { plans, near } : null;
}

function nearIn(
  knowledge: Knowledge,
  question: ReadQuestion,
  plan: Plan,
  answer: Answer,
  plans: number,
): readonly Span[] {
  const cited = answer.findings
    .filter(finding => finding.plan === plan.id)
    .flatMap(({ citations }) => citations.flatMap(citation => sentencesIn(plan, citation)));
  const found = knowledge
    .passages(question, plan.id, plans > 1 ? MOST_COMPARED : MOST_NEAR)
    .filter(hit => hit.score >= NEAR)
    .map(hit => hit.span);
  const spans: Span[] = [];
  for (const { start, end } of [...cited, ...found])
    if (!spans.some(each => each.start === start && each.end === end)) spans.push({ start, end });
  return spans;
}
