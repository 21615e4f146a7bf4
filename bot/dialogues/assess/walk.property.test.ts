import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../evaluators/index.ts';
import { compileSubject, evaluate } from '../../../evaluators/index.ts';
import { stepsOf } from './sight.ts';
import { randomAnswer, seeded } from './testing/random-answer.ts';
import { spellAnswer } from './testing/spell-answer.ts';
import { openTalk, promptOf, rulebooks } from './testing/talk.ts';

const subjects = [...rulebooks.values()].flatMap(rulebook =>
  rulebook.subjects.map(({ id }) => [rulebook.id, id] as const),
);

describe('walking through the dialogue', () => {
  it.each(subjects)(
    '[S16] %s, %s: ends at exactly what evaluate gives for the same answers',
    (plan, subject) => {
      const rulebook = rulebooks.get(plan)!;
      const steps = stepsOf(compileSubject(rulebook, subject)!);
      fc.assert(
        fc.property(fc.integer({ min: 0, max: 1e9 }), seed => {
          const random = seeded(seed);
          const answers: Record<string, Answer> = {};
          for (const { requirement } of steps) answers[requirement.id] = randomAnswer(requirement, random);
          const talk = openTalk(plan, subject, 2024);
          let replies = talk.last!.replies;
          for (let turns = 0; promptOf(replies) !== 'review'; turns += 1) {
            expect(turns).toBeLessThan(steps.length + 1);
            replies = talk.lines(...spellAnswer(answers[promptOf(replies)!.slice('requirement:'.length)]!));
          }
          const submitted = talk.say({ choice: 'submit' }).find(({ evaluation }) => evaluation)!;
          expect(submitted.evaluation).toEqual(evaluate(rulebook, { subject, year: 2024, answers }));
        }),
        { numRuns: 25 },
      );
    },
  );
});
