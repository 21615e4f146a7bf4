import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ROOT } from '../config.ts';
import type { Shown } from '../testing/shown.ts';
import { FakeTelegram } from '../testing/telegram/fake-telegram.ts';
import { FakeZaloBot } from '../testing/zalo-bot/fake-zalo-bot.ts';
import { FakeZaloOa } from '../testing/zalo-oa/fake-zalo-oa.ts';
import { linkWords } from '../words/delivery-words.ts';
import { until } from './testing/open-test-delivery.ts';

/** The whole program, as an operator starts it, with all three messengers by webhook. */
let telegram: FakeTelegram;
let zaloBot: FakeZaloBot;
let zaloOa: FakeZaloOa;
let program: ChildProcess;
let log = '';
let place = '';
const PASSWORD = 'mật-khẩu-của-người-quản-trị';
const SECRETS = ['bi-mat-telegram-1', 'bi-mat-zalo-bot-1', PASSWORD];

interface Chat {
  says(text: string): void;
  shown(): Shown[];
}
const chats: Record<'telegram' | 'zaloBot' | 'zaloOa', Chat> = {
  telegram: { says: text => void telegram.says(7001, text), shown: () => telegram.shown(7001) },
  zaloBot: {
    says: text => void zaloBot.says('nguoi-zalo-bot', text),
    shown: () => zaloBot.shown('nguoi-zalo-bot'),
  },
  zaloOa: {
    says: text => void zaloOa.says('2512523625412515', text),
    shown: () => zaloOa.shown('2512523625412515'),
  },
};

beforeAll(async () => {
  [telegram, zaloBot, zaloOa] = await Promise.all([
    FakeTelegram.start(),
    FakeZaloBot.start(),
    FakeZaloOa.start(),
  ]);
  const port = await freePort();
  place = `http://127.0.0.1:${port}`;
  zaloOa.webhookUrl = `${place}/webhook/zalo-oa`;
  program = spawn(process.execPath, [join(ROOT, 'bot', 'main.ts')], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      PORT: String(port),
      PUBLIC_URL: place,
      DATA_DIR: mkdtempSync(join(tmpdir(), 'channels-')),
      WEB_PASSWORD: PASSWORD,
      TELEGRAM_BOT_TOKEN: telegram.token,
      TELEGRAM_API_ROOT: telegram.root,
      TELEGRAM_WEBHOOK_SECRET: SECRETS[0],
      ZALO_BOT_TOKEN: zaloBot.token,
      ZALO_BOT_API_ROOT: zaloBot.root,
      ZALO_BOT_WEBHOOK_SECRET: SECRETS[1],
      ZALO_OA_APP_ID: zaloOa.appId,
      ZALO_OA_APP_SECRET: zaloOa.appSecret,
      ZALO_OA_WEBHOOK_SECRET: zaloOa.oaSecret,
      ZALO_OA_REFRESH_TOKEN: zaloOa.firstRefreshToken,
      ZALO_OA_API_ROOT: zaloOa.root,
      ZALO_OA_OAUTH_ROOT: zaloOa.root,
    },
  });
  for (const stream of [program.stdout!, program.stderr!])
    stream.setEncoding('utf8').on('data', (text: string) => (log += text));
  await until(
    () => telegram.hook !== null && zaloBot.hook !== null && log.includes('Trợ lý cấp ủy đang chạy'),
    20_000,
  );
});
afterAll(async () => {
  program?.kill('SIGKILL');
  await Promise.all([telegram?.stop(), zaloBot?.stop(), zaloOa?.stop()]);
});

const WALK = [
  'hạn nộp báo cáo bốn tốt của Cần Đước là khi nào?',
  '/danhgia',
  'Kế hoạch của Huyện ủy Tuy Phước',
  'Đảng bộ huyện',
  'Đảng bộ huyện Rất Riêng',
  '2024',
  ...Array<string>(7).fill('chưa rõ'),
  'Nộp',
];

