/**
 * Proves that every quote of every rulebook stands at its clause of its plan: within the clause and what stands
 * under it, on the reading text that citations point into. Runs of white space count as one space.
 *
 * `node scripts/check-quotes.ts`: exit code 1 and one line per quote that does not stand where it says.
 */
import { join } from 'node:path';
import process from 'node:process';
import { loadRulebooks, type Rulebook, showProblem } from '../evaluators/index.ts';
import { loadPlans, type Plan } from '../knowledge/index.ts';

interface Cited {
  /** Where in the rulebook: `criteria 1.1, cb-1.1.3b`. */
  where: string;
  clause: string;
  quote: string;
}

export interface LooseQuote extends Cited {
  rulebook: string;
  error: string;
}

/** Every citation of a rulebook. */
export function citationsOf(rulebook: Rulebook): Cited[] {
  const cite = (where: string, { clause, quote }: { clause: string; quote: string }): Cited => ({
    where,
    clause,
    quote,
  });
  return [
    ...rulebook.criteria.flatMap(criterion => [
      cite(`criteria ${criterion.id}`, criterion),
      ...criterion.requirements.map(item => cite(`criteria ${criterion.id}, ${item.id}`, item)),
    ]),
    ...rulebook.verdict.grounds.map(item => cite('verdict', item)),
    ...rulebook.silences.flatMap(item => item.near.map(near => cite(`silences “${item.about}”`, near))),
    ...rulebook.authorities.map(item => cite(`authorities “${item.by}”`, item)),
    ...rulebook.templates.map(item => cite(`templates ${item.id}`, item)),
    ...rulebook.duties.map(item => cite(`duties ${item.id}`, item)),
  ];
}

const collapse = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Quotes that do not stand at their clause. */
export function looseQuotes(rulebook: Rulebook, plan: Plan): LooseQuote[] {
  return citationsOf(rulebook).flatMap(cited => {
    const loose = (error: string): LooseQuote[] => [{ ...cited, rulebook: rulebook.id, error }];
    const clause = plan.clauses.find(({ id }) => id === cited.clause);
    if (clause === undefined) return loose(`kế hoạch không có mục “${cited.clause}”`);
    const text = collapse(plan.text.slice(clause.start, clause.until));
    if (text.includes(collapse(cited.quote))) return [];
    const elsewhere = plan.clauses.findLast(({ start, until }) =>
      collapse(plan.text.slice(start, until)).includes(collapse(cited.quote)),
    );
    return loose(elsewhere ? `câu trích nằm ở mục “${elsewhere.id}”` : 'kế hoạch không có câu trích này');
  });
}

/** All that is wrong, one line each; empty when every quote stands at its clause. */
export function checkQuotes(): string[] {
  const { rulebooks, problems } = loadRulebooks();
  const loaded = loadPlans(join(import.meta.dirname, '../knowledge/plans'), null);
  const plans = new Map([...loaded.plans.values()].map(plan => [plan.id, plan]));
  const said = problems.map(showProblem);
  for (const rulebook of rulebooks.values()) {
    const plan = plans.get(rulebook.id);
    if (plan === undefined) {
      said.push(`${rulebook.id}: không có kế hoạch cùng mã`);
      continue;
    }
    for (const { where, clause, quote, error } of looseQuotes(rulebook, plan))
      said.push(`${rulebook.id}: ${where}, ${clause} «${quote}»: ${error}`);
  }
  return said;
}

if (process.argv[1] === import.meta.filename) {
  const said = checkQuotes();
  if (said.length > 0) process.stderr.write(`${said.join('\n')}\n`);
  process.exitCode = said.length > 0 ? 1 : 0;
}
