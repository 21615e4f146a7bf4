import { afterAll, beforeAll, expect, it } from 'vitest';
import type { TestPostgres } from '../store/testing/start-postgres.ts';
import { startPostgres } from '../store/testing/start-postgres.ts';
import { memoryMessenger } from './testing/memory-messenger.ts';
import { openTestDelivery, until } from './testing/open-test-delivery.ts';

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres.stop());

const rate = { perSecond: 1000, burst: 1000 };

it('[O11] of several processes on one PostgreSQL each event is answered by one and each message sent by one, in order', async () => {
  const place = { dataDir: '/khong-dung', databaseUrl: await postgres.newDatabase() };
  const messengers = [memoryMessenger(), memoryMessenger(), memoryMessenger()];
  const processes = await Promise.all(
    messengers.map((messenger, n) =>
      openTestDelivery(place, { messengers: [messenger], owner: `p${n}xx`, leaseMs: 3000, rate }),
    ),
  );
  for (const { delivery } of processes) await delivery.start();
  // Every event reaches two of them, at about the same time.
  for (let n = 0; n < 60; n += 1) {
    const said = [`${n % 5}`, `/trogiup ${n}`, { key: `u${n}` }] as const;
    await Promise.all([messengers[n % 3]!.says(...said), messengers[(n + 1) % 3]!.says(...said)]);
  }
  const arrived = () => messengers.flatMap(messenger => messenger.sends);
  await until(() => arrived().length >= 60, 30_000);
  await until(async () => (await processes[0]!.rows.depth()).waiting === 0);
  expect(arrived()).toHaveLength(60);
  for (let chat = 0; chat < 5; chat += 1) {
    const heard = (await processes[0]!.store.exchanges(`telegram:${chat}`, 99)).map(({ said }) => said);
    expect(heard).toEqual(Array.from({ length: 12 }, (_, n) => `/trogiup ${n * 5 + chat}`));
  }
  const chat = arrived()
    .filter(({ message }) => message.chat === '1')
    .toSorted((a, b) => a.at - b.at);
  expect(chat).toHaveLength(12);
  await Promise.all(processes.map(one => one.close()));
});

it('[O11] what a process that died had in hand is taken over by another once its time is up', async () => {
  const place = { dataDir: '/khong-dung', databaseUrl: await postgres.newDatabase() };
  const hung = memoryMessenger();
  const dead = await openTestDelivery(place, { messengers: [hung], owner: 'chet', leaseMs: 600, rate });
  await dead.delivery.start();
  hung.outcomes.push(() => new Promise(() => {}));
  await hung.says('7', '/trogiup');
  await until(() => hung.sends.length === 1);
  await hung.says('7', '/huy');
  await until(async () => (await dead.rows.depth()).waiting === 2);
  // It dies without a word: its connections are gone and it renews nothing.
  await dead.store.close();
  const other = memoryMessenger();
  const alive = await openTestDelivery(place, { messengers: [other], owner: 'song', leaseMs: 600, rate });
  await alive.delivery.start();
  await until(() => other.arrived.length === 1);
  expect((await alive.rows.stuck(9)).map(({ state, why }) => [state, why])).toEqual([['unknown', 'killed']]);
  await alive.close();
});
