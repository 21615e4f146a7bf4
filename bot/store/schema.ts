import type { ColumnType, Generated } from 'kysely';
import type { DeliveryTables } from './delivery/delivery-tables.ts';
import type { AnswerEvent, Role } from './records.ts';
import type { ReminderTables } from './reminders/reminder-tables.ts';

/** Written once. */
type Fixed<T> = ColumnType<T, T, never>;

/** The tables; times are ISO strings in UTC, and `state`, `replies`, `value` and `evaluation` hold JSON text. */
export interface Schema extends DeliveryTables, ReminderTables {
  conversations: { person: string; state: string; changed_at: string };
  exchanges: {
    id: Generated<number>;
    person: string;
    event_key: Fixed<string | null>;
    said: string;
    replies: string;
    taken_at: string;
  };
  units: {
    id: Fixed<string>;
    name: string;
    plan: Fixed<string>;
    subject: Fixed<string>;
    superior: string | null;
    place: string | null;
    opened_at: Fixed<string>;
    /** What lies before is not reminded of; null: since the unit was opened. */
    reminded_since: ColumnType<string | null, undefined, never>;
    /** Grows with every change to the unit, its members or its assessments. */
    revision: Generated<number>;
  };
  memberships: {
    unit: Fixed<string>;
    person: Fixed<string>;
    role: Role;
    /** 1, 2, 3, … among the person's units. */
    position: Fixed<number>;
    joined_at: string;
  };
  invitations: {
    code_hash: Fixed<string>;
    unit: Fixed<string>;
    role: Fixed<Role>;
    by: Fixed<string>;
    expires_at: Fixed<string>;
    used_by: string | null;
    used_at: string | null;
  };
  assessments: {
    id: Fixed<string>;
    unit: Fixed<string>;
    plan: Fixed<string>;
    subject: Fixed<string>;
    year: Fixed<number>;
    rulebook: string;
    /** 1, 2, 3, … among the unit's assessments. */
    position: Fixed<number>;
    opened_by: Fixed<string>;
    opened_at: Fixed<string>;
  };
  /** Appended only; the database itself refuses to change or delete a row. */
  answers: {
    assessment: Fixed<string>;
    seq: Fixed<number>;
    requirement: Fixed<string>;
    value: Fixed<string>;
    note: Fixed<string | null>;
    source: Fixed<AnswerEvent['source']>;
    person: Fixed<string>;
    at: Fixed<string>;
  };
  /** Appended only, as answers are. */
  submissions: {
    assessment: Fixed<string>;
    position: Fixed<number>;
    /** The last answer that the submission counted. */
    seq: Fixed<number>;
    evaluation: Fixed<string>;
    person: Fixed<string>;
    at: Fixed<string>;
  };
}
