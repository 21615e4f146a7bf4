import type { Knowledge } from '../../knowledge/index.ts';
import { planChoices } from '../plan-choices.ts';
import { choiceName } from '../words/cite.ts';
import { conversationWords } from '../words/conversation-words.ts';
import type { ConversationState } from './state.ts';
import type { Step } from './step.ts';

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
