/** Faults put into the judging on purpose: each must be noticed by an example of the rulebook or a boundary case. */
import { describe, expect, test } from 'vitest';
import type { Answer } from './answer.ts';
import { type CompiledSubject, compileSubject } from './compile.ts';
import { evaluateCompiled } from './evaluate.ts';
import { type Judge, judgeOf } from './judge.ts';
import type { Requirement, Rulebook } from './rulebook.ts';
import { allMet } from './testing/answers-for.ts';
import { naiveOutcome } from './testing/naive-evaluate.ts';
import { allRulebooks } from './testing/tiny-rulebook.ts';

/** Null: the fault does not concern this requirement. */
type Mutation = (requirement: Requirement, right: Judge) => Judge | null;

const met = { outcome: 'met', detail: '' } as const;
const unmet = { outcome: 'unmet', detail: '' } as const;

const retest =
  (from: RegExp, to: string): Mutation =>
  requirement =>
    'test' in requirement && from.test(requirement.test)
      ? judgeOf({ ...requirement, test: requirement.test.replace(from, to) })
      : null;

/** The judge answers differently where `wrong` says so. */
const instead =
  (kind: string, wrong: (answer: Answer | undefined) => ReturnType<Judge> | null): Mutation =>
  (requirement, right) =>
    kind === '*' || requirement.kind === kind ? answer => wrong(answer) ?? right(answer) : null;

const field = (answer: Answer | undefined, name: string): number | undefined =>
  typeof answer === 'object' ? (answer as unknown as Record<string, number>)[name] : undefined;

const mutations: Record<string, Mutation> = {
  '≥ read as >': retest(/^>= (\d+%)/, '> $1'),
  '> read as ≥': retest(/^> /, '>= '),
  '< read as ≤': retest(/^< /, '<= '),
  '= 100% read as ≥ 90%': retest(/^= 100%/, '>= 90%'),
  '89 for 90': retest(/90%/, '89%'),
  '91 for 90': retest(/90%/, '91%'),
  '0,5 for 0,4': retest(/0\.4%/, '0.5%'),
  '3 for 4': retest(/ 4%/, ' 3%'),
  '69 for 70': retest(/70%/, '69%'),
  'percentage rounded to whole numbers': (requirement, right) =>
    requirement.kind !== 'share'
      ? null
      : answer => {
          const [part, whole] = [field(answer, 'part'), field(answer, 'whole')];
          if (!part || !whole) return right(answer);
          return right({ part: Math.round((part / whole) * 100), whole: 100 });
        },
  '“unknown” as met': instead('*', answer => (answer === 'unknown' || answer === undefined ? met : null)),
  'no answer as unmet': instead('*', answer => (answer === undefined || answer === 'unknown' ? unmet : null)),
  'whole 0 as met': instead('share', answer => (field(answer, 'whole') === 0 ? met : null)),
  'whole 0 as unmet': instead('share', answer => (field(answer, 'whole') === 0 ? unmet : null)),
  'target 0 as met': instead('target', answer => (field(answer, 'target') === 0 ? met : null)),
  'target 0 as unmet': instead('target', answer => (field(answer, 'target') === 0 ? unmet : null)),
  'target must be exceeded': instead('target', answer =>
    field(answer, 'done') === field(answer, 'target') && field(answer, 'target') ? unmet : null,
  ),
  'one below the target is enough': instead('target', answer =>
    field(answer, 'done') === (field(answer, 'target') ?? 0) - 1 ? met : null,
  ),
  'one case is tolerated': instead('count', answer => (field(answer, 'count') === 1 ? met : null)),
  'one rank lower is enough': (requirement, right) =>
    requirement.kind !== 'rank'
      ? null
      : answer =>
          naiveOutcome(requirement, answer) === 'unmet' &&
          answer !== 'khong-hoan-thanh-nhiem-vu' &&
          typeof answer === 'string'
            ? met
            : right(answer),
  'every rank is enough': instead('rank', answer => (answer === 'khong-hoan-thanh-nhiem-vu' ? met : null)),
  'equal as better': instead('comparison', answer => (answer === 'equal' ? met : null)),
  'na as met': instead('*', answer => (typeof answer === 'object' && 'na' in answer ? met : null)),
  'na as unmet': instead('*', answer => (typeof answer === 'object' && 'na' in answer ? unmet : null)),
  'a recorded decision ignored': instead('*', answer =>
    typeof answer === 'object' && 'override' in answer ? { outcome: 'unknown', detail: '' } : null,
  ),
};

