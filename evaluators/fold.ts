/**
 * Folding: all must be met. One unmet makes it unmet whatever is still missing; else one unknown makes it
 * unknown; `na` is left out; with nothing left it is what `whenEmpty` says.
 */
import type { Outcome } from './evaluation.ts';

export interface Tally {
  met: number;
  unmet: number;
  unknown: number;
}

/** The outcome of a criterion whose counted requirements came out as tallied. */
export function foldCriterion(tally: Tally, whenEmpty: 'na' | 'unknown'): Outcome {
  if (tally.unmet > 0) return 'unmet';
  if (tally.unknown > 0) return 'unknown';
  return tally.met > 0 ? 'met' : whenEmpty;
}

/** The outcome of a verdict over its criteria: an `na` criterion leaves it unknown, never met. */
export function foldVerdict(criteria: Iterable<Outcome>): 'met' | 'unmet' | 'unknown' {
  let open = false;
  let some = false;
  for (const outcome of criteria) {
    if (outcome === 'unmet') return 'unmet';
    if (outcome !== 'met') open = true;
    some = true;
  }
  return open || !some ? 'unknown' : 'met';
}
