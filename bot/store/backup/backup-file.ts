import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { backupWords } from '../../words/backup-words.ts';
import { BackupFault } from './backup-fault.ts';
import type { Row } from './rows-of.ts';

/**
 * A backup is lines of JSON: the head, a line a row, and at last the number of rows and the SHA-256 of all lines
 * before. The same for every kind of database, so that a backup of one is restored into another.
 */
export const FORMAT = 1;

export interface BackupHead {
  backup: 'tro-ly-cap-uy';
  format: number;
  /** The migrations that the data had been through. */
  schema: string[];
  at: string;
}

export interface BackupEnd {
  end: { rows: number; sha256: string };
}

/** The lines of a backup, made of its rows. */
export async function* backupLines(
  head: BackupHead,
  pages: AsyncIterable<{ table: string; rows: Row[] }>,
): AsyncGenerator<string> {
  const hash = createHash('sha256');
  const counted = (line: string): string => {
    hash.update(line);
    return line;
  };
  yield counted(`${JSON.stringify(head)}\n`);
  let count = 0;
  for await (const { table, rows } of pages) {
    count += rows.length;
    yield counted(rows.map(row => `${JSON.stringify({ table, row })}\n`).join(''));
  }
  const end: BackupEnd = { end: { rows: count, sha256: hash.digest('hex') } };
  yield `${JSON.stringify(end)}\n`;
}

/** Reads a backup: first its head, then its rows. Throws BackupFault at the end if it is not as it was written. */
export async function* readBackup(file: string): AsyncGenerator<BackupHead | { table: string; row: Row }> {
  const hash = createHash('sha256');
  let head: BackupHead | null = null;
  let end: BackupEnd['end'] | null = null;
  let rows = 0;
  for await (const line of linesOf(file)) {
    if (end) throw new BackupFault(backupWords.changed(file));
    const value = parse(line, head === null ? backupWords.notABackup(file) : backupWords.changed(file));
    if (head === null) {
      head = headOf(value, file);
      yield head;
    } else if ('end' in value) {
      end = (value as unknown as BackupEnd).end;
      continue;
    } else {
      rows += 1;
      yield value as unknown as { table: string; row: Row };
    }
    hash.update(line).update('\n');
  }
  if (head === null) throw new BackupFault(backupWords.notABackup(file));
  if (!end) throw new BackupFault(backupWords.cutShort(file));
  if (end.rows !== rows || end.sha256 !== hash.digest('hex'))
    throw new BackupFault(backupWords.changed(file));
}

function headOf(value: object, file: string): BackupHead {
  const head = value as BackupHead;
  if (head.backup !== 'tro-ly-cap-uy' || !Array.isArray(head.schema)) {
    throw new BackupFault(backupWords.notABackup(file));
  }
  if (head.format !== FORMAT) throw new BackupFault(backupWords.tooNew(file));
  return head;
}

function parse(line: Buffer, otherwise: string): object {
  try {
    const value: unknown = JSON.parse(line.toString('utf8'));
    if (value !== null && typeof value === 'object') return value;
  } catch {
    // Said below.
  }
  throw new BackupFault(otherwise);
}

async function* linesOf(file: string): AsyncGenerator<Buffer> {
  const stream = createReadStream(file);
  let rest: Buffer[] = [];
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      let start = 0;
      for (let stop = chunk.indexOf(10); stop !== -1; stop = chunk.indexOf(10, start)) {
        yield Buffer.concat([...rest, chunk.subarray(start, stop)]);
        rest = [];
        start = stop + 1;
      }
      if (start < chunk.length) rest.push(chunk.subarray(start));
    }
  } catch (error) {
    if (error instanceof BackupFault) throw error;
    throw new BackupFault(backupWords.cannotRead(file), { cause: error });
  }
  if (rest.length > 0) yield Buffer.concat(rest);
}
