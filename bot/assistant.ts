import type { Knowledge } from '../knowledge/index.ts';
import { cleanMessage } from '../knowledge/index.ts';
import type { Inbound } from './channels/channel.ts';
import { choose } from './choose.ts';
import type { Step } from './dialogues/ask.ts';
import { ask } from './dialogues/ask.ts';
import { isGreeting, isThanks } from './dialogues/help.ts';
import { chosenPlan, offerPlans, takePlan } from './dialogues/plans.ts';
import type { ConversationState } from './dialogues/state.ts';
import { conversationWords } from './words/conversation-words.ts';

/** Longer messages are not read: a question has a few dozen words. */
export const LONGEST_MESSAGE = 4000;

export interface AssistantDeps {
  knowledge: Knowledge;
}

/** One inbound message → what is said and what is remembered. Pure: `today` (ISO date) is handed in. */
export function assist(state: ConversationState, inbound: Inbound, today: string, { knowledge }: AssistantDeps): Step {
  const say = (text: string, next = state): Step => ({ state: next, replies: [{ text }] });
  if ((inbound.text?.length ?? 0) > LONGEST_MESSAGE) return say(conversationWords.tooLong(LONGEST_MESSAGE));
  const choice = choose(state.offered, inbound);
  if (inbound.choice !== undefined && !choice) return say(conversationWords.oldChoice);
  const plan = choice ? chosenPlan(choice) : null;
  if (plan) return planChosen(state, plan, today, knowledge);

  const text = cleanMessage(inbound.text ?? '');
  if (!/[\p{L}\p{N}]/u.test(text)) return say(conversationWords.nothingAsked);
  const command = /^\/(\p{L}+)/u.exec(text)?.[1]?.toLowerCase();
  if (command === 'huy') return say(conversationWords.cancelled, { ...state, waiting: null, offered: [] });
  if (command === 'start') return say(`${conversationWords.welcome}\n\n${conversationWords.help}`);
  if (command === 'trogiup' || command === 'help') return say(conversationWords.help);
  if (command === 'kehoach' || asksForPlans(text)) return offerPlans(state, knowledge);
  if (isGreeting(text)) return say(`${conversationWords.welcome}\n\n${conversationWords.help}`);
  if (isThanks(text)) return say(conversationWords.thanks);
  const own = knowledge.planSaid(text);
  if (own && (own.alone || state.waiting)) {
    if (own.alone && !state.waiting && state.plan && state.lastQuestion) return ask(state, text, { knowledge, today });
    return planChosen(state, own.plan, today, knowledge);
  }
  return ask(state, text, { knowledge, today });
}

/** The plan is taken; a question that waited for it is answered at once. */
function planChosen(state: ConversationState, id: string, today: string, knowledge: Knowledge): Step {
  const taken = takePlan(state, id, knowledge);
  if (!state.waiting) return taken;
  const answered = ask({ ...taken.state, waiting: null }, state.waiting, { knowledge, today });
  return { state: answered.state, replies: [...taken.replies, ...answered.replies] };
}

function asksForPlans(text: string): boolean {
  return /^(đổi|doi|chọn|chon|thay) (lại )?(kế hoạch|ke hoach|văn bản|van ban|huyện|đảng bộ)/iu.test(text);
}
