import { Kysely, PostgresDialect, sql } from 'kysely';
import { placeWords } from '../words/store-words.ts';
import type { Schema } from './schema.ts';
import { StoreFault } from './store-fault.ts';
import { troubleOf } from './trouble-of.ts';

export const MOST_CONNECTIONS = 8;

/** Opens the PostgreSQL database of a DATABASE_URL and sees that it answers. `pg` is loaded only here. */
export async function openPostgres(url: string): Promise<Kysely<Schema>> {
  const { default: pg } = await import('pg');
  let db: Kysely<Schema> | null = null;
  try {
    const pool = new pg.Pool({
      connectionString: url,
      max: MOST_CONNECTIONS,
      connectionTimeoutMillis: 5000,
      lock_timeout: 5000,
      application_name: 'tro-ly-cap-uy',
    });
    // A connection lost while idle is opened anew by the next query; without a listener it would end the program.
    pool.on('error', () => {});
    // One lost while in use fails its query; the event of its own would end the program, too.
    pool.on('connect', client => client.on('error', () => {}));
    db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
    await sql`select 1`.execute(db);
    return db;
  } catch (error) {
    await db?.destroy();
    throw new StoreFault(troubleOf(error) ?? 'unreachable', placeWords.postgres, error);
  }
}
