import { sql } from 'kysely';
import type { Queries } from '../database.ts';
import { wake } from './wake-rows.ts';

/** Whoever is being reminded at this moment is waited for; nobody is from here on. */
export async function holdReminders(queries: Queries, persons: readonly string[]): Promise<void> {
  await queries.updateTable('wakes').set({ next_at: 0 }).where('person', 'in', persons).execute();
}

/**
 * Two persons turn out to be one: own reminders, marks, calendar address and what was sent of `gone` become those of
 * `kept`, so that what either was sent is not sent again. Preferences of `kept` stand where there are any.
 */
export async function mergeReminders(queries: Queries, kept: string, gone: string): Promise<void> {
  await mergeOwn(queries, kept, gone);
  await sql`insert into sent_reminders (person, item, due, moment, sent_at)
    select ${kept}, item, due, moment, sent_at from sent_reminders where person = ${gone}
    on conflict do nothing`.execute(queries);
  await queries.deleteFrom('sent_reminders').where('person', '=', gone).execute();
  await sql`insert into reminder_preferences (person, hour, quiet_from, quiet_to, paused_until, since)
    select ${kept}, hour, quiet_from, quiet_to, paused_until, since from reminder_preferences where person = ${gone}
    on conflict do nothing`.execute(queries);
  await queries.deleteFrom('reminder_preferences').where('person', '=', gone).execute();
  await queries.updateTable('feeds').set({ person: kept }).where('person', '=', gone).execute();
  await queries.deleteFrom('wakes').where('person', '=', gone).execute();
  await wake(queries, { persons: new Set([kept]), units: new Set() });
}

async function mergeOwn(queries: Queries, kept: string, gone: string): Promise<void> {
  const { last } = await queries
    .selectFrom('own_reminders')
    .select(({ fn }) => fn.max('position').as('last'))
    .where('person', '=', kept)
    .executeTakeFirstOrThrow();
  await queries
    .updateTable('own_reminders')
    .set(({ eb }) => ({ person: kept, position: eb('position', '+', last ?? 0) }))
    .where('person', '=', gone)
    .execute();
  // Events stay as they are: `kept` is given copies.
  await sql`insert into reminder_marks (person, item, due, kind, until, at)
    select ${kept}, item, due, kind, until, at from reminder_marks where person = ${gone} order by id`.execute(
    queries,
  );
}
