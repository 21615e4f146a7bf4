import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answer, Answers } from './answer.ts';
import { evaluate } from './evaluate.ts';
import type { Evaluation, Outcome } from './evaluation.ts';
import type { Rulebook } from './rulebook.ts';
import { allMet, failing, meeting, requirementsFor } from './testing/answers-for.ts';
import { naiveEvaluate, naiveOutcome, naiveSettled, naiveVerdict } from './testing/naive-evaluate.ts';
import { answersTo } from './testing/random-answers.ts';
import { allSubjects, fourAnswers, requirement, rulebook, tiny } from './testing/tiny-rulebook.ts';

const run = (book: Rulebook, subject: string, answers: Answers): Evaluation =>
  evaluate(book, { subject, answers })!;

const brief = (evaluation: Evaluation) => ({
  outcome: evaluation.outcome,
  criteria: Object.fromEntries(evaluation.criteria.map(({ id, outcome }) => [id, outcome])),
  requirements: Object.fromEntries(
    evaluation.criteria.flatMap(({ requirements }) => requirements.map(({ id, outcome }) => [id, outcome])),
  ),
  missing: evaluation.missing,
});

/** Every way to give each of `ids` one of `values`. */
function* combinations<T>(ids: string[], values: T[]): Generator<Record<string, T>> {
  const total = values.length ** ids.length;
  for (let number = 0; number < total; number += 1) {
    const combination: Record<string, T> = {};
    let rest = number;
    for (const id of ids) {
      combination[id] = values[rest % values.length]!;
      rest = Math.floor(rest / values.length);
    }
    yield combination;
  }
}

