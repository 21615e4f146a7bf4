import type { Knowledge } from '../../knowledge/index.ts';
import type { Choice } from '../channels/channel.ts';
import { choiceName } from '../words/cite.ts';
import { conversationWords } from '../words/conversation-words.ts';
import type { Step } from './ask.ts';
import type { ConversationState } from './state.ts';

const PREFIX = 'plan:';

/** One choice a plan, in the order the plans are kept. */
export function planChoices(knowledge: Knowledge): Choice[] {
  return knowledge.plans.map(plan => ({ id: PREFIX + plan.id, label: choiceName(plan) }));
}

/** The plan id that a choice stands for, null when it is another kind of choice. */
export function chosenPlan(choice: Choice): string | null {
  return choice.id.startsWith(PREFIX) ? choice.id.slice(PREFIX.length) : null;
}

/** Asks which plan is the person's own. */
export function offerPlans(state: ConversationState, knowledge: Knowledge): Step {
  const offered = planChoices(knowledge);
  const own = state.plan ? knowledge.plan(state.plan) : null;
  const text = own ? conversationWords.changePlan(choiceName(own)) : conversationWords.choosePlan;
  return { state: { ...state, offered }, replies: [{ text, choices: offered, prompt: { kind: 'plan' } }] };
}

/** Takes a plan as the person's own. */
export function takePlan(state: ConversationState, id: string, knowledge: Knowledge): Step {
  const plan = knowledge.plan(id)!;
  return {
    state: { ...state, plan: id, subject: null, offered: [] },
    replies: [{ text: conversationWords.planTaken(choiceName(plan)) }],
  };
}
