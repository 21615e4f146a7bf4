import type { Kysely, Transaction } from 'kysely';
import { placeWords } from '../words/store-words.ts';
import { openPostgres } from './open-postgres.ts';
import { openSqlite, sqliteFile } from './open-sqlite.ts';
import type { Schema } from './schema.ts';

export type DatabaseKind = 'sqlite' | 'postgres';

/** An open database, whatever its schema. */
export interface Database {
  kind: DatabaseKind;
  db: Kysely<Schema>;
  /** Its name in sentences for the operator. */
  place: string;
}

/** Where queries run: the database or a transaction in it. */
export type Queries = Kysely<Schema> | Transaction<Schema>;

/** Where the data lies, as the settings say. */
export interface StorePlace {
  dataDir: string;
  /** Null: SQLite in `dataDir`. */
  databaseUrl: string | null;
}

/** Opens the database of the settings as it is, without bringing its schema forward. Throws StoreFault. */
export async function openDatabase({ dataDir, databaseUrl }: StorePlace): Promise<Database> {
  if (databaseUrl !== null) {
    return { kind: 'postgres', db: await openPostgres(databaseUrl), place: placeWords.postgres };
  }
  const file = sqliteFile(dataDir);
  return { kind: 'sqlite', db: await openSqlite(file), place: placeWords.file(file) };
}
