import type { Ask, Schedule } from '../../reminders/when/index.ts';
import type { Change } from '../../store/records.ts';

/** Which part of the list is shown. */
export type Part = 'all' | 'today' | 'week' | 'overdue' | 'later' | 'far' | 'past' | 'waiting';

/** A reminder of one's own in the making. */
export interface OwnDraft {
  text: string;
  schedule: Schedule;
}

/** One occurrence, by the key and last valid day of its `AgendaItem`. */
export interface ItemName {
  key: string;
  due: string;
}

/** What may be done about an occurrence in words. */
export type Deed = 'done' | 'done-for-unit' | 'skip' | 'snooze';

/** What in the words so far, `said`, was not clear; `text`, `time`: of a draft whose days are being changed. */
export interface WhenAsked {
  kind: 'when' | 'half-day' | 'event-date';
  said: string;
  ask: Ask;
  text: string | null;
  time: string | null;
}

/** What is being asked of the person, or shown to them; plain data. */
export type RemindAsking =
  /** Shown: anything else may be said. */
  | { kind: 'reminders'; part: Part }
  | ({ kind: 'item' } & ItemName)
  | { kind: 'reminded' }
  | { kind: 'settings' }
  /** Asked: what is said next is taken as its answer. */
  | { kind: 'plan' }
  | { kind: 'subject'; plan: string }
  | { kind: 'which-item'; deed: Deed; until: string | null; items: ItemName[] }
  | ({ kind: 'snooze' } & ItemName)
  | { kind: 'what'; schedule: Schedule }
  | WhenAsked
  | { kind: 'preview'; draft: OwnDraft }
  | { kind: 'edit-time' | 'edit-days' | 'edit-text'; draft: OwnDraft }
  | { kind: 'duty-date'; unit: string; duty: string }
  | { kind: 'duty-date-sure'; unit: string; duty: string; date: string }
  | { kind: 'confirm-plan'; unit: string }
  | { kind: 'confirm-plan-sure'; unit: string; document: string }
  | { kind: 'leads'; unit: string }
  | { kind: 'which-unit'; leads: readonly number[] | null }
  | { kind: 'daily-hour' }
  | { kind: 'quiet' }
  | { kind: 'pause' };

/** The last action and what takes it back. */
export interface Undo {
  /** What was said of the action. */
  said: string;
  /** Of the action: an older button undoes nothing. */
  no: number;
  changes: Change[];
}

/** One person's part in reminders. Reminders themselves are records, not state. */
export interface RemindState {
  asking: RemindAsking | null;
  /** Bare numbers typed now are values, not numbers of choices. */
  values: boolean;
  /** Counts prompts and actions, so that the buttons of an earlier one are told. */
  count: number;
  undo: Undo | null;
}

export const NEW_REMIND: RemindState = { asking: null, values: false, count: 0, undo: null };

const SHOWN = new Set<RemindAsking['kind']>(['reminders', 'item', 'reminded', 'settings']);

/** Whether an answer is being waited for; a list or a reminder that is only shown waits for none. */
export function waitsForAnswer({ asking }: RemindState): boolean {
  return asking !== null && !SHOWN.has(asking.kind);
}
