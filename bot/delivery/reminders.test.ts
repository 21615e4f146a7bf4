import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { itemChoice } from '../reminders/item-choice.ts';
import { toldOnce } from '../words/store-words.ts';
import type { InHand } from './in-hand.ts';
import { keepingDelivery } from './in-hand.ts';
import { outboundOf } from './outbound-of.ts';
import type { MemoryMessenger } from './testing/memory-messenger.ts';
import { memoryMessenger } from './testing/memory-messenger.ts';
import type { TestDelivery, TestOptions } from './testing/open-test-delivery.ts';
import { openTestDelivery, until } from './testing/open-test-delivery.ts';

let opened: TestDelivery[] = [];
const open = async (options: TestOptions): Promise<TestDelivery> => {
  const place = { dataDir: mkdtempSync(join(tmpdir(), 'reminders-')), databaseUrl: null };
  const delivery = await openTestDelivery(place, options);
  opened.push(delivery);
  await delivery.delivery.start();
  return delivery;
};
afterEach(async () => {
  await Promise.all(opened.map(one => one.close().catch(() => undefined)));
  opened = [];
});

const ORIGIN = 'reminder:telegram:7:duty:u:d1-1:2026-12-19:lead:7';
const settled = ({ rows }: TestDelivery) => until(async () => (await rows.depth()).waiting === 0);
const stuck = async ({ rows }: TestDelivery): Promise<string[]> =>
  (await rows.stuck(9)).map(({ channel, state, why }) => `${channel} ${state} ${why}`);
const refused = (why: 'blocked' | 'window' | 'quota' | 'invalid') => ({ outcome: 'refused', why }) as const;

/** One person with an account on each messenger. */
async function onAllThree() {
  const telegram = memoryMessenger('telegram', { edits: true });
  const bot = memoryMessenger('zalo-bot', { counted: true });
  const oa = memoryMessenger('zalo-oa', { counted: true });
  const one = await open({ messengers: [telegram, bot, oa] });
  await telegram.says('7', '/huy');
  for (const [channel, chat] of [
    ['zalo-oa', '9'],
    ['zalo-bot', '8'],
  ] as const)
    await one.rows.addAccount({ channel, address: chat, person: 'telegram:7', chat });
  await until(() => telegram.arrived.length === 1);
  const remind = (channel: string, chat: string, origin = ORIGIN) =>
    one.delivery.post({ channel, chat, origin }, [
      { text: 'Nhắc việc: còn 7 ngày', choices: [{ id: 'n:x', label: 'Đã làm' }] },
    ]);
  return { telegram, bot, oa, one, remind };
}
const texts = ({ arrived }: MemoryMessenger): string[] => arrived.map(({ text }) => text);

it('[N88] a reminder that is refused goes to the next account of its person, whole, and counts as sent', async () => {
  const { telegram, bot, oa, one, remind } = await onAllThree();
  telegram.outcomes.push({ ...refused('blocked'), from: 1 });
  await remind('telegram', '7');
  await until(() => bot.arrived.length === 1);
  await settled(one);
  const { text, choices, chat, from } = bot.arrived[0]!;
  expect([text, choices?.length, chat, from]).toEqual(['Nhắc việc: còn 7 ngày', 1, '8', undefined]);
  expect(JSON.stringify(bot.arrived)).not.toContain('telegram');
  expect([telegram.arrived.length, oa.arrived.length]).toEqual([1, 0]);
  expect(await stuck(one)).toEqual([]);
  // What was queued once is queued no second time.
  await remind('telegram', '7');
  await settled(one);
  expect([telegram.arrived.length, bot.arrived.length]).toEqual([1, 1]);
});

it('[N88] each account is tried once; when all have refused, the operator sees it', async () => {
  const { telegram, bot, oa, one, remind } = await onAllThree();
  oa.outcomes.push(refused('window'));
  telegram.outcomes.push(refused('blocked'));
  bot.outcomes.push({ outcome: 'again', afterMs: 0, why: '500' }, refused('quota'));
  await remind('zalo-oa', '9');
  await until(async () => (await stuck(one)).length === 1);
  await settled(one);
  expect([oa.sends.length, telegram.sends.length - 1, bot.sends.length]).toEqual([1, 1, 2]);
  expect(await stuck(one)).toEqual(['zalo-bot refused quota']);
  expect([...texts(oa), ...texts(bot)]).toEqual([]);
  const moved = one.logged.filter(line => line.includes('another account'));
  expect(moved).toHaveLength(2);
  expect(moved.join()).not.toMatch(/Nhắc việc|"7"|"8"|"9"/);
});

it('[N88] accounts that blocked, answers, and what is itself wrong stay where they are', async () => {
  const { telegram, bot, oa, one, remind } = await onAllThree();
  await one.rows.block('zalo-bot', '8');
  await one.rows.block('zalo-oa', '9');
  telegram.outcomes.push(refused('blocked'), refused('blocked'));
  await remind('telegram', '7');
  await until(async () => (await stuck(one)).length === 1);
  await bot.says('8', '/huy');
  await until(() => bot.arrived.length === 1);
  await telegram.says('7', '/huy');
  await until(async () => (await stuck(one)).length === 2);
  telegram.outcomes.push(refused('invalid'));
  await remind('telegram', '7', `${ORIGIN}x`);
  await until(async () => (await stuck(one)).length === 3);
  expect([bot.arrived.length, oa.arrived.length]).toEqual([1, 0]);
});

