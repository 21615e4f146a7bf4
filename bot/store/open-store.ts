import type { Reply } from '../channels/channel.ts';
import type { Database, StorePlace } from './database.ts';
import { openDatabase } from './database.ts';
import type { DeliveryStore } from './delivery/delivery-store.ts';
import type { Holder } from './delivery/holder.ts';
import { openDeliveryStore } from './delivery/open-delivery-store.ts';
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
  return storeOf(await openMigrated(place), now, null);
}

/** The same with what messengers need, in the hands of one process. */
export async function openStores(
  place: StorePlace,
  now: () => string,
  holder: Holder,
): Promise<{ store: Store; delivery: DeliveryStore }> {
  const database = await openMigrated(place);
  return { store: storeOf(database, now, holder), delivery: openDeliveryStore(database, holder) };
}

async function openMigrated(place: StorePlace): Promise<Database> {
  const database = await openDatabase(place);
  try {
    await migrate(database);
    return database;
  } catch (error) {
    await database.db.destroy();
    throw error;
  }
}

function storeOf(database: Database, now: () => string, holder: Holder | null): Store {
  return {
    state: person =>
      transact(database, 'one', async queries => {
        const rows = queries.selectFrom('conversations').select('state').where('person', '=', person);
        const row = await rows.executeTakeFirst();
        return row ? JSON.parse(row.state) : null;
      }),
    taken: (person, key) =>
      transact(database, 'one', async queries => {
        const rows = queries.selectFrom('exchanges').select('replies');
        const row = await rows.where('person', '=', person).where('event_key', '=', key).executeTakeFirst();
        return row ? (JSON.parse(row.replies) as Reply[]) : null;
      }),
    keep: (person, state, exchange, changes = [], seen) =>
      keep(database, { person, state, exchange, changes, seen: seen ?? null, at: now(), holder }),
    exchanges: (person, most) =>
      transact(database, 'one', async queries => {
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
    world: person =>
      transact(database, 'read', queries => readWorld(queries, database.kind, person, Date.parse(now()))),
    invitation: codeHash =>
      transact(database, 'one', async queries => {
        const rows = queries.selectFrom('invitations').selectAll().where('code_hash', '=', codeHash);
        const row = await rows.executeTakeFirst();
        if (!row) return null;
        const { unit, role, by, expires_at: expiresAt, used_by: usedBy } = row;
        return { codeHash, unit, role, by, expiresAt, usedBy };
      }),
    close: () => database.db.destroy(),
  };
}
