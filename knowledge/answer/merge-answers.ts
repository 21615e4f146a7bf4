import type { Answer } from './answer.ts';

const RANK = { answered: 0, not_stated: 1, which_plan: 2, out_of_scope: 3 } as const;

/**
 * The answers to the questions of one message as one: what was answered comes with what is not stated; what is out
 * of the field is left out when something else was asked too.
 */
export function mergeAnswers(answers: readonly Answer[]): Answer {
  const [first, ...others] = [...answers].sort((a, b) => RANK[a.outcome] - RANK[b.outcome]);
  if (!first) return { outcome: 'out_of_scope', findings: [], elsewhere: false, compared: false };
  return others.reduce(
    (merged, next) => ({
      outcome: merged.outcome,
      findings: [...merged.findings, ...next.findings],
      elsewhere: merged.elsewhere,
      compared: merged.compared || next.findings.some(f => f.plan !== merged.findings[0]?.plan),
    }),
    first,
  );
}
