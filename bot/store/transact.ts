import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Database, Queries } from './database.ts';
import { commitTogether } from './group-commit.ts';
import { patiently } from './patiently.ts';
import { StoreFault } from './store-fault.ts';
import { troubleOf } from './trouble-of.ts';

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
    if (mode === 'one') return db.connection().execute(work);
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
  return db.connection().execute(async queries => {
    await begin.execute(queries);
    try {
      const result = await work(queries);
      await sql`commit`.execute(queries);
      return result;
    } catch (error) {
      // A lost connection cannot roll back: the first error tells.
      await sql`rollback`.execute(queries).catch(() => {});
      throw error;
    }
  });
}
