import { channelLog } from '../../words/channel-words.ts';
import type { Capabilities, InboundEvent, Messenger, MessengerOptions } from '../messenger.ts';
import { readBody, readObject } from '../platform/read-body.ts';
import { sendParts } from '../platform/send-parts.ts';
import { openOaApi } from './oa-api.ts';
import { openOaTokens, type PairStore } from './oa-tokens.ts';
import { isSigned, readEvent } from './read-event.ts';
import { LONGEST_TEXT, MOST_BUTTONS, writeParts } from './write-parts.ts';

export interface ZaloOaOptions extends MessengerOptions {
  appId: string;
  appSecret: string;
  /** The Official Account's secret key, by which webhook requests are signed. */
  webhookSecret: string;
  /** As the operator got it; the program exchanges it and keeps what it gets in `tokens`. */
  refreshToken: string;
  tokens: PairStore;
  /** Zalo's own addresses when left out. */
  apiRoot?: string;
  oauthRoot?: string;
  /** A short-lived address where the person can fetch a file that cannot be uploaded. */
  linkTo(path: string, name: string): string | Promise<string>;
}

/** Free for 48 hours after the person's last message and paid afterwards, so reminders are counted. */
const capabilities: Capabilities = {
  longestText: LONGEST_TEXT,
  mostButtons: MOST_BUTTONS,
  files: 'upload',
  edits: false,
  perChatMs: 1_000,
  perSecond: 20,
  counted: true,
};

/** Zalo Official Account; its webhook address is entered by hand at developers.zalo.me. */
export function createZaloOa(options: ZaloOaOptions): Messenger & Required<Pick<Messenger, 'webhook'>> {
  const { appId, appSecret, webhookSecret, refreshToken, tokens, linkTo, now, log } = options;
  const { apiRoot = 'https://openapi.zalo.me', oauthRoot = 'https://oauth.zaloapp.com' } = options;
  const { sendTimeoutMs = 30_000, partPauseMs = capabilities.perChatMs } = options;
  const rotation = { oauthRoot, appId, appSecret, refreshToken, tokens, timeoutMs: sendTimeoutMs, log };
  const api = openOaApi(apiRoot, openOaTokens(rotation), sendTimeoutMs);
  const inHand = new Set<Promise<void>>();
  let receive: ((event: InboundEvent) => Promise<void>) | null = null;

  const take = async (body: Record<string, unknown>): Promise<void> => {
    const event = readEvent(body, now);
    if (!event) return;
    if (!receive) throw new Error('not ready');
    const stored = receive(event);
    inHand.add(stored);
    await stored.finally(() => inHand.delete(stored));
  };

  return {
    id: 'zalo-oa',
    capabilities,
    async start(taking) {
      receive = taking;
      log.info({ channel: 'zalo-oa', webhook: true }, channelLog.connected);
    },
    async webhook(request) {
      const raw = await readBody(request);
      if (raw === null) return new Response(null, { status: 413 });
      // The console tries the address out with an empty request.
      if (raw.trim() === '') return new Response(null, { status: 200 });
      const body = readObject(raw) ?? {};
      const app = { appId, secret: webhookSecret };
      if (!isSigned(request.headers.get('x-zevent-signature'), raw, body.timestamp, app)) {
        log.warn({ channel: 'zalo-oa' }, channelLog.wrongSecret);
        return new Response(null, { status: 403 });
      }
      return take(body).then(
        () => new Response(null, { status: 200 }),
        () => {
          log.error({ channel: 'zalo-oa' }, channelLog.notStored);
          return new Response(null, { status: 503 });
        },
      );
    },
    send: message => sendParts(() => writeParts(api, message, linkTo), message.from ?? 0, partPauseMs),
    async stop() {
      receive = null;
      await Promise.allSettled(inHand);
      log.info({ channel: 'zalo-oa' }, channelLog.stopped);
    },
  };
}