/** Around every bound, with the outcome that the contract gives (by the naive evaluator). */
function boundaryAnswers(requirement: Requirement): (Answer | undefined)[] {
  const common: (Answer | undefined)[] = [
    undefined,
    'unknown',
    { na: 'không có' },
    { override: 'met', basis: 'NQ' },
    { override: 'unmet', basis: 'NQ' },
  ];
  const around = (whole: number): Answer[] =>
    Array.from({ length: whole + 1 }, (_, part) => ({ part, whole }));
  switch (requirement.kind) {
    case 'share':
      return [...common, { part: 0, whole: 0 }, ...[10, 29, 30, 200, 2000].flatMap(around)];
    case 'yearly':
      return [...common, ...[79, 80, 81, 70].map(part => ({ years: [{ part, whole: 2000 }] }))];
    case 'target':
      return [...common, ...[0, 1, 2, 3].flatMap(done => [0, 2].map(target => ({ done, target })))];
    case 'count':
      return [...common, { count: 0 }, { count: 1 }];
    case 'rank':
      return [
        ...common,
        'khong-hoan-thanh-nhiem-vu',
        'hoan-thanh-nhiem-vu',
        'hoan-thanh-tot-nhiem-vu',
        'hoan-thanh-xuat-sac-nhiem-vu',
      ];
    case 'comparison':
      return [...common, 'better', 'equal', 'worse'];
    case 'statement':
      return [...common, 'met', 'unmet'];
  }
}

const noticedAtBoundary = (requirement: Requirement, judge: Judge): boolean =>
  boundaryAnswers(requirement).some(answer => judge(answer).outcome !== naiveOutcome(requirement, answer));

function mutate(compiled: CompiledSubject, mutation: Mutation): CompiledSubject {
  const criteria = compiled.criteria.map(criterion => ({
    ...criterion,
    requirements: criterion.requirements.map(item => ({
      ...item,
      judge: mutation(item.requirement, item.judge) ?? item.judge,
    })),
  }));
  return { ...compiled, criteria };
}

/** Titles of the examples that fail under the fault. */
function failingExamples(book: Rulebook, mutation: Mutation): string[] {
  return book.examples
    .filter(example => {
      const compiled = mutate(compileSubject(book, example.subject)!, mutation);
      const base = example.rest === 'passing' ? allMet(book, example.subject) : {};
      const answers = { ...base, ...example.answers } as Record<string, Answer>;
      const { outcome, criteria } = evaluateCompiled(compiled, { subject: example.subject, answers });
      const traces = criteria.flatMap(({ requirements }) => requirements);
      return (
        (example.expect.outcome !== undefined && example.expect.outcome !== outcome) ||
        Object.entries(example.expect.requirements ?? {}).some(
          ([id, wanted]) => traces.find(trace => trace.id === id)?.outcome !== wanted,
        ) ||
        Object.entries(example.expect.criteria ?? {}).some(
          ([id, wanted]) => criteria.find(criterion => criterion.id === id)?.outcome !== wanted,
        )
      );
    })
    .map(({ title }) => title);
}

const requirements = allRulebooks.flatMap(book => book.criteria.flatMap(criterion => criterion.requirements));

describe.each(Object.entries(mutations))('[E22] the fault “%s”', (_, mutation) => {
  test('is noticed at the boundary of every requirement that it concerns', () => {
    const concerned = requirements.filter(
      requirement => mutation(requirement, judgeOf(requirement)) !== null,
    );
    expect(concerned.length).toBeGreaterThan(0);
    for (const requirement of concerned) {
      if (mutation === mutations['one rank lower is enough'] && requirement.id === 'qb-1.1b-xep-loai')
        continue;
      expect(
        noticedAtBoundary(requirement, mutation(requirement, judgeOf(requirement))!),
        requirement.id,
      ).toBe(true);
    }
  });

  test('is noticed by an example inside a rulebook', () => {
    expect(allRulebooks.flatMap(book => failingExamples(book, mutation)).length).toBeGreaterThan(0);
  });
});

test('[E22] without a fault nothing is noticed', () => {
  for (const requirement of requirements)
    expect(noticedAtBoundary(requirement, judgeOf(requirement))).toBe(false);
  for (const book of allRulebooks) expect(failingExamples(book, () => null)).toEqual([]);
});
