import type { Nearness } from './ports.ts';
import type { PlanVectors } from './vectors-files.ts';

/** A plan's vectors, and the hash of each passage's text by its place. */
export interface LivePlan {
  vectors: PlanVectors;
  hashes: readonly string[];
}

/** Measured weights of nearness; see the port. */
export type Weights = Required<Pick<Nearness, 'weight' | 'amongTopics'>>;

/** So many passages of a plan are known to be near; the others are not told apart. */
const NEAREST = 64;

/** How near the passages of these plans are to a vector; a plan is searched when it is first asked about. */
export function nearTo(
  vector: Float32Array,
  weights: Weights,
  live: (plan: string) => LivePlan | null,
): Nearness {
  const found = new Map<string, ReadonlyMap<number, number>>();
  return {
    ...weights,
    of(plan, passage) {
      const passages = live(plan);
      if (!passages || passages.vectors.index.dimension !== vector.length) return null;
      let byLabel = found.get(plan);
      if (!byLabel) {
        const nearest = passages.vectors.index.nearest(vector, NEAREST);
        byLabel = new Map(nearest.map(({ label, similarity }) => [label, similarity]));
        found.set(plan, byLabel);
      }
      const label = passages.vectors.labels.get(passages.hashes[passage] ?? '');
      return label === undefined ? null : (byLabel.get(label) ?? null);
    },
  };
}
