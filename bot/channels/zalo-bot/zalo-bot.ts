import { channelLog, channelWords } from '../../words/channel-words.ts';
import type { Capabilities, InboundEvent, Messenger, MessengerOptions, Outbound } from '../messenger.ts';
import { readBody, readObject } from '../platform/read-body.ts';
import { derivedSecret, sameSecret } from '../platform/same-secret.ts';
import { type Part, sendParts } from '../platform/send-parts.ts';
import { type Background, untilStopped } from '../platform/until-stopped.ts';
import { splitText } from '../split-text.ts';
import { withChoices } from '../with-choices.ts';
import { codeOf, pollZaloBot, sentenceFor } from './poll-zalo-bot.ts';
import { readEvent } from './read-event.ts';
import { openZaloBotApi, outcomeOf } from './zalo-bot-api.ts';

export interface ZaloBotOptions extends MessengerOptions {
  token: string;
  /** Zalo's own address when left out. */
  apiRoot?: string;
  /** Set: Zalo calls `url`. Left out: the bot asks, for trying out. */
  webhook?: { url: string; secret?: string };
  /** A short-lived address where the person can fetch the file at `path`. */
  linkTo(path: string, name: string): string | Promise<string>;
  pollSeconds?: number;
}

/** 2000 UTF-16 units, one message a second to a chat; 3,000 a month on the free plan, so they are counted. */
const capabilities: Capabilities = {
  longestText: 2_000,
  mostButtons: 0,
  files: 'link',
  edits: false,
  perChatMs: 1_000,
  perSecond: 20,
  counted: true,
};

/** Zalo Bot: text alone; choices are numbered lines, documents are links. */
export function createZaloBot(options: ZaloBotOptions): Messenger {
  const { token, apiRoot = 'https://bot-api.zaloplatforms.com', webhook, linkTo, now, log } = options;
  const { pollSeconds = 30, sendTimeoutMs = 30_000, partPauseMs = capabilities.perChatMs } = options;
  const api = openZaloBotApi(token, apiRoot);
  const secret = webhook?.secret ?? derivedSecret(token);
  const inHand = new Set<Promise<void>>();
  const running: Background[] = [];
  let receive: ((event: InboundEvent) => Promise<void>) | null = null;

  const take = async (body: Record<string, unknown>): Promise<void> => {
    const event = readEvent(body, now);
    if (!event) return;
    if (!receive) throw new Error('not ready');
    const stored = receive(event);
    inHand.add(stored);
    await stored.finally(() => inHand.delete(stored));
  };

  const connect = async (signal: AbortSignal): Promise<false> => {
    const limits = { timeoutMs: sendTimeoutMs, signal };
    if (webhook) await api('setWebhook', { url: webhook.url, secret_token: secret }, limits);
    else await api('deleteWebhook', {}, limits);
    log.info({ channel: 'zalo-bot', webhook: webhook !== undefined }, channelLog.connected);
    if (!webhook && !signal.aborted) running.push(pollZaloBot({ api, waitSeconds: pollSeconds, take, log }));
    return false;
  };

  const prepare = async (message: Outbound): Promise<Part[]> => {
    const { chat, text, document, choices, numbered } = message;
    const link =
      document && channelWords.documentLink(document.name, await linkTo(document.path, document.name));
    const whole = [text, link].filter(Boolean).join('\n\n');
    return splitText(withChoices({ text: whole, choices, numbered }), capabilities.longestText).map(
      part => async () => {
        try {
          const { message_id } = await api(
            'sendMessage',
            { chat_id: chat, text: part },
            { timeoutMs: sendTimeoutMs },
          );
          return { outcome: 'sent', messageId: String(message_id ?? '') };
        } catch (error) {
          return outcomeOf(error);
        }
      },
    );
  };

  return {
    id: 'zalo-bot',
    capabilities,
    async start(taking) {
      receive = taking;
      const failed = (error: unknown): null => {
        log.error({ channel: 'zalo-bot', code: codeOf(error) }, sentenceFor(error));
        return null;
      };
      running.push(untilStopped(connect, failed));
    },
    ...(webhook && {
      async webhook(request: Request): Promise<Response> {
        const body = await readBody(request);
        if (body === null) return new Response(null, { status: 413 });
        // The platform tries the address out with empty requests before it uses it.
        if (body.trim() === '') return new Response(null, { status: 200 });
        if (!sameSecret(request.headers.get('x-bot-api-secret-token'), secret)) {
          log.warn({ channel: 'zalo-bot' }, channelLog.wrongSecret);
          return new Response(null, { status: 403 });
        }
        const stored = take(readObject(body) ?? {});
        return stored.then(
          () => new Response(null, { status: 200 }),
          () => {
            log.error({ channel: 'zalo-bot' }, channelLog.notStored);
            return new Response(null, { status: 503 });
          },
        );
      },
    }),
    working(chat) {
      const limits = { timeoutMs: sendTimeoutMs };
      void api('sendChatAction', { chat_id: chat, action: 'typing' }, limits).catch(() => undefined);
    },
    send: message => sendParts(() => prepare(message), message.from ?? 0, partPauseMs),
    async stop() {
      for (const background of running) await background.stop();
      receive = null;
      await Promise.allSettled(inHand);
      log.info({ channel: 'zalo-bot' }, channelLog.stopped);
    },
  };
}
