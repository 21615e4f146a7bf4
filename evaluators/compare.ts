/**
 * What if: two evaluations side by side, be it other answers or another version of the rulebook.
 */
import type { Evaluation, Outcome, VerdictOutcome } from './evaluation.ts';

export interface RequirementChange {
  id: string;
  criterion: string;
  clause: string;
  /** null: the requirement is not in that evaluation. */
  before: { outcome: Outcome; detail: string } | null;
  after: { outcome: Outcome; detail: string } | null;
  /** true where this change turned the verdict. */
  decided: boolean;
}

export interface Comparison {
  verdict: { before: VerdictOutcome; after: VerdictOutcome; changed: boolean };
  words: { before: string; after: string };
  criteria: { id: string; before: Outcome | null; after: Outcome | null }[];
  /** Requirements whose outcome or detail differs, in the later evaluation's order, dropped ones last. */
  requirements: RequirementChange[];
  rulebookChanged: boolean;
}

interface Seen {
  criterion: string;
  clause: string;
  counted: boolean;
  state: { outcome: Outcome; detail: string };
}

function byId(evaluation: Evaluation): Map<string, Seen> {
  const seen = new Map<string, Seen>();
  for (const { id: criterion, requirements } of evaluation.criteria)
    for (const { id, clause, outcome, detail, counted } of requirements)
      seen.set(id, { criterion, clause, counted: counted !== false, state: { outcome, detail } });
  return seen;
}

/**
 * Whether a change of one requirement belongs to what turned the verdict: towards unmet, whatever became
 * unmet; away from unmet, whatever stopped being it; between met and unknown, whatever changed its outcome.
 */
function decides(
  verdict: { before: VerdictOutcome; after: VerdictOutcome },
  before: Outcome | null,
  after: Outcome | null,
): boolean {
  if (verdict.before === verdict.after || before === after) return false;
  if (verdict.after === 'unmet') return after === 'unmet';
  if (verdict.before === 'unmet') return before === 'unmet';
  return true;
}

/** `verdictCriteria`: ids of the criteria that the verdict folds; left out: all of them. */
export function compare(
  before: Evaluation,
  after: Evaluation,
  verdictCriteria?: ReadonlySet<string>,
): Comparison {
  const old = byId(before);
  const fresh = byId(after);
  const verdict = { before: before.outcome, after: after.outcome };
  const requirements: RequirementChange[] = [];
  for (const id of new Set([...fresh.keys(), ...old.keys()])) {
    const was = old.get(id) ?? null;
    const is = fresh.get(id) ?? null;
    const { criterion, clause, counted } = (is ?? was)!;
    if (was?.state.outcome === is?.state.outcome && was?.state.detail === is?.state.detail) continue;
    const inVerdict = counted && (verdictCriteria?.has(criterion) ?? true);
    requirements.push({
      id,
      criterion,
      clause,
      before: was?.state ?? null,
      after: is?.state ?? null,
      decided: inVerdict && decides(verdict, was?.state.outcome ?? null, is?.state.outcome ?? null),
    });
  }
  const ids = [...new Set([...after.criteria, ...before.criteria].map(({ id }) => id))];
  const outcomeOf = (evaluation: Evaluation, id: string): Outcome | null =>
    evaluation.criteria.find(criterion => criterion.id === id)?.outcome ?? null;
  return {
    verdict: { ...verdict, changed: verdict.before !== verdict.after },
    words: { before: before.words, after: after.words },
    criteria: ids.map(id => ({ id, before: outcomeOf(before, id), after: outcomeOf(after, id) })),
    requirements,
    rulebookChanged: before.rulebook !== after.rulebook,
  };
}
