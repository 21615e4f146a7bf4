import { sql } from 'kysely';
import { backupWords } from '../../words/backup-words.ts';
import type { Database } from '../database.ts';
import { migrate } from '../migrate.ts';
import { migrations } from '../migrations.ts';
import { openSqlite } from '../open-sqlite.ts';
import { BackupFault } from './backup-fault.ts';
import { readBackup } from './backup-file.ts';
import { insertRows } from './insert-rows.ts';
import type { Row } from './rows-of.ts';
import { rowsOf } from './rows-of.ts';
import { TABLES } from './tables.ts';

const AT_ONCE = 500;

/**
 * Reads a backup into a database of its own in memory, at the schema it was written at, then brings that forward
 * and sees that everything in it fits together. Whoever calls closes it. Throws BackupFault.
 */
export async function loadBackup(file: string): Promise<{ database: Database; rows: number }> {
  const database: Database = { kind: 'sqlite', db: await openSqlite(':memory:'), place: file };
  try {
    const rows = await fill(database, file);
    await migrate(database);
    await requireWhole(database, file);
    return { database, rows };
  } catch (error) {
    await database.db.destroy();
    if (error instanceof BackupFault) throw error;
    throw new BackupFault(backupWords.notWhole(file), { cause: error });
  }
}

async function fill(database: Database, file: string): Promise<number> {
  let count = 0;
  let table = '';
  let rows: Row[] = [];
  const flush = async (): Promise<void> => {
    if (rows.length > 0) await insertRows(database.db, table, rows);
    rows = [];
  };
  for await (const line of readBackup(file)) {
    if ('backup' in line) {
      await migrate(database, schemaOf(line.schema, file));
      continue;
    }
    if (line.table !== table || rows.length === AT_ONCE) await flush();
    if (!TABLES.some(({ name }) => name === line.table)) throw new BackupFault(backupWords.notWhole(file));
    table = line.table;
    rows.push(line.row);
    count += 1;
  }
  await flush();
  return count;
}

/** The last of the backup's migrations; all of them must be ours. */
function schemaOf(schema: readonly string[], file: string): string {
  const known = migrations.map(([name]) => name);
  if (schema.some(name => !known.includes(name))) throw new BackupFault(backupWords.tooNew(file));
  const last = known.findLast(name => schema.includes(name));
  if (last === undefined) throw new BackupFault(backupWords.notABackup(file));
  return last;
}

async function requireWhole(database: Database, file: string): Promise<void> {
  const gaps =
    await sql`select assessment from answers group by assessment having max(seq) <> count(*)`.execute(
      database.db,
    );
  if (gaps.rows.length > 0) throw new BackupFault(backupWords.notWhole(file));
  for await (const { table, rows } of rowsOf(database.db)) {
    // JSON that does not read is a SyntaxError, and with that a backup that is not whole.
    const columns = TABLES.find(({ name }) => name === table)?.json ?? [];
    for (const row of rows) for (const column of columns) JSON.parse(row[column] as string);
  }
}
