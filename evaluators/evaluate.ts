/**
 * Rulebook, subject, answers in; the evaluation, which is its own trace, out.
 *
 * `settled` is supervaluation: the verdict is settled when every way of completing what is still unknown gives
 * the same verdict. What is unknown may be completed to met, unmet or na (`"unknown"`, an answer left out and
 * a share with whole 0 alike); what has been answered stays. Since every rule folds by “all”, this needs no
 * enumeration: an unmet verdict stays unmet whatever is added, a met one has nothing left unknown, and an
 * unknown one can be turned to unmet by any counted requirement of its criteria that is still unknown; so it
 * is settled exactly when there is none (a criterion that is `na` keeps it unknown). The tests enumerate.
 */
import type { Answers } from './answer.ts';
import { caveatsOf } from './caveats.ts';
import {
  type CompiledCriterion,
  type CompiledRequirement,
  type CompiledSubject,
  compileSubject,
} from './compile.ts';
import type {
  CriterionTrace,
  Evaluation,
  Outcome,
  RepairStep,
  RequirementTrace,
  VerdictOutcome,
} from './evaluation.ts';
import { foldCriterion, foldVerdict } from './fold.ts';
import type { Judgement } from './judge.ts';
import { needsOf } from './needs.ts';
import type { Rulebook } from './rulebook.ts';

export interface Assessment {
  subject: string;
  /** The year under review; only caveats depend on it. */
  year?: number | undefined;
  answers: Answers;
}

interface JudgedCriterion {
  outcome: Outcome;
  /** One for each of its requirements. */
  judgements: Judgement[];
}

function judgeCriterion({ requirements, whenEmpty }: CompiledCriterion, answers: Answers): JudgedCriterion {
  const tally = { met: 0, unmet: 0, unknown: 0, na: 0 };
  const judgements: Judgement[] = [];
  for (const { id, counted, judge } of requirements) {
    const judgement = judge(answers[id]);
    judgements.push(judgement);
    if (counted) tally[judgement.outcome] += 1;
  }
  return { outcome: foldCriterion(tally, whenEmpty), judgements };
}

function verdictOf({ rulebook, criteria }: CompiledSubject, judged: JudgedCriterion[]): VerdictOutcome {
  if (rulebook.verdict.rule === 'none') return 'no_verdict';
  const outcomes: Outcome[] = [];
  for (let at = 0; at < criteria.length; at += 1)
    if (criteria[at]!.inVerdict) outcomes.push(judged[at]!.outcome);
  return foldVerdict(outcomes);
}

function traceOf(compiled: CompiledRequirement, judgement: Judgement, decided: boolean): RequirementTrace {
  const { id, clause, quote, reading, counted } = compiled;
  const { outcome, detail, override } = judgement;
  // Two literals for the usual cases, so that traces share two shapes and are quick to make.
  if (counted && override === undefined)
    return decided
      ? { id, outcome, detail, clause, quote, reading, decided: true }
      : { id, outcome, detail, clause, quote, reading };
  const trace: RequirementTrace = { id, outcome, detail, clause, quote, reading };
  if (!counted) trace.counted = false;
  if (override !== undefined) trace.override = override;
  if (decided) trace.decided = true;
  return trace;
}

/** `{unmet}` in the plan's words stands for the unmet criteria of the verdict. */
function wordsOf(compiled: CompiledSubject, outcome: VerdictOutcome, criteria: CriterionTrace[]): string {
  const { verdict } = compiled.rulebook;
  if (verdict.rule === 'none') return verdict.words.none;
  if (outcome === 'no_verdict') throw new Error('a verdict rule always gives a verdict');
  let words = verdict.words[outcome];
  if (words.includes('{unmet}')) {
    const unmet = criteria.filter((item, at) => compiled.criteria[at]!.inVerdict && item.outcome === 'unmet');
    words = words.replace('{unmet}', unmet.map(({ id }) => id).join(', '));
  }
  return verdict.derived && outcome !== 'unknown' ? `${words} (${verdict.derived})` : words;
}

/** What one pass over the judgements finds besides the traces. */
interface Findings {
  missing: string[];
  repair: RepairStep[];
  /** Something that counts in the verdict is still unknown. */
  open: boolean;
}

function traceCriterion(
  { id, title, inVerdict, requirements }: CompiledCriterion,
  { outcome, judgements }: JudgedCriterion,
  verdict: VerdictOutcome,
  answers: Answers,
  found: Findings,
): CriterionTrace {
  const traces: RequirementTrace[] = [];
  for (let at = 0; at < judgements.length; at += 1) {
    const compiled = requirements[at]!;
    const judgement = judgements[at]!;
    const counts = inVerdict && compiled.counted;
    const unknown = judgement.outcome === 'unknown';
    if (unknown && compiled.counted) found.missing.push(compiled.id);
    if (unknown && counts) found.open = true;
    if (counts && verdict === 'unmet' && (unknown || judgement.outcome === 'unmet'))
      found.repair.push({ id: compiled.id, needs: needsOf(compiled.requirement, answers[compiled.id]) });
    const decided = counts && !unknown && judgement.outcome === verdict;
    traces.push(traceOf(compiled, judgement, decided));
  }
  return { id, title, outcome, requirements: traces };
}

/** The whole evaluation for a subject that has been prepared. */
export function evaluateCompiled(compiled: CompiledSubject, input: Assessment): Evaluation {
  const { answers } = input;
  const judged: JudgedCriterion[] = [];
  for (const criterion of compiled.criteria) judged.push(judgeCriterion(criterion, answers));
  const outcome = verdictOf(compiled, judged);
  const found: Findings = { missing: [], repair: [], open: false };
  const criteria: CriterionTrace[] = [];
  for (let at = 0; at < judged.length; at += 1)
    criteria.push(traceCriterion(compiled.criteria[at]!, judged[at]!, outcome, answers, found));
  const evaluation: Evaluation = {
    outcome,
    words: wordsOf(compiled, outcome, criteria),
    settled: outcome !== 'unknown' || !found.open,
    criteria,
    missing: found.missing,
    repairs: found.repair.length > 0 ? [found.repair] : [],
    caveats: [],
    rulebook: compiled.rulebook.hash,
  };
  evaluation.caveats = caveatsOf(compiled, evaluation, input);
  return evaluation;
}

/** The evaluation, or null when the plan has no such subject. Answers must have passed `readAnswer`. */
export function evaluate(rulebook: Rulebook, input: Assessment): Evaluation | null {
  const compiled = compileSubject(rulebook, input.subject);
  return compiled === null ? null : evaluateCompiled(compiled, input);
}
