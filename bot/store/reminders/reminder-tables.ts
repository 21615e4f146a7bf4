import type { ColumnType, Generated } from 'kysely';
import type { OwnReminder, ReminderMark } from '../reminder-records.ts';

/** Written once. */
type Fixed<T> = ColumnType<T, T, never>;

/** The tables of reminders. `change`, `schedule` hold JSON text; `…_at` of `wakes` and `sent_at` are milliseconds. */
export interface ReminderTables {
  /** What each unit has settled, as events: the state is their replay. Appended only. */
  unit_reminders: {
    unit: Fixed<string>;
    /** 1, 2, 3, … within the unit. */
    position: Fixed<number>;
    /** A `UnitReminderChange`. */
    change: Fixed<string>;
    person: Fixed<string>;
    at: Fixed<string>;
  };
  own_reminders: {
    id: Fixed<string>;
    person: string;
    text: Fixed<string>;
    schedule: Fixed<string>;
    created_at: Fixed<string>;
    state: OwnReminder['state'];
    since: string;
    /** 1, 2, 3, … among the person's. */
    position: number;
  };
  /** Appended only. */
  reminder_marks: {
    id: Generated<number>;
    person: Fixed<string>;
    item: Fixed<string>;
    due: Fixed<string>;
    kind: Fixed<ReminderMark['kind']>;
    until: Fixed<string | null>;
    at: Fixed<string>;
  };
  reminder_preferences: {
    person: string;
    hour: string;
    quiet_from: string | null;
    quiet_to: string | null;
    paused_until: string | null;
    since: string | null;
  };
  sent_reminders: {
    person: Fixed<string>;
    item: Fixed<string>;
    due: Fixed<string>;
    moment: Fixed<string>;
    sent_at: Fixed<number>;
  };
  /** Private calendar addresses, by the hash of their token. */
  feeds: { token_hash: Fixed<string>; person: string; opened_at: Fixed<string>; closed_at: string | null };
  /** When somebody's reminders are to be looked at next, and when they were last. Whoever has none has no reminders. */
  wakes: { person: Fixed<string>; next_at: number; planned_at: number };
}
