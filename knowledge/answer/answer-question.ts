import type { Plan, Span } from '../plan.ts';
import type { PlanIndex } from '../search/plan-index.ts';
import type { Lexicon } from '../vietnamese/lexicon.ts';
import type { Answer, Citation, Finding } from './answer.ts';
import { byAddress } from './by-address.ts';
import { citedDocument } from './cited-document.ts';
import type { Decision } from './decide.ts';
import { decide } from './decide.ts';
import { findInPlan } from './find-in-plan.ts';
import { identityDecision } from './identity.ts';
import type { PlanNames } from './plan-names.ts';
import { readPoints } from './read-points.ts';
import type { ReadQuestion } from './read-question.ts';
import { sentenceHead, wholeList, wholeSpans } from './whole-spans.ts';

/** Everything answers are made from. */
export interface Sources {
  /** Ids of the plans, in order. */
  plans: readonly string[];
  /** The index of a plan; built when its plan is first asked about. */
  index(plan: string): PlanIndex;
  lexicon: Lexicon;
  names: PlanNames;
}

/** Who asks: their own plan and kind of unit, where known. */
export interface Asker {
  plan: string | null;
  subject: string | null;
}

/** Answers one question that has been read. */
export function answerQuestion(sources: Sources, question: ReadQuestion, asker: Asker): Answer {
  const plans = plansMeant(sources, question, asker);
  if (plans.length === 0) {
    return {
      outcome: inTheField(sources, question) ? 'which_plan' : 'out_of_scope',
      findings: [],
      elsewhere: false,
      compared: false,
    };
  }
  const findings = plans.map(id => findingOf(sources, sources.index(id), question, asker));
  const kept = findings.filter(finding => finding !== null);
  if (kept.length === 0) return { outcome: 'out_of_scope', findings: [], elsewhere: false, compared: false };
  const outcome = kept.some(finding => finding.outcome === 'answered') ? 'answered' : 'not_stated';
  const elsewhere = plans.length === 1 && asker.plan !== null && plans[0] !== asker.plan;
  return { outcome, findings: kept, elsewhere, compared: plans.length > 1 };
}

function plansMeant(sources: Sources, question: ReadQuestion, asker: Asker): string[] {
  const named = [...new Set(question.named.map(n => n.plan))];
  const own = asker.plan !== null && sources.plans.includes(asker.plan) ? asker.plan : null;
  if (question.everyPlan && named.length === 0 && (question.comparing || own === null))
    return [...sources.plans];
  if (named.length === 0) return own ? [own] : [];
  const withOwn =
    own !== null && !named.includes(own) && question.comparing && (named.length === 1 || question.ownSide);
  return withOwn ? (question.ownSide && ownFirst(question) ? [own, ...named] : [...named, own]) : named;
}

function ownFirst(question: ReadQuestion): boolean {
  return (question.named[0]?.from ?? 0) > 1;
}

function inTheField(sources: Sources, question: ReadQuestion): boolean {
  return sources.plans.some(id => {
    const index = sources.index(id);
    const found = findInPlan(index, question, sources.lexicon, null);
    return decide(found, index, question).outcome !== 'out_of_scope';
  });
}

function findingOf(sources: Sources, index: PlanIndex, question: ReadQuestion, asker: Asker): Finding | null {
  const subject = asker.plan === index.plan.id ? asker.subject : null;
  const decision =
    byAddress(index.plan, question) ??
    citedDocument(index.plan, question) ??
    identityDecision(index.plan, question) ??
    decide(findInPlan(index, question, sources.lexicon, subject), index, question);
  if (decision.outcome === 'out_of_scope') return null;
  const citations = spansToCite(index.plan, decision, question).map(span => cite(index.plan, span));
  if (decision.outcome === 'not_stated') {
    return {
      plan: index.plan.id,
      outcome: 'not_stated',
      about: decision.silence?.about ?? null,
      unwritten: decision.silence?.unwritten ?? false,
      points: [],
      citations,
    };
  }
  return {
    plan: index.plan.id,
    outcome: 'answered',
    about: null,
    unwritten: false,
    points: readPoints(question, citations),
    citations,
  };
}

function spansToCite(
  plan: Plan,
  decision: Exclude<Decision, { outcome: 'out_of_scope' }>,
  question: ReadQuestion,
): Span[] {
  const [first, ...others] = decision.spans;
  if (!first) return [];
  const listed = decision.outcome === 'answered' && question.aspects.has('list') && others.length < 3;
  if (listed) return wholeSpans(plan, [...wholeList(plan, first), ...others]);
  if (!question.aspects.has('who')) return wholeSpans(plan, decision.spans);
  return wholeSpans(
    plan,
    decision.spans.flatMap(span => [span, sentenceHead(plan, span) ?? span]),
  );
}

/** A citation of a span: its exact words and the address of the smallest clause that holds its beginning. */
export function cite(plan: Plan, span: Span): Citation {
  const clause = plan.clauses.findLast(c => c.start <= span.start && span.start < c.end) ?? plan.clauses[0]!;
  const quote = plan.text.slice(span.start, span.end);
  const note = plan.notes.find(n => quote.includes(n.quote))?.note ?? null;
  return {
    plan: plan.id,
    clause: clause.id,
    address: clause.address,
    quote,
    start: span.start,
    end: span.end,
    note,
  };
}
