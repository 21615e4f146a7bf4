import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadRulebooks } from '../evaluators/index.ts';
import { loadPlans } from '../knowledge/index.ts';
import { checkQuotes, citationsOf, looseQuotes } from './check-quotes.ts';

const { rulebooks } = loadRulebooks();
const plans = [...loadPlans(join(import.meta.dirname, '../knowledge/plans'), null).plans.values()];

test('[E20] every quote of every rulebook stands at its clause of its plan', () => {
  expect(checkQuotes()).toEqual([]);
  const cited = [...rulebooks.values()].flatMap(citationsOf);
  expect(cited.length).toBeGreaterThan(200);
});

test('[E20] one letter changed, or another clause, and a quote is found to be loose', () => {
  for (const rulebook of rulebooks.values()) {
    const plan = plans.find(({ id }) => id === rulebook.id)!;
    const changed = structuredClone(rulebook);
    const first = changed.criteria[0]!.requirements[0]!;
    first.quote = `${first.quote.slice(0, -4)}ọ${first.quote.slice(-3)}`;
    expect(looseQuotes(changed, plan)).toMatchObject([{ error: 'kế hoạch không có câu trích này' }]);
    first.quote = rulebook.criteria[0]!.requirements[0]!.quote;
    first.clause = 'IX.9';
    expect(looseQuotes(changed, plan)).toMatchObject([{ error: 'kế hoạch không có mục “IX.9”' }]);
  }
});
