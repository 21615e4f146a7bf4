import type { Messenger } from '../../channels/messenger.ts';
import { createTelegram } from '../../channels/telegram/telegram.ts';
import { FakeTelegram } from '../telegram/fake-telegram.ts';
import { serveWebhook } from '../webhook-server.ts';
import type { Stand } from './stand.ts';
import { until } from './until.ts';

const PERSON = 7_000_000_001;
const SECRET = 'bi-mat-cua-webhook_01';

/** Telegram by polling or by webhook. */
export async function openTelegramStand(webhook: boolean): Promise<Stand> {
  const fake = await FakeTelegram.start();
  let serving: Messenger | null = null;
  const server = await serveWebhook(() => serving?.webhook?.bind(serving) ?? null);
  let last = 0;
  return {
    create: ({ sendTimeoutMs, log }) =>
      createTelegram({
        token: fake.token,
        apiRoot: fake.root,
        ...(webhook && { webhook: { url: server.url, secret: SECRET } }),
        now: () => new Date().toISOString(),
        log,
        sendTimeoutMs,
        pollSeconds: 5,
        partPauseMs: 0,
      }),
    chat: String(PERSON),
    sendRoute: 'sendMessage',
    faults: fake.faults,
    ready: () => until(() => (webhook ? fake.hook !== null : fake.calls.includes('getUpdates'))),
    says(text) {
      last = fake.says(PERSON, text);
    },
    chooses(k) {
      const { id, buttons } = fake.shown(PERSON).at(-1)!;
      last = fake.presses(PERSON, id, buttons[k]!.data);
    },
    presses(messageId, data) {
      last = fake.presses(PERSON, messageId, data);
    },
    shown: () => fake.shown(PERSON),
    block: () => fake.block(PERSON),
    repeat: () => fake.repeat(last),
    reorder: webhook
      ? { hold: () => fake.hold(), releaseReversed: () => fake.release(all => all.toReversed()) }
      : null,
    forge: webhook ? () => forge(server.url) : null,
    tooMuch: {
      fault: {
        status: 429,
        body: {
          ok: false,
          error_code: 429,
          description: 'Too Many Requests: retry after 7',
          parameters: { retry_after: 7 },
        },
      },
      sent: { outcome: 'again', afterMs: 7_000, why: '429', everywhere: true },
    },
    failure: { status: 500, body: { ok: false, error_code: 500, description: 'Internal Server Error' } },
    redelivers: true,
    secrets: [fake.token, SECRET],
    serve(messenger) {
      serving = messenger;
    },
    async stop() {
      await Promise.all([server.stop(), fake.stop()]);
    },
  };
}

async function forge(url: string): Promise<number> {
  const body = JSON.stringify({
    update_id: 1,
    message: { message_id: 1, date: 1, chat: { id: 1, type: 'private' }, from: { id: 1 }, text: 'giả' },
  });
  const headers = { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': `${SECRET}x` };
  return (await fetch(url, { method: 'POST', headers, body })).status;
}
