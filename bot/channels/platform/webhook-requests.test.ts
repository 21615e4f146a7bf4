import { describe, expect, it } from 'vitest';
import type { Messenger } from '../messenger.ts';
import { createTelegram } from '../telegram/telegram.ts';
import { createZaloBot } from '../zalo-bot/zalo-bot.ts';
import { createZaloOa } from '../zalo-oa/zalo-oa.ts';
import { LONGEST_BODY, readBody } from './read-body.ts';
import { derivedSecret, sameSecret } from './same-secret.ts';

const log = { info() {}, warn() {}, error() {} };
const common = { now: () => '2026-11-21T00:00:00Z', log, linkTo: () => '' };
// Port 9 of loopback: nobody listens, so a messenger stays unconnected.
const nowhere = 'http://127.0.0.1:9';
const webhook = { url: 'https://tro-ly.example.vn/webhook', secret: 'bi-mat-du-dai' };
const zaloBot = createZaloBot({ ...common, token: 't', apiRoot: nowhere, webhook });
const zaloOa = createZaloOa({
  ...common,
  appId: '1',
  appSecret: 's',
  webhookSecret: 's',
  refreshToken: 'r',
  tokens: { load: async () => null, store: async () => {} },
  apiRoot: nowhere,
  oauthRoot: nowhere,
});
const telegram = createTelegram({ ...common, token: '1:t', apiRoot: nowhere, webhook });

const ask = async (messenger: Messenger, body: string | null, headers = {}): Promise<number> =>
  (await messenger.webhook!(new Request(webhook.url, { method: 'POST', body, headers }))).status;
const zaloSecret = { 'x-bot-api-secret-token': webhook.secret };
const telegramSecret = { 'x-telegram-bot-api-secret-token': webhook.secret };

describe('a webhook request', () => {
  it('[T12] that is empty is answered 200 by Zalo’s webhooks, whoever sends it', async () => {
    for (const body of [null, '', ' \n']) {
      expect(await ask(zaloBot, body)).toBe(200);
      expect(await ask(zaloOa, body)).toBe(200);
    }
  });

  it('[T12] with the right secret and nothing in it is answered 200 by Zalo Bot', async () => {
    expect(await ask(zaloBot, '{}', zaloSecret)).toBe(200);
    expect(await ask(zaloBot, 'không phải JSON', zaloSecret)).toBe(200);
  });

  it('[T12] without the secret is refused', async () => {
    expect(await ask(telegram, '{}')).toBe(403);
    expect(await ask(telegram, null)).toBe(403);
    expect(await ask(zaloBot, '{}')).toBe(403);
    expect(await ask(zaloOa, '{"timestamp":"1"}')).toBe(403);
  });

  it('[T12] that Telegram never makes is refused', async () => {
    expect(await ask(telegram, '[]', telegramSecret)).toBe(400);
    expect(await ask(telegram, '{"update_id":"1"}', telegramSecret)).toBe(400);
  });

  it('[T11] that comes before the store or the bot’s name is there is to come again', async () => {
    const update = {
      update_id: 1,
      message: { message_id: 1, date: 1, chat: { id: 7, type: 'private' }, from: { id: 7 }, text: 'x' },
    };
    expect(await ask(telegram, JSON.stringify(update), telegramSecret)).toBe(503);
  });

  it('[T12] longer than a megabyte is refused, with a length told or not', async () => {
    const long = 'x'.repeat(LONGEST_BODY + 1);
    expect(await ask(telegram, long, telegramSecret)).toBe(413);
    expect(await ask(zaloBot, long)).toBe(413);
    expect(await ask(zaloOa, long)).toBe(413);
    const stream = new Blob([long]).stream();
    const untold = new Request(webhook.url, { method: 'POST', body: stream, duplex: 'half' } as RequestInit);
    expect(await readBody(untold)).toBeNull();
  });

  it('[T12] has no place where the messenger polls', () => {
    expect(createTelegram({ ...common, token: '1:t' }).webhook).toBeUndefined();
    expect(createZaloBot({ ...common, token: 't' }).webhook).toBeUndefined();
  });
});

describe('a secret', () => {
  it('[T12] is equal only to itself, whatever the lengths', () => {
    expect(sameSecret('abc', 'abc')).toBe(true);
    for (const given of [null, '', 'ab', 'abcd', 'ABC']) expect(sameSecret(given, 'abc')).toBe(false);
  });

  it('[T12] made from a token is taken by Telegram and Zalo, and tells nothing of the token', () => {
    const secret = derivedSecret('110201543:AAH');
    expect(secret).toMatch(/^[A-Za-z0-9_-]{8,256}$/);
    expect(secret).not.toContain('AAH');
    expect(derivedSecret('110201543:AAI')).not.toBe(secret);
  });
});