it.each(['telegram', 'zaloBot', 'zaloOa'] as const)(
  '[O21] over %s: a question, and a self-assessment to its document',
  { concurrent: true },
  async name => {
    const { says, shown } = chats[name];
    for (const text of WALK) says(text);
    const report = (): Shown | undefined =>
      shown().find(({ text, document }) => document || /\/tai-lieu\//.test(text));
    await until(() => report() !== undefined, 60_000);
    expect(shown()[0]!.text).toMatch(/Cần Đước|10-HD/);
    const { document, text } = report()!;
    const link = /http:\/\/\S+\/tai-lieu\/\S+/.exec(text)?.[0];
    const bytes = document?.bytes ?? Buffer.from(await (await fetch(link!)).arrayBuffer());
    expect(bytes.subarray(0, 2).toString()).toBe('PK');
  },
);

it('[O12] [O16] a code of one messenger links the other and opens the page, as the same person', async () => {
  const codeFrom = async ({ says, shown }: Chat): Promise<string> => {
    const before = shown().length;
    says('/lienket');
    const given = (): string | undefined =>
      /LIENKET \d{6}/.exec(
        shown()
          .slice(before)
          .map(({ text }) => text)
          .join('\n'),
      )?.[0];
    await until(() => given() !== undefined, 30_000);
    return given()!;
  };
  chats.zaloBot.says(await codeFrom(chats.telegram));
  await until(() => chats.zaloBot.shown().some(({ text }) => text.includes(linkWords.linked)), 20_000);
  const secret = await codeFrom(chats.zaloBot);
  const headers = { 'content-type': 'application/json', origin: place };
  expect((await fetch(`${place}/api/history`)).status).toBe(401);
  const entered = await fetch(`${place}/api/sign-in`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ secret }),
  });
  expect(entered.status).toBe(200);
  const cookie = entered.headers
    .getSetCookie()
    .map(line => line.split(';')[0])
    .join('; ');
  const history = (await (await fetch(`${place}/api/history`, { headers: { cookie } })).json()) as {
    turns: { text?: string }[];
  };
  // What was said on both.
  expect(history.turns.filter(({ text }) => text === '/danhgia')).toHaveLength(2);
});

it('[O1] [O7] [O9] what comes twice is answered once; 429 is waited for; what broke on its way is not sent again', async () => {
  const shown = (): string[] => telegram.shown(7002).map(({ text }) => text);
  const update = telegram.says(7002, '/trogiup');
  await until(() => shown().length === 1, 20_000);
  await telegram.repeat(update);
  telegram.faults.plan('reset after', { route: 'sendMessage' });
  telegram.says(7002, '/huy');
  await until(() => shown().length === 2, 20_000);
  const tooMany = {
    ok: false,
    error_code: 429,
    description: 'Too Many Requests: retry after 1',
    parameters: { retry_after: 1 },
  };
  telegram.faults.plan({ status: 429, body: tooMany }, { route: 'sendMessage' });
  telegram.hold();
  telegram.says(7002, 'chào');
  telegram.says(7003, 'chào');
  await telegram.release(updates => updates.toReversed());
  await until(() => shown().length === 3 && telegram.shown(7003).length === 1, 20_000);
  await new Promise(resolve => setTimeout(resolve, 1200));
  expect(shown().map(text => text.slice(0, 4))).toEqual([
    shown()[0]!.slice(0, 4),
    shown()[1]!.slice(0, 4),
    'Chào',
  ]);
});

it('[O15] [O17] [O18] it is ready, counts, stops within its time, and its log has no text, no token and no address', async () => {
  const ready = (await (await fetch(`${place}/readyz`)).json()) as { ready: boolean; stuck: unknown[] };
  expect(ready.ready).toBe(true);
  expect(ready.stuck).toMatchObject([{ channel: 'telegram', state: 'unknown' }]);
  const metrics = await (await fetch(`${place}/metrics`)).text();
  for (const channel of ['telegram', 'zalo-bot', 'zalo-oa']) {
    expect(metrics).toMatch(
      new RegExp(`tro_ly_deliveries_total\\{channel="${channel}",outcome="sent"\\} \\d+`),
    );
  }
  expect((await fetch(`${place}/metrics`, { headers: { 'x-forwarded-for': '1.2.3.4' } })).status).toBe(404);
  expect((await fetch(`${place}/webhook/telegram`, { method: 'POST', body: '{}' })).status).toBe(403);
  expect((await fetch(`${place}/webhook/khac`, { method: 'POST', body: '{}' })).status).toBe(404);
  const gone = new Promise(resolve => program.once('exit', resolve));
  const start = performance.now();
  program.kill('SIGTERM');
  expect(await gone).toBe(0);
  expect(performance.now() - start).toBeLessThan(10_000);
  const never = [
    ...SECRETS,
    telegram.token,
    zaloBot.token,
    zaloOa.appSecret,
    zaloOa.oaSecret,
    'refresh-token-',
    'access-token-',
  ];
  for (const text of [
    ...never,
    'Rất Riêng',
    'hạn nộp',
    'LIENKET',
    '7001',
    'nguoi-zalo-bot',
    '2512523625412515',
  ])
    expect(log).not.toContain(text);
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise(resolve => server.once('listening', resolve));
  const { port } = server.address() as { port: number };
  await new Promise(resolve => server.close(resolve));
  return port;
}
