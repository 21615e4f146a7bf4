import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createTelegram } from '../channels/telegram/telegram.ts';
import { createZaloBot } from '../channels/zalo-bot/zalo-bot.ts';
import { itemChoice } from '../reminders/item-choice.ts';
import { FakeTelegram } from '../testing/telegram/fake-telegram.ts';
import { FakeZaloBot } from '../testing/zalo-bot/fake-zalo-bot.ts';
import { openTestDelivery, until } from './testing/open-test-delivery.ts';

const PERSON = 7001;
const quiet = { info() {}, warn() {}, error() {} };
const now = () => '2026-11-21T00:00:00Z';
const choices = [
  { id: itemChoice('done', 'own:1b5a4f0e-0000-4000-8000-00000000000b', '2026-12-19'), label: 'Đã làm' },
];

it('[N88] [N89] over Telegram a pressed reminder gives way to its answer; once blocked, the next goes by Zalo', async () => {
  const [telegram, zalo] = await Promise.all([FakeTelegram.start(), FakeZaloBot.start()]);
  const messengers = [
    createTelegram({ token: telegram.token, apiRoot: telegram.root, now, log: quiet, pollSeconds: 2 }),
    createZaloBot({
      token: zalo.token,
      apiRoot: zalo.root,
      now,
      log: quiet,
      linkTo: () => 'https://x.example',
    }),
  ];
  const place = { dataDir: mkdtempSync(join(tmpdir(), 'reminders-')), databaseUrl: null };
  const one = await openTestDelivery(place, { messengers });
  await one.delivery.start();
  const remind = (n: number) =>
    one.delivery.post({ channel: 'telegram', chat: String(PERSON), origin: `reminder:p:${n}` }, [
      { text: `Nhắc việc ${n}`, choices },
    ]);
  const shown = () => telegram.shown(PERSON);
  await until(() => telegram.calls.includes('getUpdates') && zalo.polled);
  telegram.says(PERSON, '/huy');
  zalo.says('nguoi-zalo', '/huy');
  await until(() => shown().length === 1 && zalo.shown('nguoi-zalo').length === 1);

  await remind(1);
  await until(() => shown().length === 2);
  const { id, buttons } = shown()[1]!;
  telegram.presses(PERSON, id, buttons[0]!.data);
  await until(() => shown()[1]!.text !== 'Nhắc việc 1');
  expect(shown()[1]).toMatchObject({ id });
  expect(shown()[1]!.buttons.every(({ label }) => label !== 'Đã làm')).toBe(true);

  await one.rows.addAccount({
    channel: 'zalo-bot',
    address: 'nguoi-zalo',
    person: `telegram:${PERSON}`,
    chat: 'nguoi-zalo',
  });
  telegram.block(PERSON);
  await remind(2);
  await until(() => zalo.shown('nguoi-zalo').some(({ text }) => text.includes('Nhắc việc 2')));
  expect(zalo.shown('nguoi-zalo').at(-1)!.text).not.toContain('Đã làm');
  await until(async () => (await one.rows.depth()).waiting === 0);
  expect(await one.rows.stuck(9)).toEqual([]);
  expect((await one.rows.accounts(`telegram:${PERSON}`)).find(({ blocked }) => blocked)?.channel).toBe(
    'telegram',
  );
  await one.close();
  await Promise.all([telegram.stop(), zalo.stop()]);
});
