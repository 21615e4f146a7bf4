import { sql } from 'kysely';
import type { Database, Queries } from './database.ts';
import { migrations } from './migrations.ts';
import { StoreFault } from './store-fault.ts';
import { transact } from './transact.ts';

/** Any number, the same in every process of this program. */
const ADVISORY_LOCK = 4_120_261_121;

/**
 * Brings a database to the newest schema, or to that named, in one transaction; of several processes that start at
 * once one does it. Throws StoreFault where the schema is newer than this program knows.
 */
export async function migrate(database: Database, upTo: string = migrations.at(-1)![0]): Promise<void> {
  const done = await transact(database, 'read', queries => applied(queries, database));
  if (isCurrent(done, upTo)) return;
  await transact(database, 'write', async queries => {
    if (database.kind === 'postgres')
      await sql`select pg_advisory_xact_lock(${ADVISORY_LOCK}::bigint)`.execute(queries);
    await sql`create table if not exists kysely_migration
      (name varchar(255) not null primary key, timestamp varchar(255) not null)`.execute(queries);
    const before = await applied(queries, database);
    for (const [name, up] of migrations) {
      if (!before.includes(name)) {
        await up(queries as never, database.kind);
        await sql`insert into kysely_migration (name, timestamp) values (${name}, ${'-'})`.execute(queries);
      }
      if (name === upTo) break;
    }
  });
}

/** The migrations that a database has been through, none for an empty one. */
export async function applied(
  queries: Queries,
  { place, kind }: Pick<Database, 'place' | 'kind'>,
): Promise<string[]> {
  const table =
    kind === 'sqlite'
      ? sql`select 1 as found from sqlite_master where type = 'table' and name = 'kysely_migration'`
      : sql`select 1 as found where to_regclass('kysely_migration') is not null`;
  if ((await table.execute(queries)).rows.length === 0) return [];
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(
    queries,
  );
  const names = rows.map(({ name }) => name);
  if (names.some(name => !migrations.some(([known]) => known === name))) throw new StoreFault('newer', place);
  return names;
}

function isCurrent(done: readonly string[], upTo: string): boolean {
  return done.includes(upTo);
}
