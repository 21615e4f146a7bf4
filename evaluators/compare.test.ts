import { expect, test } from 'vitest';
import type { Answers } from './answer.ts';
import { compare } from './compare.ts';
import { evaluate } from './evaluate.ts';
import { allMet } from './testing/answers-for.ts';
import { rulebook } from './testing/tiny-rulebook.ts';

const tkv = rulebook('tkv-1288-kh-du');
const subject = 'chi-bo-truc-thuoc';
const passing = allMet(tkv, subject);
const run = (answers: Answers, book = tkv) => evaluate(book, { subject, answers })!;

test('[E14] a changed answer shows what changed and which requirement decided', () => {
  const before = run({ ...passing, 'cb-1.1.3b': { part: 26, whole: 29 } });
  const after = run({ ...passing, 'cb-1.1.3b': { part: 27, whole: 29 } });
  const found = compare(before, after);
  expect(found).toMatchObject({
    verdict: { before: 'unmet', after: 'met', changed: true },
    words: { before: 'không đạt', after: 'đạt' },
    rulebookChanged: false,
    requirements: [
      {
        id: 'cb-1.1.3b',
        criterion: '1.1',
        clause: 'II.1.1',
        before: { outcome: 'unmet', detail: '26/29, cần từ 90% trở lên' },
        after: { outcome: 'met', detail: '27/29, cần từ 90% trở lên' },
        decided: true,
      },
    ],
  });
  expect(found.criteria[0]).toEqual({ id: '1.1', before: 'unmet', after: 'met' });
});

test('[E14] a change that leaves the verdict as it was decided nothing', () => {
  const before = run({ ...passing, 'cb-1.1.3b': { part: 27, whole: 29 } });
  const after = run({ ...passing, 'cb-1.1.3b': { part: 28, whole: 29 } });
  expect(compare(before, after).requirements).toMatchObject([{ id: 'cb-1.1.3b', decided: false }]);
});

test('[E14] of several changes, only those that became unmet turned the verdict to unmet', () => {
  const after = run({ ...passing, 'cb-1.3.3': { count: 1 }, 'cb-1.2.3': 'unknown' });
  const decided = compare(run(passing), after).requirements.map(({ id, decided }) => [id, decided]);
  expect(decided).toEqual([
    ['cb-1.2.3', false],
    ['cb-1.3.3', true],
  ]);
});

test('[E14] an answer taken away turns met to unknown, and is shown to have', () => {
  const { 'cb-1.2.3': _, ...rest } = passing;
  expect(compare(run(passing), run(rest))).toMatchObject({
    verdict: { before: 'met', after: 'unknown' },
    requirements: [{ id: 'cb-1.2.3', decided: true }],
  });
});

test('[E14] old and new rulebook stand side by side: a stricter bound, a requirement added and one dropped', () => {
  const fresh = structuredClone(tkv);
  fresh.hash = `sha256:${'1'.repeat(64)}`;
  const [first] = fresh.criteria;
  const share = first!.requirements.find(({ id }) => id === 'cb-1.1.3b')!;
  if (share.kind !== 'share') throw new Error('a share was expected');
  share.test = '>= 95%';
  first!.requirements[0]!.id = 'cb-moi';
  const answers = { ...passing, 'cb-1.1.3b': { part: 27, whole: 29 } };
  const found = compare(run(answers), run(answers, fresh));
  expect(found).toMatchObject({ verdict: { before: 'met', after: 'unmet' }, rulebookChanged: true });
  expect(
    found.requirements.map(({ id, before, after, decided }) => [
      id,
      before?.outcome,
      after?.outcome,
      decided,
    ]),
  ).toEqual([
    ['cb-moi', undefined, 'unknown', false],
    ['cb-1.1.3b', 'met', 'unmet', true],
    ['cb-1.1.1', 'met', undefined, false],
  ]);
  // The old answer is kept, shown as not counted, never read.
  expect(run(answers, fresh).caveats.join()).toContain('cb-1.1.1');
});

test('[E14] what stands beside the verdict never decided it', () => {
  const book = rulebook('bao-lam-ba-tot');
  const answers = allMet(book, 'dang-uy-xa');
  const before = evaluate(book, { subject: 'dang-uy-xa', answers })!;
  const after = evaluate(book, {
    subject: 'dang-uy-xa',
    answers: { ...answers, 'bt-1.1': 'unmet', 'bt-v3': { done: 0, target: 4 } },
  })!;
  const verdictCriteria = new Set(book.criteria.filter(({ beside }) => !beside).map(({ id }) => id));
  const decided = compare(before, after, verdictCriteria).requirements.map(({ id, decided }) => [
    id,
    decided,
  ]);
  expect(decided).toEqual([
    ['bt-1.1', false],
    ['bt-v3', true],
  ]);
});
