/**
 * What a secretary may answer, by kind of requirement (contract, section 3). Numbers are safe integers.
 */
import type { Rank } from './rulebook.ts';

export interface Share {
  part: number;
  whole: number;
}

/** Fits every kind: nothing known, not applicable, or the body's own recorded decision. */
export type CommonAnswer = 'unknown' | { na: string } | { override: 'met' | 'unmet'; basis: string };

export type Answer =
  | CommonAnswer
  | 'met'
  | 'unmet'
  | Rank
  | 'better'
  | 'equal'
  | 'worse'
  | Share
  | { done: number; target: number }
  | { count: number }
  | { now: number; before: number }
  | { years: Share[] };

/** By requirement id. What is left out is unknown. */
export type Answers = Readonly<Record<string, Answer>>;
