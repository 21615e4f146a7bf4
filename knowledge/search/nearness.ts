/** How near the passages of one plan are to one question in meaning. */
export interface PassageNearness {
  /** Weight beside the lexical score, 0 … 1. */
  weight: number;
  /** Similarity, −1 … 1, of a passage by its place among the plan's passages; null: not known to be near. */
  of(passage: number): number | null;
}

/**
 * Similarities as shares of one query: 1 for the nearest passage, 0 for the farthest of those known and for all that are
 * not known. Models differ in what they call near (0.3 or 0.8); within one query that falls away.
 */
export function relativeNearness({ of }: PassageNearness, passages: number): Float64Array {
  const shares = new Float64Array(passages);
  const known: [passage: number, similarity: number][] = [];
  for (let passage = 0; passage < passages; passage++) {
    const similarity = of(passage);
    if (similarity !== null && Number.isFinite(similarity)) known.push([passage, similarity]);
  }
  const nearest = known.reduce((most, [, similarity]) => Math.max(most, similarity), -Infinity);
  const farthest = known.reduce((least, [, similarity]) => Math.min(least, similarity), Infinity);
  if (nearest <= farthest) return shares;
  for (const [passage, similarity] of known) shares[passage] = (similarity - farthest) / (nearest - farthest);
  return shares;
}
