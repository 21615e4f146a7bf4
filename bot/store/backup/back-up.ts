import { existsSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { backupWords } from '../../words/backup-words.ts';
import type { Database, StorePlace } from '../database.ts';
import { openDatabase } from '../database.ts';
import { applied } from '../migrate.ts';
import { sqliteFile } from '../open-sqlite.ts';
import { transact } from '../transact.ts';
import { BackupFault } from './backup-fault.ts';
import { backupLines, FORMAT } from './backup-file.ts';
import { loadBackup } from './load-backup.ts';
import { rowsOf } from './rows-of.ts';

/**
 * Writes everything that is kept, as of one instant, to `file`, while the assistant may go on writing. The file is
 * there only when it is whole and has been read back. Gives the number of rows.
 */
export async function backUp(place: StorePlace, file: string, now: () => string): Promise<number> {
  if (existsSync(file)) throw new BackupFault(backupWords.fileThere(file));
  const database = await openThere(place);
  // Beside the file, so that giving it its name is one step.
  const part = `${file}.part`;
  try {
    await transact(database, 'read', async queries => {
      const schema = await applied(queries, database);
      if (schema.length === 0) throw new BackupFault(backupWords.nothingThere(database.place));
      const lines = backupLines(
        { backup: 'tro-ly-cap-uy', format: FORMAT, schema, at: now() },
        rowsOf(queries),
      );
      await writeLines(part, file, lines);
    });
    const { database: copy, rows } = await loadBackup(part);
    await copy.db.destroy();
    await rename(part, file);
    await syncDirectory(dirname(file));
    return rows;
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  } finally {
    await database.db.destroy();
  }
}

/** A backup makes no database where there is none. */
async function openThere(place: StorePlace): Promise<Database> {
  const file = sqliteFile(place.dataDir);
  if (place.databaseUrl === null && !existsSync(file)) throw new BackupFault(backupWords.nothingThere(file));
  return openDatabase(place);
}

async function writeLines(part: string, file: string, lines: AsyncIterable<string>): Promise<void> {
  // Somebody else's conversations are in it: only its owner may read it.
  const out = await open(part, 'w', 0o600).catch(error => Promise.reject(cannotWrite(file, error)));
  try {
    for await (const line of lines) {
      await out.writeFile(line).catch(error => Promise.reject(cannotWrite(file, error)));
    }
    await out.sync().catch(error => Promise.reject(cannotWrite(file, error)));
  } finally {
    await out.close();
  }
}

async function syncDirectory(directory: string): Promise<void> {
  const handle = await open(directory, 'r').catch(() => null);
  // Not every system lets a directory be synced; the file itself already is.
  await handle?.sync().catch(() => {});
  await handle?.close();
}

function cannotWrite(file: string, cause: unknown): BackupFault {
  return new BackupFault(backupWords.cannotWrite(file), { cause });
}
