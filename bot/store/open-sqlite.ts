import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Database as SqliteFile } from 'better-sqlite3';
import Sqlite from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { placeWords } from '../words/store-words.ts';
import { patiently } from './patiently.ts';
import type { Schema } from './schema.ts';
import { StoreFault } from './store-fault.ts';
import { troubleOf } from './trouble-of.ts';

/** The file under DATA_DIR in which SQLite keeps everything. */
export const sqliteFile = (dataDir: string): string => join(dataDir, 'assistant.db');

/** Opens a SQLite file, making it and its folder where there are none. `:memory:` is one of its own. */
export async function openSqlite(file: string): Promise<Kysely<Schema>> {
  try {
    const database = await patiently(async () => openFile(file));
    return new Kysely<Schema>({ dialect: new SqliteDialect({ database: preparingOnce(database) }) });
  } catch (error) {
    throw new StoreFault(troubleOf(error) ?? 'damaged', placeWords.file(file), error);
  }
}

function openFile(file: string): SqliteFile {
  // What people said lies here: nobody else on the machine need read it.
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const database = new Sqlite(file);
  try {
    // Waiting inside SQLite stops the whole program, so it is short; `patiently` waits the rest.
    database.pragma('busy_timeout = 25');
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    database.pragma('foreign_keys = ON');
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

const MOST_PREPARED = 500;

/** Preparing a statement costs more than running it, and the same few come again and again. */
function preparingOnce(database: SqliteFile): { prepare(text: string): Sqlite.Statement; close(): void } {
  const prepared = new Map<string, Sqlite.Statement>();
  return {
    prepare(text) {
      const known = prepared.get(text);
      if (known) return known;
      const statement = database.prepare(text);
      if (prepared.size >= MOST_PREPARED) prepared.delete(prepared.keys().next().value!);
      prepared.set(text, statement);
      return statement;
    },
    close: () => void database.close(),
  };
}
