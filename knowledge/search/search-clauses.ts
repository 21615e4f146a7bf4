import type { Lexicon } from '../vietnamese/lexicon.ts';
import { readTypedWords } from '../vietnamese/read-words.ts';
import { matchPlan } from './match-plan.ts';
import type { PlanIndex } from './plan-index.ts';
import { termsOf } from './terms.ts';

/** A clause near to a query; `quote` is the clause's own words, exact. */
export interface Hit {
  plan: string;
  clause: string;
  quote: string;
  start: number;
  end: number;
  /** Comparable within one answer; higher is nearer. */
  score: number;
}

/** How much it lifts a clause that people are known to ask for it in words near to the query. */
const ASKED_FOR = 0.9;

/** The clauses of these plans nearest to a query, best first, each clause once, `most` at the most. */
export function searchClauses(
  indexes: Iterable<PlanIndex>,
  lexicon: Lexicon,
  query: string,
  most: number,
): Hit[] {
  const { words, others } = readTypedWords(query, lexicon);
  const terms = termsOf(words, lexicon);
  const context = termsOf(others, lexicon);
  const hits: Hit[] = [];
  for (const index of indexes) hits.push(...hitsIn(index, terms, context));
  return hits.sort((a, b) => b.score - a.score || a.start - b.start).slice(0, most);
}

function hitsIn(index: PlanIndex, terms: readonly string[], context: readonly string[]): Hit[] {
  const { plan } = index;
  const match = matchPlan(index, terms, context);
  const scores = new Map<string, number>();
  const raise = (clause: string, score: number): void => {
    if (score > (scores.get(clause) ?? 0)) scores.set(clause, score);
  };
  for (const { clause, coverage } of match.passages) raise(clause.id, coverage);
  for (const { topic, nearness } of match.topics) {
    for (const [i, { start }] of topic.cites.entries()) {
      const clause = index.clauseAt(start);
      const own = scores.get(clause.id) ?? 0;
      raise(clause.id, 0.3 * own + ASKED_FOR * nearness * (i === 0 ? 1 : 0.9));
    }
  }
  return plan.clauses.flatMap(({ id, start, end }) => {
    const score = scores.get(id);
    return score === undefined
      ? []
      : [{ plan: plan.id, clause: id, quote: plan.text.slice(start, end), start, end, score }];
  });
}
