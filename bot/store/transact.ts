import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Database, Queries } from './database.ts';
import { commitTogether } from './group-commit.ts';
import { MOST_CONNECTIONS } from './open-postgres.ts';
import { patiently } from './patiently.ts';
import { StoreFault } from './store-fault.ts';
import { troubleOf, wasCut } from './trouble-of.ts';

const BEGIN = {
  sqlite: { read: sql`begin` },
  postgres: { read: sql`begin isolation level repeatable read read only`, write: sql`begin` },
} as const;

/**
 * Runs `work` in one transaction: all of it or nothing. A reading transaction sees one instant; `one` is for work of a
 * single reading statement, which is a transaction by itself. Work may run more than once, so it changes nothing but
 * the database. Throws StoreFault when the database cannot be used.
 */
export async function transact<T>(
  { db, kind, place }: Database,
  mode: 'one' | 'read' | 'write',
  work: (queries: Queries) => Promise<T>,
): Promise<T> {
  const once = (): Promise<T> => {
    // One statement that reads may be said again.
    if (mode === 'one')
      return upon(
        db,
        queries => work(queries),
        () => true,
      );
    if (mode === 'read') return alone(db, BEGIN[kind].read, work);
    return kind === 'sqlite' ? commitTogether(db, work) : alone(db, BEGIN.postgres.write, work);
  };
  try {
    return await patiently(once);
  } catch (error) {
    const trouble = troubleOf(error);
    throw trouble === null ? error : new StoreFault(trouble, place, error);
  }
}

function alone<T>(
  db: Database['db'],
  begin: RawBuilder<unknown>,
  work: (queries: Queries) => Promise<T>,
): Promise<T> {
  let begun = false;
  const whole = async (queries: Queries): Promise<T> => {
    await begin.execute(queries);
    begun = true;
    try {
      const result = await work(queries);
      await sql`commit`.execute(queries);
      return result;
    } catch (error) {
      // A lost connection cannot roll back: the first error tells.
      await sql`rollback`.execute(queries).catch(() => {});
      throw error;
    }
  };
  return upon(db, whole, () => !begun);
}

/**
 * Runs `attempt` upon a connection. That one was cut while it lay idle is found out by using it: as long as nothing
 * is lost by it, another takes its place.
 */
async function upon<T>(
  db: Database['db'],
  attempt: (queries: Queries) => Promise<T>,
  nothingLost: () => boolean,
): Promise<T> {
  for (let left = MOST_CONNECTIONS; ; left -= 1) {
    try {
      return await db.connection().execute(attempt);
    } catch (error) {
      if (left === 0 || !nothingLost() || !wasCut(error)) throw error;
    }
  }
}
