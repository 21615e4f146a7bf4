import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { answered, assessment, invitation, said, unit } from '../store/testing/people.ts';
import { linkWords } from '../words/delivery-words.ts';
import { linkCodeIn, wantsLink } from './linking.ts';
import type { MemoryMessenger } from './testing/memory-messenger.ts';
import { memoryMessenger } from './testing/memory-messenger.ts';
import type { TestDelivery } from './testing/open-test-delivery.ts';
import { openTestDelivery, until } from './testing/open-test-delivery.ts';

let opened: TestDelivery | null = null;
afterEach(() => opened?.close());

interface Two {
  telegram: MemoryMessenger;
  zalo: MemoryMessenger;
  one: TestDelivery;
  clock: { now: number };
  /** What is answered on a channel. */
  ask(messenger: MemoryMessenger, text: string, more?: object): Promise<string>;
}

async function openTwo(): Promise<Two> {
  const [telegram, zalo] = [memoryMessenger('telegram'), memoryMessenger('zalo-bot')];
  const clock = { now: Date.parse('2026-11-21T01:00:00Z') };
  const place = { dataDir: mkdtempSync(join(tmpdir(), 'link-')), databaseUrl: null };
  const rate = { perSecond: 1000, burst: 1000 };
  const one = await openTestDelivery(place, { messengers: [telegram, zalo], now: () => clock.now, rate });
  opened = one;
  await one.delivery.start();
  const ask = async (messenger: MemoryMessenger, text: string, more: object = {}): Promise<string> => {
    const before = messenger.arrived.length;
    await messenger.says('7', text, more);
    await until(() => messenger.arrived.length > before);
    return messenger.arrived.at(-1)!.text;
  };
  return { telegram, zalo, one, clock, ask };
}

it('[O12] the wish for a code and a code are known however they are typed', () => {
  for (const text of ['/lienket', 'liên kết', 'Liên kết Zalo', 'lien ket tai khoan', 'lấy mã liên kết'])
    expect(wantsLink(text)).toBe(true);
  for (const text of ['liên kết các chi bộ thế nào?', 'LIENKET 482913', 'ai ký liên kết'])
    expect(wantsLink(text)).toBe(false);
  for (const text of ['LIENKET 482913', 'lienket 482-913', 'liên kết: 482 913', '/lienket 482913'])
    expect(linkCodeIn(text)).toBe('482913');
  for (const text of ['482913', 'LIENKET 48291', 'LIENKET 4829133']) expect(linkCodeIn(text)).toBeNull();
});

it('[O12] [O13] a code taken on one channel and typed on the other makes the two one person, and nothing is lost', async () => {
  const { telegram, zalo, one, ask } = await openTwo();
  const { store } = one;
  await store.keep('telegram:7', { plan: 'tkv' }, said('mở'), [
    { type: 'unit-opened', unit: unit('u1') },
    { type: 'assessment-opened', assessment: assessment('a1', 'u1') },
    { type: 'invited', invitation: invitation('ma', 'u1', 'member', 'telegram:7') },
  ]);
  await store.keep(
    'zalo-bot:7',
    {
      plan: 'khac',
      subject: 's',
      assess: { current: 'a2', asking: null, draft: null, values: false, places: {} },
    },
    said('mở nữa'),
    [
      { type: 'joined', codeHash: 'ma' },
      { type: 'unit-opened', unit: unit('u2') },
      { type: 'assessment-opened', assessment: assessment('a2', 'u2') },
      answered('a2', 'x', 'met'),
    ],
  );
  const given = await ask(telegram, '/lienket');
  const code = /LIENKET \d{6}/.exec(given)![0];
  expect(await ask(zalo, code)).toBe(linkWords.linked);
  const world = await store.world('telegram:7');
  expect(world.memberships.map(({ unit: { id }, role }) => [id, role])).toEqual([
    ['u1', 'secretary'],
    ['u2', 'secretary'],
  ]);
  expect(world.assessments.map(({ id, events }) => [id, events.length])).toEqual([
    ['a1', 0],
    ['a2', 1],
  ]);
  expect(await store.state('telegram:7')).toMatchObject({ plan: 'tkv', assess: { current: 'a2' } });
  expect(await store.state('zalo-bot:7')).toBeNull();
  await ask(zalo, '/trogiup');
  const heard = (await store.exchanges('telegram:7', 99)).map(exchange => exchange.said);
  expect(heard.toSorted()).toEqual(['/lienket', '/trogiup', 'LIENKET …', 'mở', 'mở nữa'].toSorted());
  expect(JSON.stringify(await store.exchanges('telegram:7', 99))).not.toContain(code);
  expect((await one.rows.accounts('telegram:7')).map(({ channel }) => channel).toSorted()).toEqual([
    'telegram',
    'zalo-bot',
  ]);
  expect(await ask(zalo, '/lienket')).toContain('LIENKET');
});

it('[O12] a code is good once, for ten minutes, on another channel and in a private chat only', async () => {
  const { telegram, zalo, clock, ask } = await openTwo();
  const group = { privateChat: false, chat: '-5' };
  expect(await ask(telegram, '/lienket', group)).toBe(linkWords.onlyPrivate);
  const codeOf = async (): Promise<string> => /LIENKET \d{6}/.exec(await ask(telegram, '/lienket'))![0];
  const first = await codeOf();
  expect(await ask(telegram, first)).toBe(linkWords.own);
  const second = await codeOf();
  expect(await ask(zalo, first)).toBe(linkWords.refused);
  clock.now += 10 * 60 * 1000;
  expect(await ask(zalo, second)).toBe(linkWords.refused);
  const third = await codeOf();
  expect(await ask(zalo, third)).toBe(linkWords.linked);
  expect(await ask(telegram, third)).toBe(linkWords.refused);
});

it('[O12] whoever keeps typing wrong codes has to wait, the right one included', async () => {
  const { telegram, zalo, clock, ask } = await openTwo();
  for (let n = 0; n < 5; n += 1) expect(await ask(zalo, `LIENKET 90000${n}`)).toBe(linkWords.refused);
  const code = /LIENKET \d{6}/.exec(await ask(telegram, '/lienket'))![0];
  expect(await ask(zalo, code)).toBe(linkWords.tooMany);
  clock.now += 3600 * 1000;
  const later = /LIENKET \d{6}/.exec(await ask(telegram, '/lienket'))![0];
  expect(await ask(zalo, later)).toBe(linkWords.linked);
});

it('[O12] somebody of the page is the same person on Zalo, also after a restart', async () => {
  const { zalo, one, ask } = await openTwo();
  const [given] = await one.conversation.say({ person: 'web:trang', text: 'liên kết' }, 'tin-1');
  expect(await ask(zalo, /LIENKET \d{6}/.exec(given!.text)![0])).toBe(linkWords.linked);
  expect(await one.rows.personAt('zalo-bot', '7')).toBe('web:trang');
  const [code] = await one.conversation.say(
    { person: 'web:khac', text: /LIENKET \d{6}/.exec(await ask(zalo, '/lienket'))![0] },
    'tin-2',
  );
  expect(code!.text).toBe(linkWords.linked);
  expect(await one.rows.personAt('web', 'khac')).toBe('web:trang');
});
