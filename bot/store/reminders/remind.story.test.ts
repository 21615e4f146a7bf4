import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StorePlace } from '../database.ts';
import { openDatabase } from '../database.ts';
import { openReminding, withReminders } from '../testing/open-reminding.ts';
import type { TestPostgres } from '../testing/start-postgres.ts';
import { startPostgres } from '../testing/start-postgres.ts';

const AT = Date.parse('2026-11-21T01:00:00Z');
const PERSONS = 800;

/** Lets a process look at who is due, and kills it so long after it has begun. True: nobody was due any more. */
async function drain(place: StorePlace, owner: string, ms: number): Promise<boolean> {
  const script = join(import.meta.dirname, '..', 'testing', 'drain.ts');
  const child = spawn(process.execPath, [script, JSON.stringify(place), owner, String(AT)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<number | null>(resolve => child.once('close', resolve));
  child.stdout.once('data', async () => {
    await sleep(ms);
    child.kill('SIGKILL');
  });
  return (await ended) === 0;
}

/** Again and again until nobody is due; gives how often it was killed. */
async function drainThrough(place: StorePlace, name: string): Promise<number> {
  for (let run = 0; ; run += 1) {
    if (await drain(place, `${name}${run}`, Math.random() * 60 + run * 60)) return run;
  }
}

async function proveOnce(place: StorePlace): Promise<void> {
  const { db } = await openDatabase(place);
  const count = async (of: string): Promise<number> =>
    Number((await sql<{ many: number }>`select (select ${sql.raw(of)}) as many`.execute(db)).rows[0]!.many);
  // A reminder without its record, or a record without its reminder, would make these differ.
  expect([
    await count('count(*) from outbox'),
    await count('count(distinct chat) from outbox'),
    await count('count(*) from sent_reminders'),
    await count(`count(*) from wakes where next_at = ${AT + 1e9} and planned_at = ${AT}`),
  ]).toEqual([PERSONS, PERSONS, PERSONS, PERSONS]);
  await db.destroy();
}

describe('processes that remind and are killed', () => {
  let postgres: TestPostgres;
  beforeAll(async () => {
    postgres = await startPostgres();
  });
  afterAll(() => postgres.stop());

  const filled = async (place: StorePlace): Promise<StorePlace> => {
    const one = await openReminding(place, 'dau', { now: AT });
    await withReminders(one, PERSONS);
    await one.store.close();
    return place;
  };

  it('[N43] [N44] of three on one PostgreSQL, each killed now and then, each reminder is queued once', async () => {
    const place = await filled({ dataDir: '', databaseUrl: await postgres.newDatabase() });
    const kills = await Promise.all(['a', 'b', 'c'].map(name => drainThrough(place, name)));
    expect(Math.max(...kills)).toBeGreaterThan(0);
    await proveOnce(place);
  });

  it('[N43] one on SQLite, killed at any instant, loses none and queues none twice', async () => {
    const place = await filled({ dataDir: mkdtempSync(join(tmpdir(), 'remind-')), databaseUrl: null });
    expect(await drainThrough(place, 'a')).toBeGreaterThan(1);
    await proveOnce(place);
  });
});
