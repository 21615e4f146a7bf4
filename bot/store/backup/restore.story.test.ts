import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StorePlace } from '../database.ts';
import { openDatabase } from '../database.ts';
import { sqliteFile } from '../open-sqlite.ts';
import { openStore } from '../open-store.ts';
import { answered, NOW, openUnit, said } from '../testing/people.ts';
import type { TestPostgres } from '../testing/start-postgres.ts';
import { startPostgres } from '../testing/start-postgres.ts';
import { backUp } from './back-up.ts';
import { BackupFault } from './backup-fault.ts';
import { restore } from './restore.ts';

const now = (): string => NOW;
const folder = (): string => mkdtempSync(join(tmpdir(), 'restore-'));
let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres.stop());

const places: [string, () => Promise<StorePlace>][] = [
  ['SQLite', async () => ({ dataDir: folder(), databaseUrl: null })],
  ['PostgreSQL', async () => ({ dataDir: '', databaseUrl: await postgres.newDatabase() })],
];

/** A place with one answer, its backup, and a store that has gone on since. */
async function goneOn(newPlace: () => Promise<StorePlace>) {
  const [place, file] = [await newPlace(), join(folder(), 'sao-luu')];
  const store = await openStore(place, now);
  await openUnit(store);
  await store.keep('bi-thu', { n: 1 }, said('một', 'k1'), [answered('a1', 'x', 'met')]);
  await backUp(place, file, now);
  await store.keep('bi-thu', { n: 2 }, said('hai', 'k2'), [answered('a1', 'y', 'met')]);
  return { place, file, store };
}

const count = async (store: Awaited<ReturnType<typeof openStore>>): Promise<number> =>
  (await store.world('bi-thu')).assessments[0]!.events.length;

describe.each(places)('a restore into %s', (_, newPlace) => {
  it('[K14] replaces data only when told to, while the assistant runs', async () => {
    const { place, file, store } = await goneOn(newPlace);
    await expect(restore(place, file, { overwrite: false, now })).rejects.toThrow(
      /đang có dữ liệu .* --overwrite/,
    );
    expect(await count(store)).toBe(2);
    const { version } = await store.world('bi-thu');
    await restore(place, file, { overwrite: true, now });
    expect(await count(store)).toBe(1);
    expect(await store.state('bi-thu')).toEqual({ n: 1 });
    expect(await store.taken('bi-thu', 'k2')).toBeNull();
    // What was decided upon the data before is not written upon the data after.
    const late = store.keep('bi-thu', { n: 3 }, said('ba'), [answered('a1', 'z', 'met')], version);
    expect(await late).toBe('moved');
    expect(await store.keep('bi-thu', { n: 3 }, said('ba'), [answered('a1', 'z', 'met')])).toBe('kept');
    await store.close();
  });

  it('[K14] killed at any instant has replaced everything or nothing', async () => {
    const { place, file, store } = await goneOn(newPlace);
    for (let n = 0; n < 300; n += 1) await store.keep('an', { n }, said(`câu ${n}`));
    const after = join(folder(), 'sau');
    await backUp(place, after, now);
    const script = `const { restore } = await import(${JSON.stringify(join(import.meta.dirname, 'restore.ts'))});
      for (;;) for (const file of ${JSON.stringify([file, after])}) {
        await restore(${JSON.stringify(place)}, file, { overwrite: true, now: () => '${NOW}' });
      }`;
    for (let kill = 0; kill < 12; kill += 1) {
      const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'inherit' });
      const gone = new Promise(resolve => child.once('exit', resolve));
      await sleep(250 + Math.random() * 500);
      child.kill('SIGKILL');
      await gone;
      const said = (await store.exchanges('an', 999)).length;
      expect([await count(store), said]).toEqual((await count(store)) === 1 ? [1, 0] : [2, 300]);
      const { db } = await openDatabase(place);
      await expect(sql`delete from answers`.execute(db)).rejects.toThrow('append only');
      await db.destroy();
    }
    await store.close();
  });

  it('[K14] of a file that is not exactly a backup changes nothing and says why', async () => {
    const { place, file, store } = await goneOn(newPlace);
    const good = readFileSync(file);
    const signed = (lines: unknown[]): string => {
      const body = lines.map(line => `${JSON.stringify(line)}\n`).join('');
      const sha256 = createHash('sha256').update(body).digest('hex');
      return `${body}${JSON.stringify({ end: { rows: lines.length - 1, sha256 } })}\n`;
    };
    const lines = good
      .toString()
      .trim()
      .split('\n')
      .map(line => JSON.parse(line));
    const [head, ...rows] = lines.slice(0, -1);
    const flip = (at: number): Buffer => {
      const bytes = Buffer.from(good);
      bytes[at] = bytes[at]! ^ 1;
      return bytes;
    };
    const bad: [string | Buffer, RegExp][] = [
      ['', /không phải bản sao lưu/],
      [randomBytes(5000), /không phải bản sao lưu/],
      ['{"a":1}\n', /không phải bản sao lưu/],
      [good.subarray(0, good.length - 150), /thiếu phần cuối|không còn đúng/],
      [good.subarray(0, good.lastIndexOf('{"end"')), /thiếu phần cuối/],
      [Buffer.concat([good, good]), /không còn đúng/],
      [signed([{ ...head, schema: [...head.schema, '999-mai-sau'] }, ...rows]), /phiên bản mới hơn/],
      [signed([{ ...head, format: 2 }, ...rows]), /phiên bản mới hơn/],
      [signed([head, ...rows.filter(({ table }) => table !== 'units')]), /không khớp nhau/],
      [signed([head, ...rows, { table: 'sqlite_master', row: { name: 'x' } }]), /không khớp nhau/],
      [
        signed([head, ...rows, { table: 'conversations', row: { person: 'x', state: '{', changed_at: '' } }]),
        /không khớp nhau/,
      ],
      ...Array.from(
        { length: 60 },
        () => [flip(Math.floor(Math.random() * good.length)), /hãy /] as [Buffer, RegExp],
      ),
    ];
    for (const [content, words] of bad) {
      writeFileSync(file, content);
      const error = await restore(place, file, { overwrite: true, now }).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(BackupFault);
      expect((error as Error).message).toMatch(words);
      expect(await count(store)).toBe(2);
    }
    await expect(restore(place, `${file}-khong-co`, { overwrite: true, now })).rejects.toThrow(
      /Không đọc được/,
    );
    writeFileSync(file, good);
    await restore(place, file, { overwrite: true, now });
    expect(await count(store)).toBe(1);
    await store.close();
  });
});

describe('a restore over a damaged SQLite file', () => {
  it('[K14] keeps the damaged file beside and says where', async () => {
    const { place, file, store } = await goneOn(places[0]![1]);
    await store.close();
    for (const damage of [
      randomBytes(40_000),
      Buffer.concat([readFileSync(sqliteFile(place.dataDir)).subarray(0, 4096), randomBytes(60_000)]),
    ]) {
      writeFileSync(sqliteFile(place.dataDir), damage);
      await expect(restore(place, file, { overwrite: false, now })).rejects.toThrow(
        /đã hỏng|đang có dữ liệu/,
      );
      const { setAside } = await restore(place, file, {
        overwrite: true,
        now: () => `2026-11-21T01:00:0${damage.length % 7}Z`,
      });
      expect(setAside !== null && existsSync(setAside)).toBe(true);
      const restored = await openStore(place, now);
      expect(await count(restored)).toBe(1);
      await restored.close();
    }
  });
});
