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

/** A claim that stands: `spans` are the ids of those that bear it, `places` what it is borne by. */
export interface Kept {
  text: string;
  spans: readonly string[];
  /** The spans given under the ids, or other pieces of the same sentences. */
  places: readonly GivenSpan[];
}

export interface Dropped {
  claim: Claim;
  why: Why;
}
