import type { Answer, AnswerClaim, Citation, Finding } from '../answer/answer.ts';
import { cite } from '../answer/answer-question.ts';
import { fitsAspect } from '../answer/fits-aspect.ts';
import type { GivenSpan, Kept } from '../answer/gate/claim.ts';
import type { ReadQuestion } from '../answer/read-question.ts';
import type { Plan, Span } from '../plan.ts';
import type { Turn } from './writer-turn.ts';

const overlaps = (a: { start: number; end: number }, b: { start: number; end: number }): boolean =>
  a.start < b.end && b.start < a.end;

/**
 * The extractive answer with claims that stand. Its own citations stay, first; sentences that claims rest on and that
 * it did not cite are cut from the plan. The answer itself where no claim is near the question.
 */
export function withClaims(
  answer: Answer,
  kept: readonly Kept[],
  given: ReadonlyMap<string, GivenSpan>,
  turn: Turn,
  question: ReadQuestion,
): Answer {
  const near = (span: GivenSpan): boolean =>
    (turn.near.get(span.plan) ?? []).some(each => overlaps(each, span));
  const telling = kept.filter(claim => claim.spans.some(id => near(given.get(id)!)));
  if (telling.length === 0) return answer;
  const findings = turn.plans.flatMap(plan => {
    const own = telling.filter(claim => claim.spans.every(id => given.get(id)!.plan === plan.id));
    const before = answer.findings.find(finding => finding.plan === plan.id);
    const quotes = own.flatMap(claim => claim.places.map(span => quoteOf(plan, span)));
    // What the plan was not seen to say is said only by sentences of the kind asked for.
    const says = before?.outcome === 'answered' || fitsAspect(question, quotes);
    if (own.length === 0 || !says) return before ? [before] : [];
    const stated = before?.outcome === 'answered' ? before : null;
    const citations: Citation[] = [...(stated?.citations ?? [])];
    const claims: AnswerClaim[] = own.map(({ text, places }) => ({
      text,
      citations: places.map(span => {
        const at = citations.findIndex(each => overlaps(each, span));
        return at >= 0 ? at : citations.push(cite(plan, span)) - 1;
      }),
    }));
    const finding: Finding = {
      plan: plan.id,
      outcome: 'answered',
      about: null,
      unwritten: false,
      points: stated?.points ?? [],
      citations,
      claims,
    };
    return [finding];
  });
  return findings.some(finding => finding.claims) ? { ...answer, outcome: 'answered', findings } : answer;
}

function quoteOf(plan: Plan, { start, end }: Span): string {
  return plan.text.slice(start, end);
}
