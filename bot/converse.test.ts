import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { openKnowledge } from '../knowledge/index.ts';
import { openConversation } from './converse.ts';
import { openStore } from './store/open-store.ts';
import type { Store } from './store/store.ts';
import { StoreFault } from './store/store-fault.ts';
import { notKeptWords } from './words/store-words.ts';

const knowledge = openKnowledge([]);
const today = (): string => '2026-11-21';
const now = (): string => '2026-11-21T01:00:00Z';
const dataDir = mkdtempSync(join(tmpdir(), 'say-files-'));
let store: Store;
const newStore = async (): Promise<Store> => {
  store = await openStore(
    { dataDir: mkdtempSync(join(tmpdir(), 'say-')), databaseUrl: null },
    () => '2026-11-21T01:00:00Z',
  );
  return store;
};
afterEach(() => store.close());

it('[K12] a message that could not be kept is said to be so, changes nothing, and is answered when sent again', async () => {
  const real = await newStore();
  const faults: StoreFault[] = [];
  let full = true;
  const failing: Store = {
    ...real,
    keep: (...given) =>
      full
        ? Promise.reject(new StoreFault('full', 'Nơi lưu dữ liệu /x', new Error('disk I/O')))
        : real.keep(...given),
  };
  const conversation = openConversation({
    knowledge,
    store: failing,
    today,
    now,
    dataDir,
    report: fault => faults.push(fault),
  });
  const inbound = { person: 'an', text: '/trogiup' };
  expect(await conversation.say(inbound, 'k1')).toEqual([{ text: notKeptWords('full') }]);
  expect(faults.map(({ trouble }) => trouble)).toEqual(['full']);
  expect(await real.exchanges('an', 9)).toEqual([]);
  full = false;
  const [help] = await conversation.say(inbound, 'k1');
  expect(help!.text).toContain('/trogiup');
  expect(await real.exchanges('an', 9)).toHaveLength(1);
});

it('[K8] a message is taken anew when the world has moved meanwhile', async () => {
  const real = await newStore();
  let moves = 3;
  const moving: Store = { ...real, keep: async (...given) => (moves-- > 0 ? 'moved' : real.keep(...given)) };
  const conversation = openConversation({ knowledge, store: moving, today, now, dataDir });
  const [help] = await conversation.say({ person: 'an', text: '/trogiup' }, null);
  expect(help!.text).toContain('/trogiup');
  expect(await real.exchanges('an', 9)).toHaveLength(1);
});

it('[K2] an event that two processes hear is answered by both with the same words', async () => {
  const real = await newStore();
  const one = openConversation({ knowledge, store: real, today, now, dataDir });
  const other = openConversation({ knowledge, store: real, today, now, dataDir });
  const [first, second] = await Promise.all([
    one.say({ person: 'an', text: '/trogiup' }, 'k1'),
    other.say({ person: 'an', text: 'chào' }, 'k1'),
  ]);
  expect(first).toEqual(second);
  expect(await real.exchanges('an', 9)).toHaveLength(1);
});
