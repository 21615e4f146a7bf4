import type { Aspect } from './aspects.ts';
import type { Day } from './read-dates.ts';
import type { Given } from './read-numbers.ts';

/** What a question holds that a rule can read a quotation by. */
export interface Asked {
  /** Folded words of the question. */
  folded: string;
  /** Folded words of the whole message: what was told before the question belongs to the case. */
  told: string;
  aspects: ReadonlySet<Aspect>;
  numbers: readonly Given[];
  /** A day of the calendar it names, null when none. */
  day: Day | null;
}
