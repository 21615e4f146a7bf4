import type { Messenger } from '../../channels/messenger.ts';
import type { Pair } from '../../channels/zalo-oa/oa-tokens.ts';
import { createZaloOa } from '../../channels/zalo-oa/zalo-oa.ts';
import { serveWebhook } from '../webhook-server.ts';
import { FakeZaloOa } from '../zalo-oa/fake-zalo-oa.ts';
import type { Stand } from './stand.ts';

const PERSON = '2512523625412515';

/** A Zalo Official Account; pairs are kept as a store keeps them, over restarts. */
export async function openZaloOaStand(): Promise<Stand> {
  const fake = await FakeZaloOa.start();
  let serving: Messenger | null = null;
  let kept: Pair | null = null;
  const server = await serveWebhook(() => serving?.webhook?.bind(serving) ?? null);
  fake.webhookUrl = server.url;
  let last = '';
  return {
    create: ({ sendTimeoutMs, log, linkTo }) =>
      createZaloOa({
        appId: fake.appId,
        appSecret: fake.appSecret,
        webhookSecret: fake.oaSecret,
        refreshToken: fake.firstRefreshToken,
        tokens: {
          load: async () => kept,
          async store(pair) {
            kept = pair;
          },
        },
        apiRoot: fake.root,
        oauthRoot: fake.root,
        linkTo,
        now: () => new Date().toISOString(),
        log,
        sendTimeoutMs,
        partPauseMs: 0,
      }),
    chat: PERSON,
    sendRoute: '/v3.0/oa/message/cs',
    faults: fake.faults,
    ready: async () => undefined,
    says(text) {
      last = fake.says(PERSON, text);
    },
    chooses(k) {
      last = fake.says(PERSON, fake.shown(PERSON).at(-1)!.buttons[k]!.data);
    },
    shown: () => fake.shown(PERSON),
    block: () => fake.block(PERSON),
    repeat: () => fake.repeat(last),
    reorder: { hold: () => fake.hold(), releaseReversed: () => fake.release(all => all.toReversed()) },
    forge: () => forge(server.url, fake),
    tooMuch: {
      fault: { status: 200, body: { error: -32, message: 'Rate limit exceeded' } },
      sent: { outcome: 'again', afterMs: 60_000, why: '-32' },
    },
    failure: { status: 500, body: { error: 500, message: 'Internal' } },
    redelivers: true,
    secrets: [fake.appSecret, fake.oaSecret, 'refresh-token-', 'access-token-'],
    serve(messenger) {
      serving = messenger;
    },
    async stop() {
      await Promise.all([server.stop(), fake.stop()]);
    },
  };
}

async function forge(url: string, fake: FakeZaloOa): Promise<number> {
  const event = {
    app_id: fake.appId,
    event_name: 'user_send_text',
    sender: { id: 'x' },
    message: { text: 'giả', msg_id: 'x' },
    timestamp: '1',
  };
  const headers = {
    'content-type': 'application/json',
    'x-zevent-signature': `mac=${fake.sign('another body', '1')}`,
  };
  return (await fetch(url, { method: 'POST', headers, body: JSON.stringify(event) })).status;
}
