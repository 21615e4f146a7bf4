import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { inspect } from 'node:util';
import Sqlite from 'better-sqlite3';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from './database.ts';
import { keep } from './keep.ts';
import { migrate } from './migrate.ts';
import { sqliteFile } from './open-sqlite.ts';
import { openStore } from './open-store.ts';
import type { Store } from './store.ts';
import { StoreFault } from './store-fault.ts';
import { answered, NOW, openUnit, said } from './testing/people.ts';
import type { TestPostgres } from './testing/start-postgres.ts';
import { startPostgres, TEST_PASSWORD } from './testing/start-postgres.ts';

const folder = (): string => mkdtempSync(join(tmpdir(), 'fault-'));
const open = (dataDir: string): Promise<Store> => openStore({ dataDir, databaseUrl: null }, () => NOW);

/** The fault that the work ends in: one plain sentence. */
async function faultOf(work: Promise<unknown>): Promise<StoreFault> {
  const fault = await work.then(
    () => null,
    (error: unknown) => error,
  );
  expect(fault).toBeInstanceOf(StoreFault);
  expect((fault as StoreFault).message).toMatch(/^(Nơi lưu dữ liệu|Cơ sở dữ liệu) [^\n]*: hãy [^\n]*\.$/);
  expect((fault as StoreFault).message).not.toMatch(/SQLITE|ECONN|Error/);
  return fault as StoreFault;
}

describe('SQLite in a bad state', () => {
  it('[K12] a full disk: says so, keeps what was there, and goes on when there is room', async () => {
    const database = await openDatabase({ dataDir: folder(), databaseUrl: null });
    await migrate(database);
    const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(database.db);
    await sql.raw(`pragma max_page_count = ${rows[0]!.page_count + 20}`).execute(database.db);
    const say = (n: number) =>
      keep(database, {
        person: 'an',
        state: { n },
        exchange: said('x'.repeat(3000), `${n}`),
        changes: [],
        seen: null,
        at: NOW,
      });
    let kept = 0;
    const fill = async (): Promise<void> => {
      for (;;) {
        await say(kept + 1);
        kept += 1;
      }
    };
    expect((await faultOf(fill())).trouble).toBe('full');
    expect(kept).toBeGreaterThan(2);
    const count = await sql<{ n: number; state: string }>`select count(*) as n, state from exchanges
      join conversations using (person)`.execute(database.db);
    expect(count.rows[0]).toEqual({ n: kept, state: JSON.stringify({ n: kept }) });
    await sql`pragma max_page_count = 100000`.execute(database.db);
    expect(await say(kept + 1)).toBe('kept');
    await database.db.destroy();
  });

  it('[K12] held by another program for long: says so after some seconds, and goes on when it is free', async () => {
    const dataDir = folder();
    const store = await open(dataDir);
    await openUnit(store);
    const other = new Sqlite(sqliteFile(dataDir));
    other.exec('begin exclusive');
    const start = performance.now();
    const ticks: number[] = [];
    const timer = setInterval(() => ticks.push(performance.now()), 50);
    const keeping = store.keep('bi-thu', { after: 1 }, said('sau', 'k'), [answered('a1', 'x', 'met')]);
    expect((await faultOf(keeping)).trouble).toBe('busy');
    clearInterval(timer);
    expect(performance.now() - start).toBeLessThan(9000);
    // Others are served in the meantime.
    expect(ticks.length).toBeGreaterThan(30);
    expect(await store.state('bi-thu')).toEqual({});
    other.exec('rollback');
    other.close();
    expect(await store.taken('bi-thu', 'k')).toBeNull();
    expect(await store.keep('bi-thu', { after: 1 }, said('sau', 'k'), [answered('a1', 'x', 'met')])).toBe(
      'kept',
    );
    await store.close();
  });

  it('[K12] held by another program for a moment: waits, and nobody notices', async () => {
    const dataDir = folder();
    const store = await open(dataDir);
    const other = new Sqlite(sqliteFile(dataDir));
    other.exec('begin exclusive');
    setTimeout(() => other.exec('commit'), 1500);
    expect(await store.keep('an', {}, said('chào'))).toBe('kept');
    other.close();
    await store.close();
  });

  it('[K12] a file of random bytes is refused and left as it is', async () => {
    const dataDir = folder();
    const bytes = randomBytes(50_000);
    writeFileSync(sqliteFile(dataDir), bytes);
    expect((await faultOf(open(dataDir))).trouble).toBe('damaged');
    expect(readFileSync(sqliteFile(dataDir)).equals(bytes)).toBe(true);
  });

  it('[K12] a file damaged in its middle ends in the same sentence, never in wrong data', async () => {
    const dataDir = folder();
    const store = await open(dataDir);
    for (let n = 0; n < 60; n += 1) await store.keep('an', { n }, said('x'.repeat(2000)));
    await store.close();
    const bytes = readFileSync(sqliteFile(dataDir));
    randomBytes(bytes.length - 8192).copy(bytes, 8192);
    writeFileSync(sqliteFile(dataDir), bytes);
    const use = async (): Promise<void> => {
      const damaged = await open(dataDir);
      try {
        await damaged.exchanges('an', 100);
      } finally {
        await damaged.close();
      }
    };
    expect((await faultOf(use())).trouble).toBe('damaged');
  });

  it('[K12] DATA_DIR that is a file, or that may not be written, is named', async () => {
    const file = join(folder(), 'tep');
    writeFileSync(file, 'khác');
    for (const dataDir of [file, join(file, 'trong')]) {
      const fault = await faultOf(open(dataDir));
      expect(fault.trouble).toBe('refused');
      expect(fault.message).toContain(dataDir);
    }
    expect(readFileSync(file, 'utf8')).toBe('khác');
    // Root may write into any folder but those of the kernel.
    const closed = process.getuid?.() === 0 ? '/sys/kernel' : join(folder(), 'chi-doc');
    if (process.getuid?.() !== 0) {
      mkdirSync(closed);
      chmodSync(closed, 0o555);
    }
    expect((await faultOf(open(closed))).trouble).toBe('refused');
  });
});

