import type { Knowledge } from '../knowledge/index.ts';
import type { AskDeps } from './dialogues/ask.ts';
import { ask } from './dialogues/ask.ts';
import type { AssessTurn } from './dialogues/assess/assess.ts';
import { promptAgain } from './dialogues/assess/assess.ts';
import { foresee } from './dialogues/assess/foresee.ts';
import { asksSomething } from './dialogues/assess/question-or-answer.ts';
import type { RulebookShelf } from './dialogues/assess/rulebook-shelf.ts';
import type { AssessDeps } from './dialogues/assess/scene.ts';
import { pastList, remindAgain } from './dialogues/remind/remind.ts';
import { waitsForAnswer } from './dialogues/remind/remind-state.ts';
import type { RemindDeps } from './dialogues/remind/scene.ts';
import type { ConversationState } from './dialogues/state.ts';
import type { Turn } from './dialogues/turn.ts';
import type { Invitation, World } from './store/records.ts';

export interface AssistantDeps {
  knowledge: Knowledge;
  shelf: RulebookShelf;
  world: World;
  /** ISO date in Viet Nam, and the instant. */
  today: string;
  now: string;
  /** Unused ids and a one-time code, made for this message. */
  fresh: { ids: readonly [string, string]; code: string };
  /** A secret for a calendar address, made for this message, and the address; left out: there are no addresses. */
  feed?: RemindDeps['feed'];
  /** The invitation that the typed code leads to, if any. */
  invitation: Invitation | null;
  /** How near passages are to a question in meaning; left out: it goes by words alone. */
  nearness?: AskDeps['nearness'];
  /** What a model read in this message; left out: nothing. */
  proposed?: AssessDeps['proposed'];
}

/** A question that came in the middle is answered as outside; then the prompt is said again. */
export function digress(step: AssessTurn, person: string, deps: AssistantDeps): Turn {
  const { digression, ...taken } = step;
  if (digression === null) return taken;
  const asked = ask({ ...taken.state, waiting: null }, digression, deps);
  const before = taken.replies.filter(({ prompt }) => prompt === undefined);
  return again({ ...taken, state: asked.state, replies: [...before, ...asked.replies] }, person, deps);
}

/** The prompt once more behind what was said, unless something else is being asked with it. */
export function again(step: Turn, person: string, deps: AssistantDeps): Turn {
  const { remind, assess } = step.state;
  const reminding = waitsForAnswer(remind);
  if ((assess.asking === null && !reminding) || step.replies.at(-1)?.choices) return step;
  const seen = step.changes.length === 0 ? deps : { ...deps, world: foreseen(step, person, deps) };
  const repeated = reminding
    ? remindAgain(step.state, aboutReminders(seen, person))
    : promptAgain(pastList(step.state), about(seen, person));
  return { ...step, state: repeated.state, replies: [...step.replies, ...repeated.replies] };
}

/** The world once a turn's changes are kept. */
export function foreseen(step: Turn, person: string, { world, now }: AssistantDeps): World {
  return step.changes.reduce((before, change) => foresee(before, change, person, now), world);
}

export function about(
  { knowledge, shelf, world, today, now, fresh, proposed }: AssistantDeps,
  person: string,
): AssessDeps {
  return { knowledge, shelf, world, today, now, fresh, person, proposed: proposed ?? null };
}

export function aboutReminders(
  { knowledge, shelf, world, today, now, fresh, feed }: AssistantDeps,
  person: string,
): RemindDeps {
  return {
    knowledge,
    rulebookOf: plan => shelf.of(plan),
    world,
    today,
    now,
    fresh,
    feed: feed ?? null,
    person,
    foresee: (before, change) => foresee(before, change, person, now),
    asksSomething,
  };
}

export function turn(state: ConversationState, replies: Turn['replies']): Turn {
  return { state, replies, changes: [], wants: null, said: null };
}

export function turnOf({ state, replies }: Pick<Turn, 'state' | 'replies'>): Turn {
  return turn(state, replies);
}

export function say(state: ConversationState, text: string): Turn {
  return turn(state, [{ text }]);
}
