/** Arbitrary valid answers, for fast-check. */
import fc from 'fast-check';
import type { Answer } from '../answer.ts';
import { type Requirement, ranks } from '../rulebook.ts';
import { failing, meeting } from './answers-for.ts';

const small = fc.nat({ max: 40 });
const any = fc.oneof({ weight: 5, arbitrary: small }, { weight: 1, arbitrary: fc.maxSafeNat() });

const share = fc.tuple(any, any).map(([a, b]) => ({ part: Math.min(a, b), whole: Math.max(a, b) }));

function ofKind(requirement: Requirement): fc.Arbitrary<Answer> {
  switch (requirement.kind) {
    case 'statement':
      return fc.constantFrom<Answer>('met', 'unmet');
    case 'share':
      return share;
    case 'target':
      return fc.record({ done: any, target: any });
    case 'count':
      return fc.record({ count: fc.constantFrom(0, 0, 1, 2, Number.MAX_SAFE_INTEGER) });
    case 'rank':
      return fc.constantFrom<Answer>(...ranks);
    case 'comparison':
      return requirement.figures
        ? fc.oneof(fc.constantFrom<Answer>('better', 'equal', 'worse'), fc.record({ now: any, before: any }))
        : fc.constantFrom<Answer>('better', 'equal', 'worse');
    case 'yearly':
      return fc.array(share, { minLength: 1, maxLength: 10 }).map(years => ({ years }));
  }
}

/** One answer, or undefined for none. Met more often than not, so that whole assessments can be met. */
export const answerTo = (requirement: Requirement): fc.Arbitrary<Answer | undefined> =>
  fc.oneof(
    { weight: 60, arbitrary: fc.constant(meeting(requirement)) },
    { weight: 2, arbitrary: fc.constant(failing(requirement)) },
    { weight: 6, arbitrary: ofKind(requirement) },
    { weight: 3, arbitrary: fc.constantFrom<Answer | undefined>('unknown', undefined) },
    { weight: 3, arbitrary: fc.constant<Answer>({ na: 'không có' }) },
    {
      weight: 1,
      arbitrary: fc.constantFrom<Answer>(
        { override: 'met', basis: 'NQ 1' },
        { override: 'unmet', basis: 'NQ 1' },
      ),
    },
  );

/** Answers to all of these requirements, in any order. */
export const answersTo = (requirements: Requirement[]): fc.Arbitrary<Record<string, Answer>> =>
  fc
    .tuple(
      fc.tuple(...requirements.map(answerTo)),
      fc.shuffledSubarray(
        requirements.map((_, at) => at),
        { minLength: requirements.length },
      ),
    )
    .map(([answers, order]) => {
      const all: Record<string, Answer> = {};
      for (const at of order) if (answers[at] !== undefined) all[requirements[at]!.id] = answers[at];
      return all;
    });
