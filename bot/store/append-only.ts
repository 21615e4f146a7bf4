import type { QueryExecutorProvider } from 'kysely';
import { sql } from 'kysely';
import type { DatabaseKind } from './database.ts';

const TABLES = ['answers', 'submissions'] as const;

/** From here on the database refuses to change or delete an answer or a submission. */
export async function guardAppendOnly(db: QueryExecutorProvider, kind: DatabaseKind): Promise<void> {
  if (kind === 'postgres') {
    await sql`create or replace function append_only() returns trigger language plpgsql as
      $$ begin raise exception 'append only'; end $$`.execute(db);
  }
  for (const table of TABLES) {
    for (const trigger of triggers(table, kind)) await sql.raw(trigger).execute(db);
  }
}

/** Takes the guard away, for a restore that overwrites; within its transaction it comes back. */
export async function unguardAppendOnly(db: QueryExecutorProvider, kind: DatabaseKind): Promise<void> {
  for (const table of TABLES) {
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
