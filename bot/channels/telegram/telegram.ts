import type { Update } from 'grammy/types';
import { channelLog, channelWords } from '../../words/channel-words.ts';
import type { Capabilities, InboundEvent, Messenger, MessengerOptions } from '../messenger.ts';
import { readBody, readObject } from '../platform/read-body.ts';
import { derivedSecret, sameSecret } from '../platform/same-secret.ts';
import { sendParts } from '../platform/send-parts.ts';
import { type Background, sleep, untilStopped } from '../platform/until-stopped.ts';
import { openChoiceTokens } from './choice-token.ts';
import { codeOf, pollTelegram } from './poll-telegram.ts';
import { ALLOWED_UPDATES, readUpdate, type Self } from './read-update.ts';
import { openTelegramApi } from './telegram-api.ts';
import { LONGEST_TEXT, MOST_BUTTONS, writeParts } from './write-parts.ts';

export interface TelegramOptions extends MessengerOptions {
  token: string;
  /** Telegram's own address when left out. */
  apiRoot?: string;
  /** Set: Telegram calls `url` (the whole address, https). Left out: the bot asks. */
  webhook?: { url: string; secret?: string };
  /** How long one question for updates is held open, in seconds. */
  pollSeconds?: number;
}

/** Limits of the Bot API, from its FAQ: one message a second to a chat, 20 a minute to a group, 30 a second. */
const capabilities: Capabilities = {
  longestText: LONGEST_TEXT,
  mostButtons: MOST_BUTTONS,
  files: 'upload',
  edits: true,
  perChatMs: 1_000,
  perGroupMs: 3_000,
  perSecond: 30,
  counted: false,
};

/** How long stopping waits for answers that nobody needs any more, in milliseconds. */
const STOP_MS = 2_000;

/** Telegram, by polling or by webhook. */
export function createTelegram(options: TelegramOptions): Messenger {
  const { token, apiRoot = 'https://api.telegram.org', webhook, now, log } = options;
  const { pollSeconds = 30, sendTimeoutMs = 30_000, partPauseMs = capabilities.perChatMs } = options;
  const api = openTelegramApi(token, apiRoot, sendTimeoutMs);
  const polled = openTelegramApi(token, apiRoot, pollSeconds * 1000 + 15_000);
  const secret = webhook?.secret ?? derivedSecret(token);
  const tokens = openChoiceTokens();
  const inHand = new Set<Promise<unknown>>();
  let self: Self | null = null;
  let receive: ((event: InboundEvent) => Promise<void>) | null = null;
  const running: Background[] = [];

  /** Rejects while the update cannot be stored, or read because the bot's own name is not known yet. */
  const take = async (update: Update): Promise<void> => {
    if (!self || !receive) throw new Error('not ready');
    const event = readUpdate(update, { self, tokens, now });
    if (event) await receive(event);
    // The button stops turning. That nobody waits for it any more is no fault.
    const press = update.callback_query;
    if (press) hold(api.answerCallbackQuery(press.id).catch(() => undefined));
  };

  const hold = (work: Promise<unknown>): void => {
    inHand.add(work);
    void work.finally(() => inHand.delete(work));
  };

  const connect = async (signal: AbortSignal): Promise<false> => {
    const me = await api.getMe(signal as never);
    self = { id: me.id, username: me.username };
    if (webhook)
      await api.setWebhook(
        webhook.url,
        { secret_token: secret, allowed_updates: ALLOWED_UPDATES },
        signal as never,
      );
    else await api.deleteWebhook({ drop_pending_updates: false }, signal as never);
    hold(api.setMyCommands(channelWords.commands).catch(() => undefined));
    log.info({ channel: 'telegram', webhook: webhook !== undefined }, channelLog.connected);
    if (!webhook && !signal.aborted)
      running.push(pollTelegram({ api: polled, waitSeconds: pollSeconds, take, log }));
    return false;
  };

  return {
    id: 'telegram',
    capabilities,
    async start(taking) {
      receive = taking;
      const failed = (error: unknown): null => {
        const code = codeOf(error);
        log.error(
          { channel: 'telegram', code },
          code === '401' || code === '404' ? channelLog.tokenRefused : channelLog.unreachable,
        );
        return null;
      };
      running.push(untilStopped(connect, failed));
    },
    ...(webhook && {
      async webhook(request: Request): Promise<Response> {
        if (!sameSecret(request.headers.get('x-telegram-bot-api-secret-token'), secret)) {
          log.warn({ channel: 'telegram' }, channelLog.wrongSecret);
          return new Response(null, { status: 403 });
        }
        const body = await readBody(request);
        if (body === null) return new Response(null, { status: 413 });
        const update = readObject(body);
        if (update === null || !Number.isInteger(update.update_id))
          return new Response(null, { status: 400 });
        const taken = take(update as unknown as Update);
        hold(taken.catch(() => undefined));
        return taken.then(
          () => new Response(null, { status: 200 }),
          () => {
            log.error({ channel: 'telegram' }, channelLog.notStored);
            return new Response(null, { status: 503 });
          },
        );
      },
    }),
    working: chat => hold(api.sendChatAction(chat, 'typing').catch(() => undefined)),
    send: message => sendParts(() => writeParts(api, message, tokens), message.from ?? 0, partPauseMs),
    async stop() {
      for (const background of running) await background.stop();
      receive = null;
      await Promise.race([Promise.allSettled(inHand), sleep(STOP_MS)]);
      log.info({ channel: 'telegram' }, channelLog.stopped);
    },
  };
}
