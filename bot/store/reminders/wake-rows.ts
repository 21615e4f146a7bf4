import { sql } from 'kysely';
import type { Queries } from '../database.ts';
import { keepSecret, secretOf } from '../delivery/secret-rows.ts';

/** Whose reminders a transaction has changed: these persons', and those of every member of these units. */
export interface Woken {
  persons: Set<string>;
  units: Set<string>;
}

export const nobody = (): Woken => ({ persons: new Set(), units: new Set() });

/**
 * Has the reminders of everybody concerned looked at anew. The last step of a transaction: whoever is being reminded
 * at this moment is waited for, and in one order, so that two never wait for each other.
 */
export async function wake(queries: Queries, { persons, units }: Woken): Promise<void> {
  const all = new Set(persons);
  if (units.size > 0) {
    const rows = await queries
      .selectFrom('memberships')
      .select('person')
      .where('unit', 'in', [...units])
      .execute();
    for (const { person } of rows) all.add(person);
  }
  if (all.size === 0) return;
  await queries
    .insertInto('wakes')
    .values([...all].sort().map(person => ({ person, next_at: 0, planned_at: 0 })))
    .onConflict(conflict => conflict.column('person').doUpdateSet({ next_at: 0 }))
    .execute();
}

/** Has the reminders of all looked at anew of whom any are kept. */
export async function wakeEverybody(queries: Queries): Promise<void> {
  await queries.deleteFrom('wakes').execute();
  await sql`insert into wakes (person, next_at, planned_at)
    select person, 0, 0 from memberships union select person, 0, 0 from own_reminders
    union select person, 0, 0 from reminder_marks union select person, 0, 0 from reminder_preferences
    union select person, 0, 0 from feeds`.execute(queries);
}

/** When the next reminders are to be looked at, in milliseconds; null: nobody has any. */
export async function nextWake(queries: Queries): Promise<number | null> {
  const { next } = await queries
    .selectFrom('wakes')
    .select(({ fn }) => fn.min<number | null>('next_at').as('next'))
    .executeTakeFirstOrThrow();
  return next;
}

const EDITION = 'reminders-edition';

/** Has everybody's reminders looked at anew, once for each edition of what they are decided by. */
export async function replan(queries: Queries, edition: string): Promise<void> {
  if ((await secretOf(queries, EDITION)) === edition) return;
  await queries.updateTable('wakes').set({ next_at: 0 }).where('next_at', '<>', 0).execute();
  await keepSecret(queries, EDITION, edition);
}
