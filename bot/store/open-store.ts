import type { Reply } from '../channels/channel.ts';
import type { Database, StorePlace } from './database.ts';
import { openDatabase } from './database.ts';
import { keep } from './keep.ts';
import { migrate } from './migrate.ts';
import { readWorld } from './read-world.ts';
import type { Exchange, Store } from './store.ts';
import { transact } from './transact.ts';

/**
 * Opens the database of the settings, brought to the newest schema. `now` gives the instant as an ISO string.
 * Throws StoreFault where it cannot be used, or a newer program has written it.
 */
export async function openStore(place: StorePlace, now: () => string): Promise<Store> {
  const database = await openDatabase(place);
  try {
    await migrate(database);
  } catch (error) {
    await database.db.destroy();
    throw error;
  }
  return storeOf(database, now);
}

function storeOf(database: Database, now: () => string): Store {
  return {
    state: person =>
      transact(database, 'read', async queries => {
        const rows = queries.selectFrom('conversations').select('state').where('person', '=', person);
        const row = await rows.executeTakeFirst();
        return row ? JSON.parse(row.state) : null;
      }),
    taken: (person, key) =>
      transact(database, 'read', async queries => {
        const rows = queries.selectFrom('exchanges').select('replies');
        const row = await rows.where('person', '=', person).where('event_key', '=', key).executeTakeFirst();
        return row ? (JSON.parse(row.replies) as Reply[]) : null;
      }),
    keep: (person, state, exchange, changes = [], seen) =>
      keep(database, { person, state, exchange, changes, seen: seen ?? null, at: now() }),
    exchanges: (person, most) =>
      transact(database, 'read', async queries => {
        const rows = await queries
          .selectFrom('exchanges')
          .select(['event_key', 'said', 'replies'])
          .where('person', '=', person)
          .orderBy('id', 'desc')
          .limit(most)
          .execute();
        return rows
          .reverse()
          .map((row): Exchange => ({ key: row.event_key, said: row.said, replies: JSON.parse(row.replies) }));
      }),
    world: person => transact(database, 'read', queries => readWorld(queries, person)),
    invitation: codeHash =>
      transact(database, 'read', async queries => {
        const rows = queries.selectFrom('invitations').selectAll().where('code_hash', '=', codeHash);
        const row = await rows.executeTakeFirst();
        if (!row) return null;
        const { unit, role, by, expires_at: expiresAt, used_by: usedBy } = row;
        return { codeHash, unit, role, by, expiresAt, usedBy };
      }),
    close: () => database.db.destroy(),
  };
}
