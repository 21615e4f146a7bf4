import type { Clause, Plan } from '../../knowledge/index.ts';

export interface Cited {
  clause: string;
  quote: string;
}

/** The smallest clause whose own words hold the quote; the cited one where the quote runs over several. */
export function clauseOf(plan: Plan, { clause, quote }: Cited): Clause | null {
  const cited = plan.clauses.find(({ id }) => id === clause);
  if (cited === undefined) return null;
  const at = plan.text.indexOf(quote, cited.start);
  if (at === -1 || at + quote.length > cited.until) return cited;
  const holds = plan.clauses.filter(({ start, end }) => start <= at && at + quote.length <= end);
  return holds.at(-1) ?? cited;
}

/** “mục III, khoản 1.3, đoạn 4”; the address as cited where the plan has no such clause. */
export const placeOf = (plan: Plan, cited: Cited): string => clauseOf(plan, cited)?.address ?? cited.clause;
