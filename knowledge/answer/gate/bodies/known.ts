import type { Plan } from '../../../plan.ts';
import { tokensOf } from '../reading/tokens.ts';
import { mentionsIn } from './bodies.ts';

const names = new WeakMap<Plan, ReadonlySet<string>>();

/** The names of the bodies that a plan speaks of. */
export function bodiesKnown(plan: Plan): ReadonlySet<string> {
  let known = names.get(plan);
  if (!known) {
    known = new Set(mentionsIn(tokensOf(plan.text)).map(mention => mention.name));
    names.set(plan, known);
  }
  return known;
}
