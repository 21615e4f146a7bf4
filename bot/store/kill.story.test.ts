import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StorePlace } from './database.ts';
import { sqliteFile } from './open-sqlite.ts';
import { openStore } from './open-store.ts';
import { killWriters } from './testing/kill-writers.ts';
import { NOW, openUnit } from './testing/people.ts';
import type { TestPostgres } from './testing/start-postgres.ts';
import { startPostgres } from './testing/start-postgres.ts';

async function proveKept(place: StorePlace, acknowledged: readonly string[]): Promise<void> {
  const store = await openStore(place, () => NOW);
  const exchanges = (await store.exchanges('bi-thu', 1_000_000)).filter(({ key }) => key !== null);
  const { events } = (await store.world('bi-thu')).assessments[0]!;
  const keys = exchanges.map(({ key }) => key);
  expect(acknowledged.length).toBeGreaterThan(0);
  expect(acknowledged.filter(key => !keys.includes(key))).toEqual([]);
  // Each exchange has its two answers, and no answer is without its exchange.
  expect(events.map(({ note }) => note)).toEqual(keys.flatMap(key => [key, key]));
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
  expect(await store.state('bi-thu')).toEqual({ key: keys.at(-1) });
  await store.close();
}

describe('a process that is killed', () => {
  let postgres: TestPostgres;
  beforeAll(async () => {
    postgres = await startPostgres();
  });
  afterAll(() => postgres.stop());

  it('[K9] loses nothing acknowledged and leaves nothing half-written in SQLite, 70 times over', async () => {
    const place = { dataDir: mkdtempSync(join(tmpdir(), 'kill-')), databaseUrl: null };
    const store = await openStore(place, () => NOW);
    await openUnit(store);
    await store.close();
    await proveKept(place, await killWriters(place, 70, 700));
    const file = new Sqlite(sqliteFile(place.dataDir));
    expect(file.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(file.pragma('foreign_key_check')).toEqual([]);
    file.close();
  });

  it('[K9] loses nothing acknowledged and leaves nothing half-written in PostgreSQL, 20 times over', async () => {
    const place = { dataDir: '/khong-dung', databaseUrl: await postgres.newDatabase() };
    const store = await openStore(place, () => NOW);
    await openUnit(store);
    await store.close();
    await proveKept(place, await killWriters(place, 20, 900));
  });

  it('[K9] killed while it makes its first database, leaves one that opens', async () => {
    for (let n = 0; n < 10; n += 1) {
      const place = { dataDir: mkdtempSync(join(tmpdir(), 'kill-')), databaseUrl: null };
      // Without a unit the writer is refused soon after the database is made; most die before.
      await killWriters(place, 1, 300).catch(() => {});
      const store = await openStore(place, () => NOW);
      await openUnit(store);
      await store.close();
    }
  });
});