it('[N88] a reminder has no more choices than there are buttons: a typed number would mean something else', async () => {
  const choices = ['a', 'b', 'c'].map(id => ({ id: `n:${id}`, label: id }));
  const messengers = [
    memoryMessenger('telegram', { mostButtons: 8 }),
    memoryMessenger('zalo-oa', { mostButtons: 2 }),
    memoryMessenger('zalo-bot', { mostButtons: 0 }),
  ];
  const { delivery } = await open({ messengers });
  for (const { id: channel } of messengers)
    await delivery.post({ channel, chat: '7', origin: `reminder:${channel}` }, [
      { text: 'Nhắc việc', choices },
    ]);
  await until(() => messengers.every(({ arrived }) => arrived.length === 1));
  expect(messengers.map(({ arrived }) => arrived[0]!.choices?.length)).toEqual([3, 2, undefined]);
});

it('[N89] what is said to a button under a reminder takes the reminder’s place where the channel can edit', async () => {
  const telegram = memoryMessenger('telegram', { edits: true });
  const bot = memoryMessenger('zalo-bot');
  await open({ messengers: [telegram, bot] });
  const choice = itemChoice('done', 'own:1b5a4f0e-0000-4000-8000-00000000000b', '2026-12-19');
  const press = { choice, under: 'm1', text: undefined } as never;
  await telegram.says('7', '', press);
  await bot.says('8', '', press);
  await until(() => telegram.arrived.length > 0 && bot.arrived.length > 0);
  const replaced = (messenger: MemoryMessenger) => messenger.arrived.map(({ replaces }) => replaces);
  expect(replaced(telegram)[0]).toBe('m1');
  expect(
    replaced(telegram)
      .slice(1)
      .every(one => one === undefined),
  ).toBe(true);
  expect(replaced(bot).every(one => one === undefined)).toBe(true);
  const before = telegram.arrived.length;
  await telegram.says('7', '', { choice: 'met', under: 'm1', text: undefined } as never);
  await until(() => telegram.arrived.length > before);
  expect(telegram.arrived[before]!.replaces).toBeUndefined();
});

it('[N90] when the platform is too busy for the whole bot, every chat waits, and each keeps its order', async () => {
  const telegram = memoryMessenger();
  const zalo = memoryMessenger('zalo-bot');
  const { delivery } = await open({ messengers: [telegram, zalo] });
  const post = (channel: string, chat: string, n: number) =>
    delivery.post({ channel, chat, origin: `reminder:${channel}:${chat}:${n}` }, [{ text: String(n) }]);
  telegram.outcomes.push({ outcome: 'again', afterMs: 400, why: '429', everywhere: true });
  await post('telegram', '1', 1);
  await until(() => telegram.sends.length === 1);
  const asked = telegram.sends[0]!.at;
  for (const [chat, n] of [
    ['1', 2],
    ['2', 1],
    ['2', 2],
    ['3', 1],
  ] as const)
    await post('telegram', chat, n);
  await post('zalo-bot', '9', 1);
  await until(() => zalo.arrived.length === 1);
  expect(zalo.sends[0]!.at - asked).toBeLessThan(350);
  await until(() => telegram.arrived.length === 5);
  for (const { at } of telegram.sends.slice(1)) expect(at - asked).toBeGreaterThanOrEqual(390);
  for (const chat of ['1', '2'])
    expect(telegram.arrived.filter(message => message.chat === chat).map(({ text }) => text)).toEqual([
      '1',
      '2',
    ]);
});

it('[N90] after such a pause the platform’s rate is kept, by those too who had waited for their turn', async () => {
  const telegram = memoryMessenger('telegram', { perSecond: 10 });
  const { delivery } = await open({ messengers: [telegram] });
  telegram.outcomes.push({ outcome: 'again', afterMs: 1500, why: '429', everywhere: true });
  await Promise.all(
    Array.from({ length: 25 }, (_, n) =>
      delivery.post({ channel: 'telegram', chat: `c${n}`, origin: `reminder:${n}` }, [{ text: 'nhắc' }]),
    ),
  );
  await until(() => telegram.arrived.length === 25);
  const at = telegram.sends.map(send => send.at).toSorted((a, b) => a - b);
  const after = at.filter(time => time - at[0]! >= 1400);
  for (let n = 12; n < after.length; n += 1) expect(after[n]! - after[n - 12]!).toBeGreaterThanOrEqual(90);
});

it('[N86] a private address reaches the person and is not kept with what was said', async () => {
  const address = 'https://tro-ly.example.vn/lich/AAAABBBBCCCCDDDDEEEEFFFF.ics';
  const { store } = await open({ messengers: [memoryMessenger()] });
  const { capabilities } = memoryMessenger();
  const to = {
    channel: 'telegram',
    chat: '7',
    capabilities,
    origin: 'telegram:k0',
    now: 0,
    newId: () => 'a0',
  };
  const event: InHand = { inbox: 0, outbound: replies => outboundOf(replies, to), kept: null };
  const keeping = keepingDelivery(store, new Map([['k0', event]]));
  const replies = [{ text: `Địa chỉ: ${address}.`, once: address }];
  await keeping.keep('telegram:7', {}, { key: 'k0', said: 'mở địa chỉ', replies }, []);
  expect(event.kept![0]!.body).toEqual({ text: `Địa chỉ: ${address}.` });
  const [exchange] = await store.exchanges('telegram:7', 9);
  expect(exchange!.replies).toEqual([{ text: `Địa chỉ: ${toldOnce}.` }]);
});
