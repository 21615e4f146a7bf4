import type { Answer, Knowledge, Nearness, ReadQuestion } from '../../knowledge/index.ts';
import { followUp, goesOn, isBareReply } from '../../knowledge/index.ts';
import type { Reply } from '../channels/channel.ts';
import { planChoices } from '../plan-choices.ts';
import { answerWords } from '../words/answer-words.ts';
import { conversationWords } from '../words/conversation-words.ts';
import type { ConversationState } from './state.ts';
import type { Step } from './step.ts';

/** What a dialogue needs from outside: the plans and the day. */
export interface AskDeps {
  knowledge: Knowledge;
  /** ISO date. */
  today: string;
  /** How near passages are to a question in meaning; left out: it goes by words alone. */
  nearness?: (question: ReadQuestion) => Nearness | null;
}

/** A question in a conversation: answered, or kept until the person has said which plan is theirs. */
export function ask(state: ConversationState, text: string, deps: AskDeps): Step {
  const { knowledge, today } = deps;
  if (isBareReply(text)) return { state, replies: [{ text: conversationWords.nothingAsked }] };
  const full = state.lastQuestion && goesOn(text) ? followUp(state.lastQuestion, text) : text;
  const asker = { plan: state.plan, subject: state.subject };
  const asked = knowledge.read(full).map(question => {
    const answer = knowledge.answer(question, asker, deps.nearness?.(question) ?? null);
    return { question, asker, answer };
  });
  const answers = asked.map(({ answer }) => answer);
  const waits = answers.find(answer => answer.outcome === 'which_plan');
  if (waits) {
    const { reply, offered } = whichPlan(waits, deps);
    return { state: { ...state, waiting: full, lastQuestion: full, offered }, replies: [reply] };
  }
  if (answers.length === 0) return { state, replies: [{ text: conversationWords.nothingAsked }] };
  const told = answers.some(answer => answer.outcome !== 'out_of_scope');
  const worth = told ? asked.filter(({ answer }) => answer.outcome !== 'out_of_scope') : asked.slice(0, 1);
  const replies = worth.map(one => {
    const { text, blocks } = answerWords(one.answer, id => knowledge.plan(id)!, today);
    return { text, blocks, asked: one };
  });
  return {
    state: { ...state, waiting: null, offered: [], lastQuestion: told ? full : state.lastQuestion },
    replies,
  };
}

function whichPlan(
  answer: Answer,
  { knowledge, today }: AskDeps,
): { reply: Reply; offered: Reply['choices'] & object } {
  const offered = planChoices(knowledge);
  const { text, blocks } = answerWords(answer, id => knowledge.plan(id)!, today);
  return { reply: { text, blocks, choices: offered, prompt: { kind: 'plan' } }, offered };
}
