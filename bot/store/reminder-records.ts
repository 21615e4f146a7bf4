import type { Schedule } from '../reminders/when/schedule.ts';

/** Reminders as values: what is kept of them. Days are `YYYY-MM-DD` in Viet Nam, times ISO instants in UTC. */

/** Days before the last valid day on which a unit is reminded, as long as it has not changed them. */
export const DEFAULT_LEADS: readonly number[] = [30, 15, 7, 3, 1, 0];

/** What a unit has settled about the duties of its plan. */
export interface UnitReminders {
  unit: string;
  /** What lies before is never sent. */
  since: string;
  leads: readonly number[];
  /** Leads that were added or taken away, and when last: what such a change would bring of before is not sent. */
  leadsSince: readonly { lead: number; at: string }[];
  /** Who confirmed that the plan is in force, by which document; null: nobody has. */
  confirmation: { document: string; person: string; at: string } | null;
  /** The confirmation has been offered. */
  offered: boolean;
  /** Days entered for duties tied to an event, or to a year or week without a day. */
  entered: readonly { duty: string; date: string; at: string }[];
  /** Duties nobody of the unit is reminded of. `resumed`: since when again, for those that were paused before. */
  paused: readonly string[];
  resumed: readonly { duty: string; at: string }[];
  /** Done for the unit; `duty` and last valid day. */
  done: readonly { duty: string; due: string; person: string; at: string }[];
  /**
   * What other members have marked done for themselves, of the last 100 days and of days to come; only what is read
   * for a secretary has any.
   */
  marked: readonly { duty: string; due: string }[];
}

/** A reminder that a person made. */
export interface OwnReminder {
  id: string;
  text: string;
  schedule: Schedule;
  createdAt: string;
  state: 'active' | 'paused' | 'cancelled';
  /** Since when it counts: made, or taken up again. */
  since: string;
}

/** What one person did about one occurrence. The last of an occurrence stands. */
export interface ReminderMark {
  /** `duty:<unit>:<duty>` or `own:<id>`. */
  item: string;
  /** Last valid day of the occurrence. */
  due: string;
  /** `reopened` takes an earlier mark back. */
  kind: 'done' | 'skipped' | 'snoozed' | 'reopened';
  /** With `snoozed`: the instant it comes back; else null. */
  until: string | null;
  at: string;
}

/** How one person wants to be reminded. */
export interface ReminderPreferences {
  /** `HH:MM`: when what has no hour of its own comes. */
  hour: string;
  /** `HH:MM` each, may span midnight; null: none. */
  quiet: { from: string; to: string } | null;
  /** Nothing is sent before this instant; null: not paused. `9999-12-31T00:00:00Z`: until taken up again. */
  pausedUntil: string | null;
  /** What lies before is never sent: when a pause ended early. Null: nothing. */
  since: string | null;
}

export const DEFAULT_PREFERENCES: ReminderPreferences = {
  hour: '07:30',
  quiet: { from: '21:30', to: '06:00' },
  pausedUntil: null,
  since: null,
};

/** One reminder that was queued. The same four are queued once. */
export interface SentReminder {
  item: string;
  due: string;
  /** Which of the occurrence's reminders: `lead:7`, `eve`, `escalation`, `own`, `snooze:<instant>`. */
  moment: string;
  at: string;
}

/** All that one person's reminders are decided from, beside their units and assessments. */
export interface Reminders {
  units: readonly UnitReminders[];
  own: readonly OwnReminder[];
  /** In the order they were made. */
  marks: readonly ReminderMark[];
  preferences: ReminderPreferences;
  /** Of the last 100 days. */
  sent: readonly SentReminder[];
  /** A private calendar address is open. */
  feed: boolean;
  /** Channels on which the person can be written to unasked, the most suitable first: `telegram`, `zalo-bot`, `zalo-oa`. */
  channels: readonly string[];
}

export const NO_REMINDERS: Reminders = {
  units: [],
  own: [],
  marks: [],
  preferences: DEFAULT_PREFERENCES,
  sent: [],
  feed: false,
  channels: [],
};

/** What a dialogue changes about reminders. Roles: `unit` changes need secretary or deputy, a confirmation the secretary. */
export type ReminderChange =
  | { type: 'reminder-made'; reminder: Pick<OwnReminder, 'id' | 'text' | 'schedule'> }
  | { type: 'reminder-state'; reminder: string; state: OwnReminder['state'] }
  | { type: 'reminder-marked'; mark: Omit<ReminderMark, 'at'> }
  | { type: 'duty-done'; unit: string; duty: string; due: string; done: boolean }
  | { type: 'duty-dated'; unit: string; duty: string; date: string; entered: boolean }
  | { type: 'duty-paused'; unit: string; duty: string; paused: boolean }
  | { type: 'leads-set'; unit: string; leads: readonly number[] }
  | { type: 'plan-confirmed'; unit: string; document: string | null }
  | { type: 'confirmation-offered'; unit: string }
  | { type: 'reminding-set'; preferences: Partial<ReminderPreferences> }
  | { type: 'feed-opened'; tokenHash: string }
  | { type: 'feed-closed' };
