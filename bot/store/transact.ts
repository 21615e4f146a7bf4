import { sql } from 'kysely';
import type { Database, Queries } from './database.ts';
import { patiently } from './patiently.ts';
import { StoreFault } from './store-fault.ts';
import { troubleOf } from './trouble-of.ts';

const BEGIN = {
  // Writers take their turn at the start: a transaction that has read never finds that it may not write.
  sqlite: { read: sql`begin`, write: sql`begin immediate` },
  postgres: { read: sql`begin isolation level repeatable read read only`, write: sql`begin` },
} as const;

/**
 * Runs `work` in one transaction: all of it or nothing. A reading transaction sees one instant. Work may run more
 * than once, so it changes nothing but the database. Throws StoreFault when the database cannot be used.
 */
export async function transact<T>(
  { db, kind, place }: Database,
  mode: 'read' | 'write',
  work: (queries: Queries) => Promise<T>,
): Promise<T> {
  const once = () =>
    db.connection().execute(async queries => {
      await BEGIN[kind][mode].execute(queries);
      try {
        const result = await work(queries);
        await sql`commit`.execute(queries);
        return result;
      } catch (error) {
        // SQLite has already rolled back after some faults, and a lost connection cannot: the first error tells.
        await sql`rollback`.execute(queries).catch(() => {});
        throw error;
      }
    });
  try {
    return await patiently(once);
  } catch (error) {
    const trouble = troubleOf(error);
    throw trouble === null ? error : new StoreFault(trouble, place, error);
  }
}
