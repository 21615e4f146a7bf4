import { existsSync, renameSync } from 'node:fs';
import { backupWords } from '../../words/backup-words.ts';
import { guardAppendOnly, unguardAppendOnly } from '../append-only.ts';
import type { Database, Queries, StorePlace } from '../database.ts';
import { openDatabase } from '../database.ts';
import { migrate } from '../migrate.ts';
import { sqliteFile } from '../open-sqlite.ts';
import { wakeEverybody } from '../reminders/wake-rows.ts';
import { StoreFault } from '../store-fault.ts';
import { transact } from '../transact.ts';
import { BackupFault } from './backup-fault.ts';
import { insertRows } from './insert-rows.ts';
import { loadBackup } from './load-backup.ts';
import { rowsOf } from './rows-of.ts';
import { TABLES } from './tables.ts';

export interface Restored {
  rows: number;
  /** Where a damaged SQLite file was put, null when there was none. */
  setAside: string | null;
}

/**
 * Puts everything of a backup in the place of what is kept, in one transaction, after the whole backup has been read
 * and found good. Data that is there is replaced only with `overwrite`. The assistant may be running.
 */
export async function restore(
  place: StorePlace,
  file: string,
  options: { overwrite: boolean; now: () => string },
): Promise<Restored> {
  const { database: backup, rows } = await loadBackup(file);
  try {
    try {
      await replace(place, backup, options.overwrite);
      return { rows, setAside: null };
    } catch (error) {
      const damaged =
        error instanceof StoreFault && error.trouble === 'damaged' && place.databaseUrl === null;
      if (!damaged || !options.overwrite) throw error;
      // Nothing can be written into a damaged file: it is kept beside, for whoever may still read something of it.
      const setAside = moveAside(sqliteFile(place.dataDir), options.now());
      await replace(place, backup, false);
      return { rows, setAside };
    }
  } finally {
    await backup.db.destroy();
  }
}

async function replace(place: StorePlace, backup: Database, overwrite: boolean): Promise<void> {
  const target = await openDatabase(place);
  try {
    await migrate(target);
    await transact(target, 'write', async queries => {
      if (await anyRow(queries)) {
        if (!overwrite) throw new BackupFault(backupWords.dataThere(target.place));
        const revision = await empty(queries, target);
        await copy(backup, queries, revision + 1);
      } else {
        await copy(backup, queries, 1);
      }
      await wakeEverybody(queries);
    });
  } finally {
    await target.db.destroy();
  }
}

async function anyRow(queries: Queries): Promise<boolean> {
  for await (const _ of rowsOf(queries)) return true;
  return false;
}

/** Deletes all rows and gives the highest revision that any unit had. */
async function empty(queries: Queries, { kind }: Database): Promise<number> {
  const { revision } = await queries
    .selectFrom('units')
    .select(({ fn }) => fn.max('revision').as('revision'))
    .executeTakeFirstOrThrow();
  await unguardAppendOnly(queries, kind);
  // What has been sent since the backup was taken stays known: nobody is sent it again.
  for (const { name, stays } of TABLES.toReversed()) if (!stays) await queries.deleteFrom(name).execute();
  await guardAppendOnly(queries, kind);
  return revision ?? 0;
}

/** A revision above all before makes any world that a running assistant has just read an old one. */
async function copy(backup: Database, queries: Queries, revision: number): Promise<void> {
  for await (const { table, rows } of rowsOf(backup.db)) {
    const beside = TABLES.some(({ name, stays }) => name === table && stays);
    const written = table === 'units' ? rows.map(row => ({ ...row, revision })) : rows;
    await insertRows(queries, table, written, beside);
  }
}

function moveAside(file: string, at: string): string {
  const aside = `${file}.hong-${at.replaceAll(/\D/g, '').slice(0, 14)}`;
  for (const part of ['', '-wal', '-shm']) if (existsSync(file + part)) renameSync(file + part, aside + part);
  return aside;
}
