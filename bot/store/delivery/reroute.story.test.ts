import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StorePlace } from '../database.ts';
import { openStores } from '../open-store.ts';
import type { TestPostgres } from '../testing/start-postgres.ts';
import { startPostgres } from '../testing/start-postgres.ts';
import type { Mark, OutboxRow } from './delivery-records.ts';

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres.stop());

const PLACES: [string, () => Promise<StorePlace>][] = [
  ['SQLite', async () => ({ dataDir: mkdtempSync(join(tmpdir(), 'reroute-')), databaseUrl: null })],
  ['PostgreSQL', async () => ({ dataDir: '/khong-dung', databaseUrl: await postgres.newDatabase() })],
];
const ROW: OutboxRow = {
  id: 'a1',
  origin: 'reminder:p:1#0',
  channel: 'telegram',
  chat: '7',
  body: { text: 'Nhắc việc', replaces: 'm1' },
  prompt: null,
  digest: null,
  attempts: 0,
  from: null,
  notBefore: 1000,
  keptAt: 1000,
};
const MARK: Mark = {
  id: 'a1',
  state: 'refused',
  why: 'blocked',
  attempts: 1,
  from: 1,
  notBefore: 1000,
  messageId: null,
  elsewhere: ['telegram', 'zalo-bot'],
};

describe.each(PLACES)('a refused reminder in %s', (_, newPlace) => {
  const open = async () => {
    const holder = { owner: 'mot', leaseMs: 1000, now: () => 5000 };
    const { store, delivery } = await openStores(await newPlace(), () => '2026-11-21T01:00:00Z', holder);
    for (const [channel, address] of [
      ['telegram', '7'],
      ['zalo-bot', '8'],
    ] as const)
      await delivery.addAccount({ channel, address, chat: address, person: 'p' });
    await delivery.add([ROW]);
    await delivery.claim([ROW.id]);
    return { store, delivery };
  };

  it('[N88] waits in the other account’s chat in the transaction that settles it', async () => {
    const { store, delivery } = await open();
    const moved = await delivery.settle([MARK]);
    const body = { text: 'Nhắc việc', refusedAt: ['telegram 7'] };
    expect(moved).toEqual([{ ...ROW, channel: 'zalo-bot', chat: '8', body, notBefore: 5000 }]);
    expect(await delivery.depth()).toEqual({ waiting: 1, oldest: 1000 });
    expect(await delivery.claim([ROW.id])).toEqual(new Set([ROW.id]));
    expect(await delivery.settle([MARK])).toEqual([]);
    expect((await delivery.stuck(9)).map(({ channel, why }) => [channel, why])).toEqual([
      ['zalo-bot', 'blocked'],
    ]);
    await store.close();
  });

  it('[N88] of a settling that fails nothing is written: neither the refusal nor the other way', async () => {
    const { store, delivery } = await open();
    await delivery.add([{ ...ROW, id: 'a2', origin: 'reminder:p:2#0' }]);
    const broken = { ...MARK, id: 'a2', state: 'no such state' as never };
    await expect(delivery.settle([MARK, broken])).rejects.toThrow();
    expect(await delivery.stuck(9)).toEqual([]);
    expect(await delivery.claim([ROW.id])).toEqual(new Set());
    expect((await delivery.depth()).waiting).toBe(2);
    await store.close();
  });
});