describe.each(allSubjects)('$book.id, $subject', ({ book, subject }) => {
  const requirements = requirementsFor(book, subject);
  const passing = allMet(book, subject);
  const counts = new Set(
    book.verdict.rule === 'all'
      ? book.criteria
          .filter(({ beside }) => !beside)
          .flatMap(criterion => criterion.requirements.filter(({ counted }) => counted))
      : [],
  );

  test.each(book.criteria.map(criterion => [criterion.id, criterion] as const))(
    '[E8] criterion %s: all combinations of met, unmet and unknown agree with the naive evaluator',
    (_, criterion) => {
      const own = criterion.requirements.filter(item => requirements.includes(item));
      const choices = new Map(own.map(item => [item.id, [meeting(item), failing(item), 'unknown' as const]]));
      const judged = new Map(
        own.map(item => [item.id, choices.get(item.id)!.map(answer => naiveOutcome(item, answer))]),
      );
      const outcomes = naiveEvaluate(book, subject, passing).requirements;
      const answers: Record<string, Answer> = { ...passing };
      for (const chosen of combinations(
        own.map(({ id }) => id),
        [0, 1, 2],
      )) {
        for (const { id } of own) {
          answers[id] = choices.get(id)![chosen[id]!]!;
          outcomes[id] = judged.get(id)![chosen[id]!]!;
        }
        const found = run(book, subject, answers);
        const wanted = naiveVerdict(book, subject, outcomes);
        const trace = found.criteria.find(({ id }) => id === criterion.id);
        if (found.outcome !== wanted.outcome || trace?.outcome !== wanted.criteria[criterion.id])
          expect(brief(found)).toMatchObject(wanted);
        for (const { id, outcome } of trace?.requirements ?? [])
          if (outcome !== outcomes[id]) expect.fail(`${id}: ${outcome}, wanted ${outcomes[id]}`);
      }
    },
  );

  test('[E8] random whole assessments agree with the naive evaluator', () => {
    fc.assert(
      fc.property(answersTo(requirements), answers => {
        expect(brief(run(book, subject, answers))).toEqual(naiveEvaluate(book, subject, answers));
      }),
      { numRuns: 150 },
    );
  });

  test('[E8] the order of answers never matters', () => {
    fc.assert(
      fc.property(answersTo(requirements), answers => {
        const turned = Object.fromEntries(Object.entries(answers).toReversed());
        expect(run(book, subject, turned)).toEqual(run(book, subject, answers));
      }),
      { numRuns: 50 },
    );
  });

  test('[E6] an unknown never passes: taking any one answer away never leaves the verdict met', () => {
    for (const item of counts) {
      if (!requirements.includes(item)) continue;
      const { [item.id]: _, ...rest } = passing;
      for (const answers of [rest, { ...passing, [item.id]: 'unknown' as const }])
        expect(run(book, subject, answers)).toMatchObject({
          outcome: 'unknown',
          settled: false,
          missing: [item.id],
        });
    }
  });

  test('[E8] turning an unmet into met never worsens a verdict', () => {
    const order = { unmet: 0, unknown: 1, met: 2, no_verdict: 3 };
    fc.assert(
      fc.property(answersTo(requirements), answers => {
        const before = run(book, subject, answers);
        for (const trace of before.criteria.flatMap(criterion => criterion.requirements)) {
          if (trace.outcome !== 'unmet') continue;
          const item = requirements.find(({ id }) => id === trace.id)!;
          const after = run(book, subject, { ...answers, [item.id]: meeting(item) });
          expect(order[after.outcome]).toBeGreaterThanOrEqual(order[before.outcome]);
        }
      }),
      { numRuns: 50 },
    );
  });

  test('[E9] settled is true exactly when every completion of what is open gives the same verdict', () => {
    fc.assert(
      fc.property(answersTo(requirements), fc.subarray(requirements, { maxLength: 4 }), (random, open) => {
        const answers: Record<string, Answer> = { ...passing };
        for (const [id, answer] of Object.entries(random))
          if (answer !== 'unknown' && !('whole' in Object(answer))) answers[id] = answer;
        for (const item of open) delete answers[item.id];
        expect(run(book, subject, answers).settled).toBe(naiveSettled(book, subject, answers));
      }),
      { numRuns: 80 },
    );
  });

  if (counts.size > 0)
    test('[E10] every repair turns the verdict to met, and no smaller part of it does', () => {
      fc.assert(
        fc.property(fc.subarray([...counts]), fc.subarray([...counts], { maxLength: 2 }), (wrong, open) => {
          const answers: Record<string, Answer> = { ...passing };
          for (const item of wrong) if (item.id in answers) answers[item.id] = failing(item);
          for (const item of open) delete answers[item.id];
          const { outcome, repairs } = run(book, subject, answers);
          if (outcome !== 'unmet') {
            expect(repairs).toEqual([]);
            return;
          }
          expect(repairs).toHaveLength(1);
          for (const repair of repairs) {
            const ids = new Set(repair.map(({ id }) => id));
            const repaired = (without?: string) => {
              const after = { ...answers };
              for (const item of requirements)
                if (ids.has(item.id) && item.id !== without) after[item.id] = meeting(item);
              return run(book, subject, after).outcome;
            };
            expect(repaired()).toBe('met');
            for (const id of ids) expect(repaired(id)).not.toBe('met');
            for (const { needs } of repair) expect(needs).toMatch(/^cần /);
          }
        }),
        { numRuns: 60 },
      );
    });

  if (book.verdict.rule === 'none')
    test('[E5] never gives a verdict, whatever is answered, and still lists what is missing', () => {
      fc.assert(
        fc.property(answersTo(requirements), answers => {
          expect(run(book, subject, answers)).toMatchObject({
            outcome: 'no_verdict',
            settled: true,
            repairs: [],
          });
        }),
      );
      expect(run(book, subject, {}).missing).toEqual(requirements.map(({ id }) => id));
    });
});

const decisive = allSubjects.flatMap(({ book, subject }) =>
  book.criteria.flatMap(criterion =>
    criterion.requirements
      .filter(item => item.counted && requirementsFor(book, subject).includes(item))
      .map(item => ({ book, subject, criterion, item, clause: item.clause, id: item.id, plan: book.id })),
  ),
);

test.each(decisive)(
  '[E22] $plan $clause: $id decides both ways for $subject',
  ({ book, subject, criterion, item }) => {
    const met = run(book, subject, allMet(book, subject));
    const unmet = run(book, subject, { ...allMet(book, subject), [item.id]: failing(item) });
    const outcomeOf = (evaluation: Evaluation): Outcome =>
      evaluation.criteria.find(({ id }) => id === criterion.id)!.outcome;
    expect([outcomeOf(met), outcomeOf(unmet)]).toEqual(['met', 'unmet']);
    if (book.verdict.rule === 'none' || criterion.beside) return;
    expect([met.outcome, unmet.outcome]).toEqual(['met', 'unmet']);
    expect(unmet.repairs.map(repair => repair.map(({ id }) => id))).toEqual([[item.id]]);
    const decided = unmet.criteria.flatMap(({ requirements }) => requirements.filter(trace => trace.decided));
    expect(decided.map(({ id, clause, quote }) => ({ id, clause, quote }))).toEqual([
      { id: item.id, clause: item.clause, quote: item.quote },
    ]);
  },
);

