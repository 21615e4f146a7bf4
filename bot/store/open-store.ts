import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { Migrator } from 'kysely/migration';
import type { Reply } from '../channels/channel.ts';
import { migrations } from './migrations.ts';
import type { Schema } from './schema.ts';
import type { Exchange, Store } from './store.ts';

/** The file cannot serve as a database; the message says what to do. */
export class StoreFault extends Error {}

/**
 * Opens the database in `directory`, brought to the newest schema. `now` gives the instant as an ISO string.
 * Throws StoreFault where the directory or the file cannot be used, or a newer program has written it.
 */
export async function openStore(directory: string, now: () => string): Promise<Store> {
  const file = join(directory, 'assistant.db');
  const db = new Kysely<Schema>({ dialect: new SqliteDialect({ database: openFile(directory, file) }) });
  await migrate(db, file);
  return {
    async state(person) {
      const row = await db.selectFrom('conversations').select('state').where('person', '=', person).executeTakeFirst();
      return row ? JSON.parse(row.state) : null;
    },
    async taken(person, key) {
      const row = await db
        .selectFrom('exchanges')
        .select('replies')
        .where('person', '=', person)
        .where('event_key', '=', key)
        .executeTakeFirst();
      return row ? (JSON.parse(row.replies) as Reply[]) : null;
    },
    async keep(person, state, exchange) {
      return db.transaction().execute(async transaction => {
        const at = now();
        const added = await transaction
          .insertInto('exchanges')
          .values({
            person,
            event_key: exchange.key,
            said: exchange.said,
            replies: JSON.stringify(exchange.replies),
            taken_at: at,
          })
          .onConflict(conflict => conflict.doNothing())
          .executeTakeFirst();
        if (added.numInsertedOrUpdatedRows === 0n) return false;
        const kept = JSON.stringify(state);
        await transaction
          .insertInto('conversations')
          .values({ person, state: kept, changed_at: at })
          .onConflict(conflict => conflict.column('person').doUpdateSet({ state: kept, changed_at: at }))
          .execute();
        return true;
      });
    },
    async exchanges(person, most) {
      const rows = await db
        .selectFrom('exchanges')
        .select(['event_key', 'said', 'replies'])
        .where('person', '=', person)
        .orderBy('id', 'desc')
        .limit(most)
        .execute();
      return rows
        .reverse()
        .map(row => ({ key: row.event_key, said: row.said, replies: JSON.parse(row.replies) }) satisfies Exchange);
    },
    close: () => db.destroy(),
  };
}

function openFile(directory: string, file: string): Database.Database {
  try {
    mkdirSync(directory, { recursive: true });
    const database = new Database(file);
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    database.pragma('busy_timeout = 5000');
    return database;
  } catch (cause) {
    throw new StoreFault(
      `Không mở được nơi lưu dữ liệu ${file}. Hãy kiểm tra quyền ghi, dung lượng đĩa, hoặc đổi DATA_DIR.`,
      { cause },
    );
  }
}

async function migrate(db: Kysely<Schema>, file: string): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error } = await migrator.migrateToLatest();
  if (!error) return;
  await db.destroy();
  throw new StoreFault(
    `Dữ liệu ${file} do một phiên bản mới hơn ghi, hoặc đã hỏng. Hãy dùng phiên bản mới nhất, hoặc khôi phục bản sao lưu.`,
    { cause: error },
  );
}
