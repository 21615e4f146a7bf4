import type { Clause, Silence, Span, Topic } from '../plan.ts';

/** How near a question comes to something, 0 to 1. */
export interface Match {
  topics: { topic: Topic; nearness: number }[];
  silences: { silence: Silence; nearness: number }[];
  /** Nearness to matters no plan speaks of. */
  everyday: number;
  /** `passage`: its place in the plan's index. `coverage`: which part of the question's weight it holds. */
  passages: { clause: Clause; span: Span; passage: number; coverage: number; bm25: number }[];
}
