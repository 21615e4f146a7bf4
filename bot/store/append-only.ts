import type { QueryExecutorProvider } from 'kysely';
import { sql } from 'kysely';
import type { DatabaseKind } from './database.ts';

/** Tables whose rows are events: what was answered, and what was settled or done about reminders. */
export const ANSWER_EVENTS = ['answers', 'submissions'] as const;
export const REMINDER_EVENTS = ['unit_reminders', 'reminder_marks'] as const;
type Guarded = (typeof ANSWER_EVENTS | typeof REMINDER_EVENTS)[number];
const ALL: readonly Guarded[] = [...ANSWER_EVENTS, ...REMINDER_EVENTS];

/** From here on the database refuses to change or delete a row of these tables. */
export async function guardAppendOnly(
  db: QueryExecutorProvider,
  kind: DatabaseKind,
  tables: readonly Guarded[] = ALL,
): Promise<void> {
  if (kind === 'postgres') {
    await sql`create or replace function append_only() returns trigger language plpgsql as
      $$ begin raise exception 'append only'; end $$`.execute(db);
  }
  for (const table of tables) {
    for (const trigger of triggers(table, kind)) await sql.raw(trigger).execute(db);
  }
}

/** Takes the guard away, for a restore that overwrites; within its transaction it comes back. */
export async function unguardAppendOnly(db: QueryExecutorProvider, kind: DatabaseKind): Promise<void> {
  for (const table of ALL) {
    for (const event of ['update', 'delete', ...(kind === 'postgres' ? ['truncate'] : [])]) {
      const of = kind === 'postgres' ? ` on ${table}` : '';
      await sql.raw(`drop trigger ${table}_no_${event}${of}`).execute(db);
    }
  }
}

function triggers(table: string, kind: DatabaseKind): string[] {
  if (kind === 'sqlite') {
    return ['update', 'delete'].map(
      event =>
        `create trigger ${table}_no_${event} before ${event} on ${table} begin select raise(abort, 'append only'); end`,
    );
  }
  return ['update', 'delete', 'truncate'].map(
    event =>
      `create trigger ${table}_no_${event} before ${event} on ${table} for each statement execute function append_only()`,
  );
}
