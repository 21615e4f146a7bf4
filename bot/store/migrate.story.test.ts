import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StorePlace } from './database.ts';
import { openDatabase } from './database.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations.ts';
import { openStore } from './open-store.ts';
import { openReminding } from './testing/open-reminding.ts';
import { NOW, openUnit, said } from './testing/people.ts';
import { doneFor, marked } from './testing/reminder-changes.ts';
import type { TestPostgres } from './testing/start-postgres.ts';
import { startPostgres } from './testing/start-postgres.ts';

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres.stop());

describe.each([
  [
    'SQLite',
    async (): Promise<StorePlace> => ({ dataDir: mkdtempSync(join(tmpdir(), 'old-')), databaseUrl: null }),
  ],
  [
    'PostgreSQL',
    async (): Promise<StorePlace> => ({ dataDir: '', databaseUrl: await postgres.newDatabase() }),
  ],
])('a schema in %s', (_, newPlace) => {
  it('[K10] that is older is brought forward with all that is in it', async () => {
    const place = await newPlace();
    const old = await openDatabase(place);
    await migrate(old, '001-conversations');
    await sql`insert into conversations values ('an', '{"plan":"tkv"}', ${NOW})`.execute(old.db);
    await sql`insert into exchanges (person, event_key, said, replies, taken_at)
      values ('an', 'k', 'chào', '[{"text":"Chào"}]', ${NOW})`.execute(old.db);
    await old.db.destroy();
    const store = await openStore(place, () => NOW);
    expect(await store.state('an')).toEqual({ plan: 'tkv' });
    expect(await store.exchanges('an', 9)).toEqual([{ key: 'k', said: 'chào', replies: [{ text: 'Chào' }] }]);
    await openUnit(store);
    await store.close();
  });

  it('[K10] [N42] of before there were reminders reminds its units of what comes, not of what is over', async () => {
    const place = await newPlace();
    const old = await openDatabase(place);
    await migrate(old, '003-delivery');
    await sql`insert into units (id, name, plan, subject, opened_at)
      values ('u1', 'Chi bộ', 'tkv', 'chi-bo', '2026-01-01T00:00:00Z')`.execute(old.db);
    await sql`insert into memberships values ('u1', 'an', 'secretary', 1, '2026-01-01T00:00:00Z')`.execute(
      old.db,
    );
    await sql`insert into exchanges (person, event_key, said, replies, taken_at)
      values ('an', 'k', 'chào', '[]', ${NOW}), ('an', 'l', 'chào', '[]', '2026-03-01T00:00:00Z')`.execute(
      old.db,
    );
    await old.db.destroy();
    const { store, rows } = await openReminding(place, 'mot', { now: Date.parse(NOW) });
    expect((await store.world('an')).reminders.units).toMatchObject([{ unit: 'u1', since: NOW }]);
    expect(await rows.nextWake()).toBe(0);
    await store.close();
  });

  it('[K10] that is newer is refused, and nothing is changed', async () => {
    const place = await newPlace();
    const store = await openStore(place, () => NOW);
    await store.keep('an', {}, said('chào'));
    await store.close();
    const database = await openDatabase(place);
    await sql`insert into kysely_migration values ('999-mai-sau', '-')`.execute(database.db);
    const opening = openStore(place, () => NOW);
    await expect(opening).rejects.toThrow(/phiên bản mới hơn .* ghi: hãy cập nhật trợ lý/);
    const { rows } = await sql`select said from exchanges`.execute(database.db);
    expect(rows).toEqual([{ said: 'chào' }]);
    await database.db.destroy();
  });

  it('[K10] is made once by processes that start at the same time', async () => {
    const place = await newPlace();
    const script = `const { openStore } = await import(${JSON.stringify(join(import.meta.dirname, 'open-store.ts'))});
      const store = await openStore(${JSON.stringify(place)}, () => '${NOW}');
      await store.keep('an', {}, { key: 'khoa', said: 'chào', replies: [] });
      await store.close();`;
    const codes = await Promise.all(
      Array.from({ length: 6 }, () => {
        const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'inherit' });
        return new Promise(resolve => child.once('exit', resolve));
      }),
    );
    expect(codes).toEqual(Array(6).fill(0));
    const database = await openDatabase(place);
    const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(
      database.db,
    );
    expect(rows.map(({ name }) => name)).toEqual(migrations.map(([name]) => name));
    expect((await sql`select 1 from exchanges`.execute(database.db)).rows).toHaveLength(1);
    await database.db.destroy();
  });

  it('[K11] refuses by itself to change or delete an answer, a submission or what was done about a reminder', async () => {
    const place = await newPlace();
    const store = await openStore(place, () => NOW);
    await openUnit(store);
    await store.keep('bi-thu', {}, said('…'), [
      {
        type: 'answered',
        assessment: 'a1',
        event: { requirement: 'x', value: 'met', note: null, source: 'prompt' },
      },
      { type: 'submitted', assessment: 'a1', evaluation: {} },
      doneFor('u1', 'd1', '2026-11-30'),
      marked('duty:u1:d1', '2026-11-30'),
    ]);
    const before = await store.world('bi-thu');
    const { db } = await openDatabase(place);
    for (const table of ['answers', 'submissions', 'unit_reminders', 'reminder_marks']) {
      await expect(sql`update ${sql.table(table)} set person = 'ai khác'`.execute(db)).rejects.toThrow(
        'append only',
      );
      await expect(sql`delete from ${sql.table(table)}`.execute(db)).rejects.toThrow('append only');
    }
    expect(await store.world('bi-thu')).toEqual(before);
    await db.destroy();
    await store.close();
  });
});
