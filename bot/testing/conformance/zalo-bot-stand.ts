import type { Messenger } from '../../channels/messenger.ts';
import { createZaloBot } from '../../channels/zalo-bot/zalo-bot.ts';
import { serveWebhook } from '../webhook-server.ts';
import { FakeZaloBot } from '../zalo-bot/fake-zalo-bot.ts';
import type { Stand } from './stand.ts';
import { until } from './until.ts';

const PERSON = '6ede9afa66b88fe6d6a9';
const SECRET = 'bi-mat-cua-webhook_02';

/** Zalo Bot by polling, or by webhook with the documented body or the one on the wire. */
export async function openZaloBotStand(mode: 'polling' | 'wrapped' | 'flat'): Promise<Stand> {
  const webhook = mode !== 'polling';
  const fake = await FakeZaloBot.start({ shape: mode === 'wrapped' ? 'wrapped' : 'flat' });
  let serving: Messenger | null = null;
  const server = await serveWebhook(() => serving?.webhook?.bind(serving) ?? null);
  let last = '';
  const polls = (): number => fake.calls.filter(call => call === 'getUpdates').length;
  let asked = 0;
  return {
    create: ({ sendTimeoutMs, log, linkTo }) => {
      asked = polls();
      return createZaloBot({
        token: fake.token,
        apiRoot: fake.root,
        ...(webhook && { webhook: { url: server.url, secret: SECRET } }),
        linkTo,
        now: () => new Date().toISOString(),
        log,
        sendTimeoutMs,
        pollSeconds: 5,
        partPauseMs: 0,
      });
    },
    chat: PERSON,
    sendRoute: 'sendMessage',
    faults: fake.faults,
    ready: () => until(() => (webhook ? fake.hook !== null : fake.polled && polls() > asked)),
    says(text) {
      last = fake.says(PERSON, text);
    },
    chooses(k) {
      last = fake.says(PERSON, String(k + 1));
    },
    shown: () => fake.shown(PERSON),
    block: () => fake.block(PERSON),
    repeat: webhook ? () => fake.repeat(last) : null,
    reorder: webhook
      ? { hold: () => fake.hold(), releaseReversed: () => fake.release(all => all.toReversed()) }
      : null,
    forge: webhook ? () => forge(server.url) : null,
    tooMuch: {
      fault: { status: 200, body: { ok: false, error_code: 429, description: 'Quota exceeded' } },
      sent: { outcome: 'refused', why: 'quota' },
    },
    failure: { status: 200, body: { ok: false, error_code: 403, description: 'Internal error' } },
    redelivers: !webhook,
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
  const message = {
    message_id: 'x',
    date: 1,
    from: { id: 'x' },
    chat: { id: 'x', chat_type: 'PRIVATE' },
    text: 'giả',
  };
  const headers = { 'content-type': 'application/json', 'x-bot-api-secret-token': `${SECRET}x` };
  const body = JSON.stringify({ event_name: 'message.text.received', message });
  return (await fetch(url, { method: 'POST', headers, body })).status;
}
