import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answer } from './answer.ts';
import { judgeOf } from './judge.ts';
import { nearestPart, readPercentageTest } from './percentage-test.ts';
import { type Requirement, ranks } from './rulebook.ts';
import { naiveOutcome } from './testing/naive-evaluate.ts';
import { answerTo } from './testing/random-answers.ts';
import { allRulebooks, requirement } from './testing/tiny-rulebook.ts';

const outcome = (item: Requirement, answer: Answer | undefined) => judgeOf(item)(answer).outcome;
const share = (test: string) => requirement({ kind: 'share', test });
const tests = ['>= 90%', '> 90%', '= 100%', '< 0.4%', '>= 70%', '<= 5%', '>= 4%'];

describe('[E7] shares are compared exactly', () => {
  test.each([
    ['>= 90%', 9, 10, 'met'],
    ['>= 90%', 26, 29, 'unmet'],
    ['>= 90%', 27, 30, 'met'],
    ['> 90%', 27, 30, 'unmet'],
    ['> 90%', 28, 30, 'met'],
    ['= 100%', 29, 30, 'unmet'],
    ['= 100%', 30, 30, 'met'],
    ['< 0.4%', 8, 2000, 'unmet'],
    ['< 0.4%', 7, 2000, 'met'],
    ['< 0.4%', 1, 250, 'unmet'],
    ['< 0.4%', 1, 251, 'met'],
    ['>= 70%', 7, 10, 'met'],
  ] as const)('%s of %i/%i is %s', (test, part, whole, wanted) => {
    expect(outcome(share(test), { part, whole })).toBe(wanted);
  });

  test('every part of every whole up to 60 agrees with the naive evaluator', () => {
    for (const item of tests.map(share))
      for (let whole = 0; whole <= 60; whole += 1)
        for (let part = 0; part <= whole; part += 1)
          if (outcome(item, { part, whole }) !== naiveOutcome(item, { part, whole }))
            expect.fail(`${part}/${whole}`);
  });

  test('numbers up to 2^53−1 are compared without rounding', () => {
    const huge = Number.MAX_SAFE_INTEGER;
    const part = Number((BigInt(huge) * 9n) / 10n) + 1;
    expect(outcome(share('>= 90%'), { part, whole: huge })).toBe('met');
    expect(outcome(share('>= 90%'), { part: part - 1, whole: huge })).toBe('unmet');
    fc.assert(
      fc.property(fc.constantFrom(...tests), fc.maxSafeNat(), fc.maxSafeNat(), (test, a, b) => {
        const answer = { part: Math.min(a, b), whole: Math.max(a, b) };
        expect(outcome(share(test), answer)).toBe(naiveOutcome(share(test), answer));
      }),
    );
  });

  test('the nearest part that is enough is enough, and one less is not', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...tests),
        fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
        (text, whole) => {
          const test = readPercentageTest(text)!;
          const part = nearestPart(whole, test);
          const step = test.operator.startsWith('<') ? 1 : -1;
          if (test.operator !== '=' && (part < 0 || part > whole)) return;
          expect(outcome(share(text), { part, whole })).toBe('met');
          if (part + step >= 0 && part + step <= whole)
            expect(outcome(share(text), { part: part + step, whole })).toBe('unmet');
        },
      ),
    );
  });
});

describe('[E6] outcomes of each kind', () => {
  test('a whole of 0 is unknown, never a pass', () => {
    for (const test of tests) expect(outcome(share(test), { part: 0, whole: 0 })).toBe('unknown');
  });

  test('a target of 0 is na, whatever was done; more than the target is met', () => {
    const item = requirement({ kind: 'target' });
    expect(outcome(item, { done: 0, target: 0 })).toBe('na');
    expect(outcome(item, { done: 5, target: 0 })).toBe('na');
    expect(outcome(item, { done: 2, target: 2 })).toBe('met');
    expect(outcome(item, { done: 3, target: 2 })).toBe('met');
    expect(outcome(item, { done: 1, target: 2 })).toBe('unmet');
  });

  test('a count is met only by an explicit 0', () => {
    const item = requirement({ kind: 'count' });
    expect(outcome(item, { count: 0 })).toBe('met');
    expect(outcome(item, { count: 1 })).toBe('unmet');
    expect(outcome(item, undefined)).toBe('unknown');
  });

  test('a rank is met at the clause’s rank and above', () => {
    const item = requirement({ kind: 'rank', test: '>= hoan-thanh-tot-nhiem-vu' });
    expect(ranks.map(rank => outcome(item, rank))).toEqual(['unmet', 'unmet', 'met', 'met']);
  });

  test('a comparison is met only when strictly better', () => {
    const item = requirement({ kind: 'comparison', figures: true });
    expect(['better', 'equal', 'worse'].map(word => outcome(item, word as Answer))).toEqual([
      'met',
      'unmet',
      'unmet',
    ]);
    expect(outcome(item, { now: 11, before: 10 })).toBe('met');
    expect(outcome(item, { now: 10, before: 10 })).toBe('unmet');
    expect(outcome(item, { now: 0, before: 0 })).toBe('unmet');
  });

  test('a yearly mean is exact: 4,0% is enough, one member less is not, a year of 0 is unknown', () => {
    const item = requirement({ kind: 'yearly', test: '>= 4%' });
    const years = (...parts: number[]): Answer => ({ years: parts.map(part => ({ part, whole: 2000 })) });
    expect(outcome(item, years(80, 78, 85, 81, 76))).toBe('met');
    expect(outcome(item, years(80, 78, 85, 81, 75))).toBe('unmet');
    expect(
      outcome(item, {
        years: [
          { part: 80, whole: 2000 },
          { part: 0, whole: 0 },
        ],
      }),
    ).toBe('unknown');
    // The mean of the shares, not the share of the sums: (1/10 + 1/1000)/2 = 5,05 %, sums 2/1010 = 0,2 %.
    expect(
      outcome(item, {
        years: [
          { part: 1, whole: 10 },
          { part: 1, whole: 1000 },
        ],
      }),
    ).toBe('met');
  });

  test('what is no answer of the kind is unknown, never a pass', () => {
    for (const item of allRulebooks.flatMap(book =>
      book.criteria.flatMap(({ requirements }) => requirements),
    ))
      for (const odd of [
        '',
        'toString',
        'constructor',
        {},
        [],
        { part: 1 },
        null,
        1,
        true,
      ] as unknown as Answer[])
        expect(outcome(item, odd)).toBe('unknown');
  });

  test('every kind agrees with the naive evaluator on random answers', () => {
    const items = allRulebooks.flatMap(book => book.criteria.flatMap(({ requirements }) => requirements));
    fc.assert(
      fc.property(
        fc.constantFrom(...items).chain(item => fc.tuple(fc.constant(item), answerTo(item))),
        ([item, answer]) => {
          expect(outcome(item, answer)).toBe(naiveOutcome(item, answer));
        },
      ),
      { numRuns: 2000 },
    );
  });
});

test('[E7] tests that nothing or everything would pass are not read', () => {
  for (const text of [
    '> 100%',
    '< 0%',
    '>= 0%',
    '<= 100%',
    '>= 101%',
    '90%',
    '>=90%',
    '>= 90',
    '>= 1e2%',
    '',
  ])
    expect(readPercentageTest(text), text).toBeNull();
  expect(readPercentageTest('< 0.4%')).toMatchObject({ numerator: 1, denominator: 250, words: 'dưới 0,4%' });
});
