import type { Rulebook } from '../../../evaluators/index.ts';

/** The rulebooks a dialogue may look at. */
export interface RulebookShelf {
  /** The one in force for a plan, null when the plan has none. */
  of(plan: string): Rulebook | null;
  /** An earlier edition by its hash, null when it was not kept. */
  edition(plan: string, hash: string): Rulebook | null;
  /** Plan ids that have one. */
  plans(): string[];
}
