import type { Knowledge } from '../knowledge/index.ts';
import type { Choice } from './channels/channel.ts';
import { choiceName } from './words/cite.ts';

const PREFIX = 'plan:';

/** One choice a plan, in the order the plans are kept. */
export function planChoices(knowledge: Knowledge): Choice[] {
  return knowledge.plans.map(plan => ({ id: PREFIX + plan.id, label: choiceName(plan) }));
}

/** The plan id that a choice stands for, null when it is another kind of choice. */
export function chosenPlan(choice: Choice): string | null {
  return choice.id.startsWith(PREFIX) ? choice.id.slice(PREFIX.length) : null;
}
