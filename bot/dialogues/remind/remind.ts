import { remindWords as words } from '../../words/remind-words.ts';
import type { ConversationState } from '../state.ts';
import type { Turn } from '../turn.ts';
import { answerTo } from './answer-to.ts';
import { choseAnytime } from './chosen.ts';
import { showList } from './opening.ts';
import { prompt } from './prompts/index.ts';
import { waitsForAnswer } from './remind-state.ts';
import { saidAnytime } from './said-anytime.ts';
import type { RemindDeps, Said, Scene } from './scene.ts';
import { done, say, scene, turn } from './scene.ts';

/** Shows the reminders: /nhacviec. */
export function beginReminders(state: ConversationState, deps: RemindDeps): Turn {
  return turn(showList(scene(state, deps)));
}

/** A choice that needs no prompt to be understood; null: it is none. */
export function remindChosen(state: ConversationState, choice: string, deps: RemindDeps): Turn | null {
  return taken(choseAnytime(scene(state, deps), choice));
}

/** Words about reminders at any time; null: they are about something else. */
export function remindSaid(state: ConversationState, text: string, deps: RemindDeps): Turn | null {
  return taken(saidAnytime(scene(state, deps), text));
}

/** What was done while something is being asked; null: it is no answer, and is to be taken as if nothing were asked. */
export function remindAnswered(state: ConversationState, said: Said, deps: RemindDeps): Turn | null {
  const at = scene(state, deps);
  const { asking } = state.remind;
  return asking === null ? null : taken(answerTo(at, asking, said));
}

/** The prompt again, after something else was said. */
export function remindAgain(state: ConversationState, deps: RemindDeps): Turn {
  return turn(prompt(scene(state, deps)));
}

/** Leaves what is being asked; nothing of it is kept. */
export function leaveReminders(state: ConversationState, deps: RemindDeps): Turn {
  return turn(say(done(scene(state, deps)), words.left));
}

/** A list that was only shown is over once something else is said. */
export function pastList(state: ConversationState): ConversationState {
  if (state.remind.asking === null || waitsForAnswer(state.remind)) return state;
  return leftReminders(state);
}

/** Once something else was changed, “hoàn tác” would mean that: what was done about reminders before stays. */
export function pastUndo<T extends Turn>(step: T): T {
  if (step.changes.length === 0 || step.state.remind.undo === null) return step;
  return { ...step, state: { ...step.state, remind: { ...step.state.remind, undo: null } } };
}

/**
 * Something else is begun: what was asked about reminders is dropped with its choices, so that a number typed later
 * does not mean “Hoàn tác” of a message before; the button itself still does.
 */
export function leftReminders(state: ConversationState): ConversationState {
  const offered = state.remind.asking === null ? state.offered : [];
  return { ...state, offered, remind: { ...state.remind, asking: null, values: false } };
}

function taken(at: Scene | null): Turn | null {
  return at === null ? null : turn(at);
}
