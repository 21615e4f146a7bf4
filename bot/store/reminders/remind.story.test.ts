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
/** So many that the work outlasts the first kills by far: SQLite writes 2,400 in a quarter of a second. */
const PERSONS = { postgres: 800, sqlite: 2400 };
/** Milliseconds by which each process may live longer than the last. */
const STEP = { postgres: 40, sqlite: 20 };

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

/** Again and again, each a little later, until nobody is due; gives how often it was killed. */
async function drainThrough(place: StorePlace, name: string, step: number): Promise<number> {
  for (let run = 0; ; run += 1) {
    if (await drain(place, `${name}${run}`, (Math.random() + run) * step)) return run;
  }
}

async function proveOnce(place: StorePlace, persons: number): Promise<void> {
  const { db } = await openDatabase(place);
  const count = async (of: string): Promise<number> =>
    Number((await sql<{ many: number }>`select (select ${sql.raw(of)}) as many`.execute(db)).rows[0]!.many);
  // A reminder without its record, or a record without its reminder, would make these differ.
  expect([
    await count('count(*) from outbox'),
    await count('count(distinct chat) from outbox'),
    await count('count(*) from sent_reminders'),
    await count(`count(*) from wakes where next_at = ${AT + 1e9} and planned_at = ${AT}`),
  ]).toEqual([persons, persons, persons, persons]);
  await db.destroy();
}

describe('processes that remind and are killed', () => {
  let postgres: TestPostgres;
  beforeAll(async () => {
    postgres = await startPostgres();
  });
  afterAll(() => postgres.stop());

  const filled = async (place: StorePlace, persons: number): Promise<StorePlace> => {
    const one = await openReminding(place, 'dau', { now: AT });
    await withReminders(one, persons);
    await one.store.close();
    return place;
  };

  it('[N43] [N44] of three on one PostgreSQL, each killed now and then, each reminder is queued once', async () => {
    const place = await filled({ dataDir: '', databaseUrl: await postgres.newDatabase() }, PERSONS.postgres);
    const kills = await Promise.all(['a', 'b', 'c'].map(name => drainThrough(place, name, STEP.postgres)));
    expect(Math.max(...kills)).toBeGreaterThan(0);
    await proveOnce(place, PERSONS.postgres);
  });

  it('[N43] one on SQLite, killed at any instant, loses none and queues none twice', async () => {
    const place = await filled(
      { dataDir: mkdtempSync(join(tmpdir(), 'remind-')), databaseUrl: null },
      PERSONS.sqlite,
    );
    expect(await drainThrough(place, 'a', STEP.sqlite)).toBeGreaterThan(1);
    await proveOnce(place, PERSONS.sqlite);
  });
});