const ids = ['a', 'b', 'c', 'd', 'e'];
const small = tiny([
  { id: '1', requirements: [requirement({ id: 'a' }), requirement({ id: 'b' })] },
  {
    id: '2',
    requirements: [requirement({ id: 'c' }), requirement({ id: 'x', counted: false })],
    whenEmpty: 'unknown',
  },
  { id: '3', requirements: [requirement({ id: 'd' })] },
  { id: '4', requirements: [requirement({ id: 'e' })], beside: true },
]);

describe('a small rulebook, every combination of met, unmet, unknown and na', () => {
  const every = [...combinations(ids, fourAnswers)].map(values => {
    const answers: Record<string, Answer> = {};
    for (const [id, answer] of Object.entries(values)) if (answer !== undefined) answers[id] = answer;
    return { answers, evaluation: run(small, 's', answers) };
  });
  const outcomes = new Map(
    every.map(({ answers, evaluation }) => [JSON.stringify(answers), evaluation.outcome]),
  );
  const key = (answers: Record<string, Answer>): string =>
    JSON.stringify(Object.fromEntries(ids.filter(id => id in answers).map(id => [id, answers[id]])));
  const inVerdict = ['a', 'b', 'c', 'd'];

  test('[E8] a criterion without anything left is na, and keeps the verdict from being met', () => {
    for (const { answers, evaluation } of every) {
      const isNa = (id: string): boolean => typeof answers[id] === 'object';
      const [one, two, three] = evaluation.criteria.map(({ outcome }) => outcome);
      expect(one === 'na').toBe(isNa('a') && isNa('b'));
      if (isNa('c')) expect(two).toBe('unknown');
      expect(three === 'na').toBe(isNa('d'));
      if ([one, two, three].some(outcome => outcome === 'na')) expect(evaluation.outcome).not.toBe('met');
    }
  });

  test('[E8] one unmet criterion makes the verdict unmet whatever else is missing', () => {
    for (const { answers, evaluation } of every)
      expect(evaluation.outcome === 'unmet').toBe(inVerdict.some(id => answers[id] === 'unmet'));
  });

  test('[E9] settled agrees with completing everything that is unknown in every way', () => {
    for (const { answers, evaluation } of every) {
      const open = ids.filter(id => !(id in answers));
      const completions = [...combinations(open, ['met', 'unmet', { na: 'không có' }] as Answer[])];
      const verdicts = new Set(
        completions.map(completion => outcomes.get(key({ ...answers, ...completion }))),
      );
      expect(evaluation.settled).toBe(verdicts.size === 1 && verdicts.has(evaluation.outcome));
    }
  });

  test('[E10] the repair is the smallest set that turns the verdict: no smaller set of requirements does', () => {
    for (const { answers, evaluation } of every) {
      const wrong = inVerdict.filter(id => answers[id] === 'unmet' || !(id in answers));
      const found = evaluation.repairs.map(repair => repair.map(({ id }) => id));
      expect(found).toEqual(evaluation.outcome === 'unmet' ? [wrong] : []);
      if (evaluation.outcome !== 'unmet') continue;
      // A criterion in which nothing applies cannot be repaired by answers: then the verdict becomes unknown.
      const empty =
        (typeof answers.a === 'object' && typeof answers.b === 'object') ||
        typeof answers.c === 'object' ||
        typeof answers.d === 'object';
      for (const chosen of combinations(inVerdict, [false, true])) {
        const turned = { ...answers };
        for (const id of inVerdict) if (chosen[id] && wrong.includes(id)) turned[id] = 'met';
        const complete = wrong.every(id => chosen[id]);
        const outcome = outcomes.get(key(turned));
        expect(outcome === 'met').toBe(complete && !empty);
        if (complete) expect(outcome).toBe(empty ? 'unknown' : 'met');
      }
    }
  });

  test('[E10] missing are the counted requirements that are unknown, beside the verdict too', () => {
    for (const { answers, evaluation } of every)
      expect(evaluation.missing).toEqual(ids.filter(id => !(id in answers)));
  });
});

