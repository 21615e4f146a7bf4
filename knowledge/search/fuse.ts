/** What a query without any word of a plan is still worth; below every score from which something is answered. */
const LEAST = 0.05;

/**
 * Lexical scores and similarities of the same candidates as one score each: `(1 − weight)·lexical + weight·similarity`,
 * the lexical score as a share of the query's best. The best of the outcome is worth what the best lexical score was:
 * nearness in meaning says what comes first, never that it is near enough to be an answer.
 *
 * `similarity` is 0 … 1 within one query (see `relativeNearness`).
 */
export function fuse(lexical: readonly number[], similarity: readonly number[], weight: number): number[] {
  const top = lexical.reduce((most, score) => Math.max(most, score), LEAST);
  const fused = lexical.map((score, i) => (1 - weight) * (score / top) + weight * similarity[i]!);
  const best = fused.reduce((most, score) => Math.max(most, score), 0);
  return best === 0 ? fused : fused.map(score => (score * top) / best);
}
