import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StorePlace } from '../database.ts';
import { openDatabase } from '../database.ts';
import { migrate } from '../migrate.ts';
import { openStore } from '../open-store.ts';
import { once, openReminding } from '../testing/open-reminding.ts';
import { answered, invitation, joinUnit, NOW, openUnit, said } from '../testing/people.ts';
import { doneFor, made, marked } from '../testing/reminder-changes.ts';
import type { TestPostgres } from '../testing/start-postgres.ts';
import { startPostgres } from '../testing/start-postgres.ts';
import { backUp } from './back-up.ts';
import { restore } from './restore.ts';

const now = (): string => NOW;
const folder = (): string => mkdtempSync(join(tmpdir(), 'backup-'));
const sqlite = async (): Promise<StorePlace> => ({ dataDir: folder(), databaseUrl: null });
let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres.stop());
const postgresPlace = async (): Promise<StorePlace> => ({
  dataDir: '',
  databaseUrl: await postgres.newDatabase(),
});

async function fill(place: StorePlace): Promise<void> {
  const { store, rows } = await openReminding(place, 'mot', { now: Date.parse(NOW) });
  await openUnit(store);
  await joinUnit(store, 'pho', 'deputy');
  await store.keep('pho', {}, said('nhắc'), [
    made('r1'),
    marked('own:r1', '2026-12-03'),
    doneFor('u1', 'd1', '2026-11-30'),
    { type: 'reminding-set', preferences: { quiet: null } },
    { type: 'feed-opened', tokenHash: 'bam' },
  ]);
  await rows.remind(9, Date.parse(NOW), once('2026-12-03', Date.parse('2027-01-01')));
  const event = { channel: 'telegram', chat: '7', address: '7', privateChat: true, text: 'chào', at: NOW };
  await rows.take([{ ...event, key: 'e1', state: 'waiting', outbound: [] }]);
  const changes = [
    answered('a1', 'x', { part: 9, whole: 10 }, 'biên bản “số 1”\n'),
    answered('a1', 'y', null),
  ];
  await store.keep('pho', { plan: 'tkv' }, said('9/10', 'k1'), changes);
  await store.keep('bi-thu', {}, said('nộp'), [
    { type: 'submitted', assessment: 'a1', evaluation: { outcome: 'unknown' } },
    { type: 'invited', invitation: invitation('ma-con', 'u1', 'member') },
  ]);
  for (let n = 0; n < 1200; n += 1) await store.keep(`nguoi-${n % 7}`, { n }, said(`câu ${n}`));
  await store.close();
}

const rowsOf = (file: string): string[] => readFileSync(file, 'utf8').split('\n').slice(1);

describe('a backup', () => {
  it('[K13] of SQLite goes into PostgreSQL and back with every row the same', async () => {
    const [first, second, third] = [await sqlite(), await postgresPlace(), await sqlite()];
    await fill(first);
    const files = ['1', '2', '3'].map(name => join(folder(), name));
    const rows = await backUp(first, files[0]!, now);
    expect(rows).toBeGreaterThan(1200);
    expect(statSync(files[0]!).mode & 0o077).toBe(0);
    expect(await restore(second, files[0]!, { overwrite: false, now })).toEqual({ rows, setAside: null });
    await backUp(second, files[1]!, now);
    await restore(third, files[1]!, { overwrite: false, now });
    await backUp(third, files[2]!, now);
    expect(rowsOf(files[1]!)).toEqual(rowsOf(files[0]!));
    expect(rowsOf(files[2]!)).toEqual(rowsOf(files[0]!));
    // A store goes on upon what was restored, with the next numbers.
    for (const place of [second, third]) {
      const store = await openStore(place, now);
      await store.keep('pho', {}, said('tiếp', 'k2'), [answered('a1', 'z', 'met')]);
      expect((await store.world('pho')).assessments[0]!.events.map(({ seq }) => seq)).toEqual([1, 2, 3]);
      expect((await store.exchanges('pho', 1))[0]!.said).toBe('tiếp');
      await store.close();
    }
  });

  it('[K13] [N49] holds what was sent, and after a restore everybody is looked at anew and sent nothing twice', async () => {
    const [first, second] = [await sqlite(), await postgresPlace()];
    await fill(first);
    const file = join(folder(), 'tep');
    await backUp(first, file, now);
    await restore(second, file, { overwrite: false, now });
    const { store, rows } = await openReminding(second, 'hai', { now: Date.parse(NOW) });
    expect((await store.world('pho')).reminders).toMatchObject({
      own: [{ id: 'r1' }],
      sent: [{ due: '2026-12-03' }],
      feed: false,
    });
    const again = await rows.remind(9, Date.parse(NOW), once('2026-12-03', Date.parse('2027-01-01')));
    expect(again).toMatchObject({ taken: 2, outbound: [] });
    // What is sent between a backup and its restore stays known, too.
    const later = once('2027-01-03', Date.parse('2027-02-01'));
    expect((await rows.remind(9, Date.parse('2027-01-02'), later)).outbound).toHaveLength(2);
    await restore(second, file, { overwrite: true, now });
    expect(await rows.remind(9, Date.parse('2027-01-02'), later)).toMatchObject({ taken: 2, outbound: [] });
    await store.close();
  });

  it('[K13] of an older schema is brought forward when it is restored', async () => {
    const [old, place, file] = [await sqlite(), await postgresPlace(), join(folder(), 'cu')];
    const database = await openDatabase(old);
    await migrate(database, '001-conversations');
    await sql`insert into conversations values ('an', '{"plan":"tkv"}', ${NOW})`.execute(database.db);
    await database.db.destroy();
    expect(await backUp(old, file, now)).toBe(1);
    await restore(place, file, { overwrite: false, now });
    const store = await openStore(place, now);
    expect(await store.state('an')).toEqual({ plan: 'tkv' });
    await openUnit(store);
    await store.close();
  });

  it.each([
    ['SQLite', sqlite],
    ['PostgreSQL', postgresPlace],
  ])(
    '[K13] taken while %s is written to is of one instant and holds all that was kept before',
    async (_, newPlace) => {
      const place = await newPlace();
      const store = await openStore(place, now);
      await openUnit(store);
      const writer = spawn(
        process.execPath,
        [join(import.meta.dirname, '..', 'testing', 'writer.ts'), JSON.stringify(place), 'lan'],
        { stdio: ['ignore', 'pipe', 'inherit'] },
      );
      let acknowledged = 0;
      writer.stdout.on('data', (lines: Buffer) => {
        acknowledged += lines.toString().split('\n').length - 1;
      });
      while (acknowledged < 30) await sleep(10);
      for (let n = 0; n < 5; n += 1) {
        const before = acknowledged;
        const [file, copy] = [join(folder(), 'tep'), await sqlite()];
        await backUp(place, file, now);
        await restore(copy, file, { overwrite: false, now });
        const restored = await openStore(copy, now);
        const keys = (await restored.exchanges('bi-thu', 100_000)).flatMap(({ key }) => key ?? []);
        const { events } = (await restored.world('bi-thu')).assessments[0]!;
        expect(keys.length).toBeGreaterThanOrEqual(before);
        expect(events.map(({ note }) => note)).toEqual(keys.flatMap(key => [key, key]));
        expect(await restored.state('bi-thu')).toEqual({ key: keys.at(-1) });
        await restored.close();
      }
      const then = acknowledged;
      while (acknowledged < then + 5) await sleep(10);
      writer.kill('SIGKILL');
      await store.close();
    },
  );
});