describe('what is said with the outcome', () => {
  const tkv = rulebook('tkv-1288-kh-du');

  test('[E10] a repair says how many are needed, in words', () => {
    const answers = { ...allMet(tkv, 'chi-bo-co-so'), 'cb-1.1.3b': { part: 26, whole: 29 } };
    expect(run(tkv, 'chi-bo-co-so', answers).repairs).toEqual([
      [
        {
          id: 'cb-1.1.3b',
          needs: 'cần thêm ít nhất 1 đảng viên được xếp loại hoàn thành tốt nhiệm vụ trở lên: 27/29',
        },
      ],
    ]);
  });

  test('[E6] the trace says the share and the comparison in the words of the contract', () => {
    const { criteria } = run(tkv, 'chi-bo-co-so', { 'cb-1.1.3b': { part: 9, whole: 10 } });
    expect(criteria[0]!.requirements.at(-1)).toEqual({
      id: 'cb-1.1.3b',
      outcome: 'met',
      detail: '9/10, cần từ 90% trở lên',
      clause: 'II.1.1',
      quote: 'có 90% đảng viên được xếp loại hoàn thành tốt nhiệm vụ trở lên.',
      reading: 'A3-1',
    });
  });

  test('[E11] an answer for another subject is kept out of the verdict and named', () => {
    const answers = { ...allMet(tkv, 'dang-bo-co-so'), 'cb-1.3.3': { count: 9 } };
    const { outcome, caveats, criteria } = run(tkv, 'dang-bo-co-so', answers);
    expect(outcome).toBe('met');
    expect(caveats.join()).toContain('cb-1.3.3');
    expect(JSON.stringify(criteria)).not.toContain('cb-1.3.3');
  });

  test('[E12] a recorded decision stands for the answer, and is shown as such', () => {
    const answers: Answers = {
      ...allMet(tkv, 'chi-bo-co-so'),
      'cb-1.2.3': { override: 'unmet', basis: 'NQ 7' },
    };
    const { outcome, criteria, caveats } = run(tkv, 'chi-bo-co-so', answers);
    expect(outcome).toBe('unmet');
    expect(criteria[1]!.requirements.find(({ id }) => id === 'cb-1.2.3')).toMatchObject({
      override: 'NQ 7',
      decided: true,
      detail: expect.stringContaining('theo quyết định được ghi lại: NQ 7'),
    });
    expect(caveats.join()).toContain('NQ 7');
  });

  test('[E11] a year before the plan or after its period is remarked on', () => {
    const said = (plan: string, subject: string, year: number): string =>
      evaluate(rulebook(plan), { subject, year, answers: {} })!.caveats.join();
    expect(said('tkv-1288-kh-du', 'chi-bo-co-so', 2023)).toContain('Năm 2023 trước khi');
    expect(said('tkv-1288-kh-du', 'chi-bo-co-so', 2024)).not.toContain('Năm 2024');
    expect(said('bao-lam-ba-tot', 'dang-uy-xa', 2025)).toContain('nằm ngoài thời kỳ đến 2024');
  });

  test('[E11] tập thể lãnh đạo is judged by V.2 alone, and told so', () => {
    const book = rulebook('bao-lam-ba-tot');
    const { outcome, criteria, caveats, settled, missing } = run(book, 'tap-the-lanh-dao', {
      'bt-v2-tap-the-lanh-dao': 'hoan-thanh-tot-nhiem-vu',
    });
    expect([outcome, settled]).toEqual(['met', true]);
    expect(criteria.map(({ id }) => id)).toEqual(['III.1', 'III.2', 'III.3', 'V.2']);
    expect(missing).toContain('bt-1.1');
    expect(missing).not.toContain('bt-2.b2');
    expect(caveats.join()).toMatch(/V\.2/);
  });

  test('[E11] bt-v1-khac is no part of the verdict, and a caveat when not better', () => {
    const book = rulebook('bao-lam-ba-tot');
    const base = allMet(book, 'dang-uy-xa');
    const better = run(book, 'dang-uy-xa', base);
    for (const answer of ['equal', 'worse'] as const) {
      const after = run(book, 'dang-uy-xa', { ...base, 'bt-v1-khac': answer });
      expect(after.outcome).toBe('met');
      expect(after.caveats.length).toBe(better.caveats.length + 1);
    }
  });

  test('[E8] V.1 with every indicator said not to apply is unknown, not met', () => {
    const book = rulebook('bao-lam-ba-tot');
    const answers: Record<string, Answer> = { ...allMet(book, 'chi-bo-co-so') };
    for (const id of Object.keys(answers)) if (id.startsWith('bt-v1-')) answers[id] = { na: 'không có' };
    const { outcome, criteria, settled } = run(book, 'chi-bo-co-so', answers);
    expect(criteria.find(({ id }) => id === 'V.1')!.outcome).toBe('unknown');
    expect([outcome, settled]).toEqual(['unknown', true]);
  });

  test('[E8] a subject that the plan does not have gives no evaluation', () => {
    expect(evaluate(tkv, { subject: 'chi-bo-ap', answers: {} })).toBeNull();
  });
});
