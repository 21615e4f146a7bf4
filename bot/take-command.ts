import { beginAssessment, leaveAssessment } from './dialogues/assess/assess.ts';
import { listCriteria } from './dialogues/criteria.ts';
import { offerPlans } from './dialogues/plans.ts';
import { beginReminders, leaveReminders, leftReminders, pastList } from './dialogues/remind/remind.ts';
import { waitsForAnswer } from './dialogues/remind/remind-state.ts';
import type { ConversationState } from './dialogues/state.ts';
import type { Turn } from './dialogues/turn.ts';
import type { AssistantDeps } from './turns.ts';
import { about, aboutReminders, again, say, turn, turnOf } from './turns.ts';
import { conversationWords } from './words/conversation-words.ts';

/** A command such as /danhgia; null: it is none of ours. */
export function takeCommand(
  state: ConversationState,
  command: string,
  person: string,
  deps: AssistantDeps,
): Turn | null {
  const shown = state.remind.asking !== null;
  if (command === 'huy' && (waitsForAnswer(state.remind) || (shown && state.assess.asking)))
    return again(leaveReminders(state, aboutReminders(deps, person)), person, deps);
  if (command === 'nhacviec')
    return again(beginReminders({ ...state, waiting: null }, aboutReminders(deps, person)), person, deps);
  return otherCommand(pastList(state), command, person, deps);
}

function otherCommand(
  state: ConversationState,
  command: string,
  person: string,
  deps: AssistantDeps,
): Turn | null {
  switch (command) {
    case 'huy':
      if (state.assess.asking) return leaveAssessment({ ...state, waiting: null }, about(deps, person));
      return say({ ...state, waiting: null, offered: [] }, conversationWords.cancelled);
    case 'danhgia':
      return beginAssessment({ ...leftReminders(state), waiting: null }, about(deps, person));
    case 'tieuchi':
      return criteria(state, person, deps);
    case 'start':
      return again(say(state, `${conversationWords.welcome}\n\n${conversationWords.help}`), person, deps);
    case 'trogiup':
    case 'help':
      return again(say(state, conversationWords.help), person, deps);
    case 'lienket':
      // Where channels can be linked, the code is given before the conversation is asked.
      return again(say(state, conversationWords.noLinking), person, deps);
    case 'kehoach':
      return turnOf(offerPlans(state, deps.knowledge));
    default:
      return null;
  }
}

/** The criteria of one's own plan: /tieuchi. */
export function criteria(state: ConversationState, person: string, deps: AssistantDeps): Turn {
  const record = deps.world.assessments.find(({ id }) => id === state.assess.current);
  const plan = deps.knowledge.plan(record?.plan ?? state.plan ?? '');
  if (!plan) return turnOf(offerPlans({ ...state, waiting: '/tieuchi' }, deps.knowledge));
  const reply = listCriteria(plan, deps.shelf.of(plan.id), record?.subject ?? state.subject);
  return again(turn({ ...state, offered: reply.choices ?? [] }, [reply]), person, deps);
}
