import type { Knowledge } from '../../../knowledge/index.ts';
import type { Choice, Reply } from '../../channels/channel.ts';
import type { AnswerEvent, Change, World } from '../../store/records.ts';
import type { ConversationState } from '../state.ts';
import type { Wanted } from '../turn.ts';
import type { Asking, AssessState, Place } from './assess-state.ts';
import { NEW_PLACE } from './assess-state.ts';
import { foresee } from './foresee.ts';
import type { Proposal, Unread } from './proposed-answer.ts';
import type { RulebookShelf } from './rulebook-shelf.ts';
import type { Sight } from './sight.ts';
import { sightOf } from './sight.ts';

/** What a dialogue about self-assessment needs from outside. */
export interface AssessDeps {
  knowledge: Knowledge;
  shelf: RulebookShelf;
  world: World;
  person: string;
  /** ISO date in Viet Nam. */
  today: string;
  /** ISO instant. */
  now: string;
  /** Unused ids and a one-time code of eight digits, made for this turn. */
  fresh: { ids: readonly [string, string]; code: string };
  /** What was read by other means in the text that is being taken, after a turn said it was `unread`. */
  proposed?: Proposal | null;
}

/** What was done, either way: a choice by its id, or words. */
export interface Said {
  choice: string | null;
  text: string;
}

/** A turn in the making. Every function below gives a new one. */
export interface Scene {
  deps: AssessDeps;
  state: ConversationState;
  world: World;
  replies: Reply[];
  changes: Change[];
  wants: Wanted | null;
  /** What others have answered since the person last looked, by requirement. */
  news: AnswerEvent[];
  /** A question to be answered as outside; then the prompt is repeated. */
  digression: string | null;
  /** What was typed as an answer and could not be read. */
  unread: Unread | null;
}

export function scene(state: ConversationState, deps: AssessDeps): Scene {
  return {
    deps,
    state,
    world: deps.world,
    replies: [],
    changes: [],
    wants: null,
    news: [],
    digression: null,
    unread: null,
  };
}

export function say(at: Scene, reply: Reply | string): Scene {
  return { ...at, replies: [...at.replies, typeof reply === 'string' ? { text: reply } : reply] };
}

export function does(at: Scene, change: Change): Scene {
  const { person, now } = at.deps;
  return { ...at, changes: [...at.changes, change], world: foresee(at.world, change, person, now) };
}

export function withAssess(at: Scene, part: Partial<AssessState>): Scene {
  return { ...at, state: { ...at.state, assess: { ...at.state.assess, ...part } } };
}

/** From now on this is being asked; the prompt itself is said by `prompt`. */
export function asks(at: Scene, asking: Asking | null): Scene {
  return withAssess(at, { asking });
}

/** The choices of a reply just said. `values`: bare numbers typed now are values, not numbers of choices. */
export function offers(at: Scene, offered: readonly Choice[], values = false): Scene {
  return withAssess({ ...at, state: { ...at.state, offered: [...offered] } }, { values });
}

export function sight(at: Scene): Sight | null {
  return sightOf(at.world, at.deps.shelf, at.state.assess.current);
}

export function place(at: Scene): Place {
  const { current, places } = at.state.assess;
  return (current === null ? null : places[current]) ?? NEW_PLACE;
}

export function withPlace(at: Scene, part: Partial<Place>): Scene {
  const { current, places } = at.state.assess;
  if (current === null) return at;
  return withAssess(at, { places: { ...places, [current]: { ...place(at), ...part } } });
}
