import { afterEach, expect, test } from 'vitest';
import { FakeZaloOa } from '../../testing/zalo-oa/fake-zalo-oa.ts';
import type { Sent } from '../messenger.ts';
import type { Pair } from './oa-tokens.ts';
import { createZaloOa } from './zalo-oa.ts';

const PERSON = '2512523625412515';
const quiet = { info() {}, warn() {}, error() {} };
let fake: FakeZaloOa;
afterEach(() => fake.stop());

/** A messenger whose pairs are kept in `kept`, so that another one is the program started again. */
function open(
  kept: { pair: Pair | null },
  { refreshToken = fake.firstRefreshToken, store = async (_: Pair) => {} } = {},
) {
  const tokens = {
    load: async () => kept.pair,
    async store(pair: Pair) {
      await store(pair);
      kept.pair = pair;
    },
  };
  const { appId, appSecret, oaSecret: webhookSecret, root: apiRoot, root: oauthRoot } = fake;
  const messenger = createZaloOa({
    appId,
    appSecret,
    webhookSecret,
    refreshToken,
    tokens,
    apiRoot,
    oauthRoot,
    linkTo: () => '',
    now: () => '',
    log: quiet,
    sendTimeoutMs: 300,
  });
  return (): Promise<Sent> => messenger.send({ id: '1', chat: PERSON, text: 'Xin chào' });
}

async function meet() {
  fake = await FakeZaloOa.start();
  fake.says(PERSON, 'chào');
}

test('[T20] the operator’s refresh token is exchanged once; later starts use the kept pair', async () => {
  await meet();
  const kept = { pair: null };
  expect(await open(kept)()).toMatchObject({ outcome: 'sent' });
  expect(await open(kept)()).toMatchObject({ outcome: 'sent' });
  expect(fake.rotations).toBe(1);
});

test('[T20] an expired access token is renewed once for all who wait, and each message sent again', async () => {
  await meet();
  const send = open({ pair: null });
  await send();
  fake.expireAccess();
  const sent = await Promise.all(Array.from({ length: 8 }, send));
  expect(sent.every(({ outcome }) => outcome === 'sent')).toBe(true);
  expect(fake.rotations).toBe(2);
  expect(fake.shown(PERSON)).toHaveLength(9);
});

test('[T20] a new pair is kept before it is used: nothing goes out while it cannot be kept, and it is not lost', async () => {
  await meet();
  const kept = { pair: null };
  let away = true;
  const send = open(kept, {
    store: async () => {
      expect(fake.calls).not.toContain('/v3.0/oa/message/cs');
      if (away) throw new Error('the store is away');
    },
  });
  expect(await send()).toMatchObject({ outcome: 'again' });
  expect(fake.shown(PERSON)).toEqual([]);
  away = false;
  expect(await send()).toMatchObject({ outcome: 'sent' });
  expect(fake.rotations).toBe(1);
});

test('[T20] a refresh token that Zalo refuses leaves the message to be sent later; a new setting starts anew', async () => {
  await meet();
  const kept = { pair: null };
  await open(kept)();
  const current = `refresh-token-${fake.rotations}`;
  kept.pair = { ...(kept.pair as unknown as Pair), access: 'old', refresh: 'spent' } as never;
  expect(await open(kept)()).toEqual({ outcome: 'again', afterMs: null, why: '-14014' });
  expect(await open(kept, { refreshToken: current })()).toMatchObject({ outcome: 'sent' });
});

test('[T21] out of the seven days: refused, window', async () => {
  await meet();
  fake.closeWindow(PERSON);
  expect(await open({ pair: null })()).toEqual({ outcome: 'refused', why: 'window' });
});
