import { describe, expect, test } from 'vitest';
import type { Answer } from './answer.ts';
import { evaluate } from './evaluate.ts';
import { nextQuestion } from './next-question.ts';
import { allMet, failing, meeting, requirementsFor } from './testing/answers-for.ts';
import { allSubjects, rulebook } from './testing/tiny-rulebook.ts';

const tkv = rulebook('tkv-1288-kh-du');

describe.each(allSubjects)('[E13] $book.id, $subject', ({ book, subject }) => {
  test('asks in the plan’s order everything that applies, each once, and then nothing', () => {
    const answers: Record<string, Answer> = {};
    const asked: string[] = [];
    for (;;) {
      const next = nextQuestion(book, { subject, answers });
      if (next === null) break;
      expect(next.remaining).toBe(requirementsFor(book, subject).length - asked.length);
      asked.push(next.requirement.id);
      answers[next.requirement.id] = asked.length % 2 === 0 ? 'unknown' : meeting(next.requirement);
    }
    expect(asked).toEqual(requirementsFor(book, subject).map(({ id }) => id));
  });

  if (book.verdict.rule === 'all')
    test('the soonest way settles with one question when its answer is unmet, and asks nothing after that', () => {
      const first = nextQuestion(book, { subject, answers: {}, order: 'soonest' })!;
      const answers = { [first.requirement.id]: failing(first.requirement) };
      expect(evaluate(book, { subject, answers })).toMatchObject({ outcome: 'unmet', settled: true });
      expect(nextQuestion(book, { subject, answers, order: 'soonest' })).toBeNull();
    });

  if (book.verdict.rule === 'all')
    test('the soonest way asks only what can still change the verdict, and all of it', () => {
      const answers: Record<string, Answer> = {};
      for (;;) {
        const next = nextQuestion(book, { subject, answers, order: 'soonest' });
        if (next === null) break;
        answers[next.requirement.id] = meeting(next.requirement);
      }
      expect(evaluate(book, { subject, answers })).toMatchObject({ outcome: 'met', settled: true });
      const beside = book.criteria
        .filter(criterion => criterion.beside)
        .flatMap(({ requirements }) => requirements);
      for (const { id } of beside) expect(answers).not.toHaveProperty([id]);
    });
});

test('[E13] the soonest way asks for figures before judgements', () => {
  const { requirement } = nextQuestion(tkv, { subject: 'chi-bo-co-so', answers: {}, order: 'soonest' })!;
  expect(requirement.kind).not.toBe('statement');
});

test('[E13] a question that the subject does not have is not asked', () => {
  const ids = requirementsFor(tkv, 'chi-bo-truc-thuoc').map(({ id }) => id);
  expect(ids).not.toContain('cb-1.2.4');
});

test('[E13] skipped questions are passed over, and an unknown subject has none', () => {
  const skip = ['cb-1.1.1', 'cb-1.1.2'];
  expect(nextQuestion(tkv, { subject: 'chi-bo-co-so', answers: {}, skip })!.requirement.id).toBe('cb-1.1.3');
  expect(nextQuestion(tkv, { subject: 'chi-bo-ap', answers: {} })).toBeNull();
  expect(nextQuestion(tkv, { subject: 'chi-bo-co-so', answers: allMet(tkv, 'chi-bo-co-so') })).toBeNull();
});
