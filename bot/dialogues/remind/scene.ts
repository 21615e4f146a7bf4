import type { Rulebook } from '../../../evaluators/index.ts';
import type { Knowledge } from '../../../knowledge/index.ts';
import type { Choice, Reply } from '../../channels/channel.ts';
import type { ReminderView } from '../../reminders/view.ts';
import type { Change, Membership, World } from '../../store/records.ts';
import { remindWords as words } from '../../words/remind-words.ts';
import type { ConversationState } from '../state.ts';
import type { Turn, Wanted } from '../turn.ts';
import type { RemindAsking, RemindState } from './remind-state.ts';
import { waitsForAnswer } from './remind-state.ts';

/** What a dialogue about reminders needs from outside. */
export interface RemindDeps {
  knowledge: Knowledge;
  rulebookOf(plan: string): Rulebook | null;
  world: World;
  person: string;
  /** ISO date in Viet Nam. */
  today: string;
  /** ISO instant. */
  now: string;
  /** Unused ids made for this turn. */
  fresh: { ids: readonly [string, string] };
  /** A secret made for this turn, and the address of a calendar with it; null: calendars have no addresses here. */
  feed: { token: string; addressOf(token: string): string } | null;
  /** The world once a change is kept. */
  foresee(world: World, change: Change): World;
  /** Whether a text asks something that a plan may answer. */
  asksSomething(text: string): boolean;
}

/** What was done, either way: a choice by its id, or words. */
export interface Said {
  choice: string | null;
  text: string;
}

/** A turn in the making. Every function below gives a new one. */
export interface Scene {
  deps: RemindDeps;
  state: ConversationState;
  world: World;
  replies: Reply[];
  changes: Change[];
  wants: Wanted | null;
}

export function scene(state: ConversationState, deps: RemindDeps): Scene {
  return { deps, state, world: deps.world, replies: [], changes: [], wants: null };
}

export function turn({ state, replies, changes, wants }: Scene): Turn {
  return { state, replies, changes, wants, said: null };
}

export function say(at: Scene, reply: Reply | string): Scene {
  return { ...at, replies: [...at.replies, typeof reply === 'string' ? { text: reply } : reply] };
}

export function does(at: Scene, ...changes: readonly Change[]): Scene {
  const world = changes.reduce((before, change) => at.deps.foresee(before, change), at.world);
  return { ...at, changes: [...at.changes, ...changes], world };
}

export function withRemind(at: Scene, part: Partial<RemindState>): Scene {
  return { ...at, state: { ...at.state, remind: { ...at.state.remind, ...part } } };
}

/** From now on this is being asked; the prompt itself is said by `prompt`. */
export function asks(at: Scene, asking: RemindAsking | null): Scene {
  return withRemind(at, { asking, count: at.state.remind.count + 1 });
}

/** A reply with its choices; `values`: bare numbers typed now are values, not numbers of choices. */
export function offers(at: Scene, reply: Reply, values = false): Scene {
  const shown: Reply = values ? { ...reply, numbered: false } : reply;
  const offered: Choice[] = [...(reply.choices ?? [])];
  return withRemind({ ...say(at, shown), state: { ...at.state, offered } }, { values });
}

export function view({ deps, world }: Scene): ReminderView {
  const { person, today, now, knowledge, rulebookOf } = deps;
  return {
    person,
    world,
    today,
    now,
    rulebookOf,
    planConfirmed: plan => knowledge.plan(plan)?.status === 'confirmed',
  };
}

export function membershipOf({ world }: Scene, unit: string): Membership | null {
  return world.memberships.find(membership => membership.unit.id === unit) ?? null;
}

/** Secretary and deputy settle what concerns the whole unit. */
export function maySettle(at: Scene, unit: string): boolean {
  const role = membershipOf(at, unit)?.role;
  return role === 'secretary' || role === 'deputy';
}

/** Something else is waiting for an answer, so nothing may be offered beside it. */
export function isBusy({ state }: Scene): boolean {
  const { asking } = state.assess;
  return asking !== null && asking.kind !== 'done';
}

/** Says what was done and offers to take it back, and the list. */
export function did(at: Scene, said: string, inverse: Change[]): Scene {
  const no = at.state.remind.count + 1;
  const undo = inverse.length > 0 ? { no, changes: inverse, said } : null;
  const kept = withRemind(at, { count: no, undo });
  if (isBusy(kept) || waitsForAnswer(kept.state.remind))
    return say(kept, undo ? `${said} ${words.undoTyped}` : said);
  const choices = [
    ...(undo ? [{ id: `r:undo:${no}`, label: words.undo }] : []),
    { id: 'r:list', label: words.list },
  ];
  const asked = withRemind(kept, { asking: { kind: 'reminded' } });
  return offers(asked, { text: said, choices, prompt: { kind: 'reminded' } });
}

/** Nothing is asked any more. */
export function done(at: Scene): Scene {
  return withRemind({ ...at, state: { ...at.state, offered: [] } }, { asking: null, values: false });
}
