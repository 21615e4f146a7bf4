/** Answers that meet, or do not meet, a requirement: for examples and tests. */
import type { Answer } from '../answer.ts';
import { concerns } from '../compile.ts';
import { nearestPart, readPercentageTest } from '../percentage-test.ts';
import { readRankTest } from '../rank-test.ts';
import { type Requirement, type Rulebook, ranks } from '../rulebook.ts';

const whole = 2000;

/** On the very boundary, where the kind has one. */
export function meeting(requirement: Requirement): Answer {
  switch (requirement.kind) {
    case 'statement':
      return 'met';
    case 'share':
      return { part: nearestPart(whole, readPercentageTest(requirement.test)!), whole };
    case 'target':
      return { done: 12, target: 12 };
    case 'count':
      return { count: 0 };
    case 'rank':
      return readRankTest(requirement.test)!;
    case 'comparison':
      return 'better';
    case 'yearly':
      return { years: [{ part: nearestPart(whole, readPercentageTest(requirement.test)!), whole }] };
  }
}

/** Just beyond the boundary, where the kind has one. */
export function failing(requirement: Requirement): Answer {
  switch (requirement.kind) {
    case 'statement':
      return 'unmet';
    case 'share':
    case 'yearly': {
      const test = readPercentageTest(requirement.test)!;
      const part = nearestPart(whole, test) + (test.operator.startsWith('<') ? 1 : -1);
      return requirement.kind === 'share' ? { part, whole } : { years: [{ part, whole }] };
    }
    case 'target':
      return { done: 11, target: 12 };
    case 'count':
      return { count: 1 };
    case 'rank':
      return ranks[ranks.indexOf(readRankTest(requirement.test)!) - 1]!;
    case 'comparison':
      return 'equal';
  }
}

/** Requirements of a subject, in the plan's order. */
export const requirementsFor = (rulebook: Rulebook, subject: string): Requirement[] =>
  rulebook.criteria.flatMap(({ requirements }) => requirements.filter(item => concerns(item, subject)));

/** Answers that meet everything that applies to the subject. */
export const allMet = (rulebook: Rulebook, subject: string): Record<string, Answer> =>
  Object.fromEntries(requirementsFor(rulebook, subject).map(item => [item.id, meeting(item)]));
