import type { Config } from '../config.ts';
import type { Messenger, MessengerLog } from './messenger.ts';
import type { Pair } from './zalo-oa/oa-tokens.ts';

interface MessengerDeps {
  config: Pick<Config, 'telegram' | 'zaloBot' | 'zaloOa' | 'publicUrl'>;
  /** The present instant, ISO 8601 in UTC. */
  now(): string;
  log: MessengerLog;
  /** A short-lived address where the person can fetch the file at `path`. */
  linkTo(path: string, name: string): string;
  /** Tokens that a platform gives and changes, kept by name. */
  secret(name: string): Promise<string | null>;
  keepSecret(name: string, value: string): Promise<void>;
}

/** The messengers whose settings are there; each is loaded only then. */
export async function openMessengers(deps: MessengerDeps): Promise<Messenger[]> {
  const { config, now, log, linkTo } = deps;
  const { telegram, zaloBot, zaloOa, publicUrl } = config;
  const webhook = (id: string, secret: string | null) =>
    publicUrl === null
      ? {}
      : {
          webhook: { url: new URL(`/webhook/${id}`, publicUrl).href, ...(secret === null ? {} : { secret }) },
        };
  const root = (apiRoot: string | null) => (apiRoot === null ? {} : { apiRoot });
  const messengers: Messenger[] = [];
  if (telegram) {
    const { createTelegram } = await import('./telegram/telegram.ts');
    const { token, apiRoot, webhookSecret } = telegram;
    messengers.push(
      createTelegram({ token, ...root(apiRoot), ...webhook('telegram', webhookSecret), now, log }),
    );
  }
  if (zaloBot) {
    const { createZaloBot } = await import('./zalo-bot/zalo-bot.ts');
    const { token, apiRoot, webhookSecret } = zaloBot;
    messengers.push(
      createZaloBot({ token, ...root(apiRoot), ...webhook('zalo-bot', webhookSecret), linkTo, now, log }),
    );
  }
  if (zaloOa) {
    const { createZaloOa } = await import('./zalo-oa/zalo-oa.ts');
    const { appId, appSecret, webhookSecret, refreshToken, apiRoot, oauthRoot } = zaloOa;
    const name = `zalo-oa ${appId}`;
    const tokens = {
      async load() {
        const kept = await deps.secret(name);
        return kept === null ? null : (JSON.parse(kept) as Pair);
      },
      store: (pair: Pair) => deps.keepSecret(name, JSON.stringify(pair)),
    };
    const roots = { ...root(apiRoot), ...(oauthRoot === null ? {} : { oauthRoot }) };
    messengers.push(
      createZaloOa({ appId, appSecret, webhookSecret, refreshToken, tokens, ...roots, linkTo, now, log }),
    );
  }
  return messengers;
}
