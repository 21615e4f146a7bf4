/**
 * Which requirement to ask next.
 *
 * `plan`: the first unanswered one in the plan's order. `soonest`: the one that can settle the verdict soonest.
 * Every rule folds by “all”, so one unmet requirement of the verdict settles it at once: only those are asked,
 * facts that a figure answers before judgements that need a discussion, criteria with less left open first,
 * and nothing more once the verdict is settled. A question that was answered, be it by “unknown” or “na”, or
 * that does not apply to the subject, is not asked.
 */
import type { Answers } from './answer.ts';
import { compileSubject } from './compile.ts';
import { evaluateCompiled } from './evaluate.ts';
import type { Kind, Requirement, Rulebook } from './rulebook.ts';

export type QuestionOrder = 'plan' | 'soonest';

export interface NextQuestion {
  criterion: { id: string; title: string };
  requirement: Requirement;
  /** Questions not yet asked, this one included. */
  remaining: number;
}

const effort: Record<Kind, number> = {
  count: 0,
  share: 0,
  target: 0,
  rank: 0,
  yearly: 0,
  comparison: 1,
  statement: 2,
};

/** Null when nothing is left to ask, or the plan has no such subject. */
export function nextQuestion(
  rulebook: Rulebook,
  input: { subject: string; answers: Answers; order?: QuestionOrder; skip?: readonly string[] },
): NextQuestion | null {
  const { subject, answers, order = 'plan', skip = [] } = input;
  const compiled = compileSubject(rulebook, subject);
  if (compiled === null) return null;
  const soonest = order === 'soonest' && rulebook.verdict.rule === 'all';
  if (soonest && evaluateCompiled(compiled, { subject, answers }).settled) return null;
  const open = compiled.criteria.flatMap(({ id, title, inVerdict, requirements }) => {
    const unasked = requirements.filter(
      requirement =>
        !Object.hasOwn(answers, requirement.id) &&
        !skip.includes(requirement.id) &&
        (!soonest || (inVerdict && requirement.counted)),
    );
    return unasked.map(({ requirement }) => ({
      criterion: { id, title },
      requirement,
      openInCriterion: unasked.length,
    }));
  });
  if (soonest)
    open.sort(
      (a, b) =>
        effort[a.requirement.kind] - effort[b.requirement.kind] || a.openInCriterion - b.openInCriterion,
    );
  const first = open[0];
  if (first === undefined) return null;
  return { criterion: first.criterion, requirement: first.requirement, remaining: open.length };
}
