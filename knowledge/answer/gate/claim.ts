import type { Span } from '../../plan.ts';

/** One sentence that a model wrote, and the ids of the sentences it rests on. */
export interface Claim {
  text: string;
  spans: readonly string[];
}

/** A sentence of a plan that was given to the model in this turn. */
export interface GivenSpan extends Span {
  plan: string;
}

/** Why a claim is dropped; counted in scores, never shown to a person. */
export type Why =
  | 'form'
  | 'unknown-span'
  | 'other-plan'
  | 'verdict'
  | 'quote'
  | 'address'
  | 'words'
  | 'number'
  | 'date'
  | 'document'
  | 'body'
  | 'role'
  | 'negation'
  | 'modality'
  | 'scope'
  | 'order';

/** A claim that stands in its sentences; `spans` are those that bear it. */
export interface Kept {
  text: string;
  spans: readonly string[];
}

export interface Dropped {
  claim: Claim;
  why: Why;
}