describe('PostgreSQL in a bad state', () => {
  let postgres: TestPostgres;
  beforeAll(async () => {
    postgres = await startPostgres();
  });
  afterAll(() => postgres.stop());

  const at = (databaseUrl: string): Promise<Store> => openStore({ dataDir: '', databaseUrl }, () => NOW);

  it('[K12] out of reach, or not letting in: says which, without any part of DATABASE_URL', async () => {
    const url = await postgres.newDatabase();
    const { port, pathname } = new URL(url);
    const ways: [string, string][] = [
      [`postgres://tester:${TEST_PASSWORD}@127.0.0.1:1${pathname}`, 'unreachable'],
      [`postgres://tester:${TEST_PASSWORD}@khong-co.invalid${pathname}`, 'unreachable'],
      [`postgres://tester:sai-mat-khau@127.0.0.1:${port}${pathname}`, 'sign-in'],
      [`postgres://ai-do:${TEST_PASSWORD}@127.0.0.1:${port}${pathname}`, 'sign-in'],
      [`postgres://tester:${TEST_PASSWORD}@127.0.0.1:${port}/khong-co`, 'sign-in'],
      [`${url}?sslmode=verify-full`, 'unreachable'],
    ];
    for (const [way, trouble] of ways) {
      const fault = await faultOf(at(way));
      expect([way, fault.trouble]).toEqual([way, trouble]);
      for (const part of [TEST_PASSWORD, 'sai-mat-khau', 'tester', 'ai-do', '127.0.0.1', port, 'khong-co']) {
        expect(fault.message).not.toContain(part);
        expect(inspect({ ...fault, cause: fault.cause })).not.toContain(part);
      }
    }
  });

  it('[K12] connections cut while idle are opened anew', async () => {
    const url = await postgres.newDatabase();
    const [store, other] = [await at(url), await openDatabase({ dataDir: '', databaseUrl: url })];
    await store.keep('an', { n: 1 }, said('một'));
    await sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`.execute(other.db);
    // Told of the cut, the pool drops the connection; a call in the same instant may still end in a fault.
    const again = await store.keep('an', { n: 2 }, said('hai', 'k')).catch((error: unknown) => error);
    if (again !== 'kept') {
      expect((again as StoreFault).trouble).toBe('unreachable');
      expect(await store.keep('an', { n: 2 }, said('hai', 'k'))).toBe('kept');
    }
    expect(await store.state('an')).toEqual({ n: 2 });
    await store.close();
    await other.db.destroy();
  });

  it('[K12] rows held by another program for long: says so, and goes on when they are free', async () => {
    const url = await postgres.newDatabase();
    const [store, other] = [await at(url), await openDatabase({ dataDir: '', databaseUrl: url })];
    await openUnit(store);
    await other.db.transaction().execute(async queries => {
      await sql`lock table units in access exclusive mode`.execute(queries);
      const keeping = store.keep('bi-thu', { after: 1 }, said('sau', 'k'), [answered('a1', 'x', 'met')]);
      expect((await faultOf(keeping)).trouble).toBe('busy');
    });
    expect(await store.state('bi-thu')).toEqual({});
    expect(await store.keep('bi-thu', { after: 1 }, said('sau', 'k'), [answered('a1', 'x', 'met')])).toBe(
      'kept',
    );
    await store.close();
    await other.db.destroy();
  });

  it('[K12] a server that has stopped: every call says so', async () => {
    const own = await startPostgres();
    const store = await at(await own.newDatabase());
    await store.keep('an', { n: 1 }, said('một'));
    await own.stop();
    expect((await faultOf(store.keep('an', { n: 2 }, said('hai')))).trouble).toBe('unreachable');
    expect((await faultOf(store.state('an'))).trouble).toBe('unreachable');
    await store.close();
  });
});
