import { createHash } from 'node:crypto';
import { channelLog } from '../../words/channel-words.ts';
import type { MessengerLog } from '../messenger.ts';
import { post } from '../platform/http-post.ts';
import { readObject } from '../platform/read-body.ts';

/** What gives access to an Official Account. Secrets: stored where only the program reads, never logged. */
export interface Pair {
  /** Valid for 25 hours; empty before the first refresh. */
  access: string;
  /** Valid for three months and for one refresh only. */
  refresh: string;
  /** Digest of the operator's refresh token that this pair descends from: a new setting starts anew. */
  seed: string;
}

/** Where pairs are kept. A pair is used only after `store` resolved. */
export interface PairStore {
  load(): Promise<Pair | null>;
  store(pair: Pair): Promise<void>;
}

/** Zalo did not take the refresh token, or the pair could not be kept. `code` may be logged. */
export class RefreshFault extends Error {
  readonly code: string;
  constructor(code: string) {
    super(`Zalo OA refresh: ${code}`);
    this.code = code;
  }
}

export interface OaTokens {
  /** The token to call with. */
  access(): Promise<string>;
  /** Exchanges the pair unless somebody has since `refused` was handed out; exchanges at once are one. */
  renew(refused: string): Promise<string>;
}

interface Rotation {
  oauthRoot: string;
  appId: string;
  appSecret: string;
  /** As the operator set it. */
  refreshToken: string;
  tokens: PairStore;
  timeoutMs: number;
  log: MessengerLog;
}

/**
 * Keeps the pair of an Official Account fresh. A refresh token works once, so the pair that it is exchanged for is
 * stored before anything uses it: a kill in between would otherwise lock the account out.
 */
export function openOaTokens(rotation: Rotation): OaTokens {
  const { tokens, refreshToken, log } = rotation;
  const seed = createHash('sha256').update(refreshToken).digest('base64url').slice(0, 22);
  let pair: Pair | null = null;
  let exchanging: Promise<string> | null = null;
  /** Got from Zalo, but not kept yet: the next try keeps it rather than exchange a spent token. */
  let unkept: Pair | null = null;

  const current = async (): Promise<Pair> => {
    if (pair) return pair;
    const kept = await tokens.load();
    pair ??= kept?.seed === seed ? kept : { access: '', refresh: refreshToken, seed };
    return pair;
  };

  const exchange = async (refused: string): Promise<string> => {
    const old = await current();
    if (old.access !== refused && old.access !== '') return old.access;
    unkept ??= { ...(await ask(rotation, old.refresh)), seed };
    await tokens.store(unkept);
    pair = unkept;
    unkept = null;
    return pair.access;
  };

  const renew = (refused: string): Promise<string> => {
    exchanging ??= exchange(refused)
      .catch(error => {
        const code = String((error as { code?: unknown }).code ?? 'fault');
        // Zalo's own codes are below zero; anything else is a connection or a store.
        const sentence = code.startsWith('-') ? channelLog.refreshRefused : channelLog.refreshUnknown;
        log.error({ channel: 'zalo-oa', code }, sentence);
        throw new RefreshFault(code);
      })
      .finally(() => (exchanging = null));
    return exchanging;
  };

  return { access: async () => (await current()).access || renew(''), renew };
}

async function ask(rotation: Rotation, refresh: string): Promise<Pick<Pair, 'access' | 'refresh'>> {
  const { oauthRoot, appId, appSecret, timeoutMs } = rotation;
  const form = { refresh_token: refresh, app_id: appId, grant_type: 'refresh_token' };
  const { status, text } = await post(`${oauthRoot.replace(/\/+$/, '')}/v4/oa/access_token`, {
    headers: { 'content-type': 'application/x-www-form-urlencoded', secret_key: appSecret },
    body: new URLSearchParams(form).toString(),
    timeoutMs,
  });
  const answer = readObject(text);
  if (typeof answer?.access_token === 'string' && typeof answer.refresh_token === 'string')
    return { access: answer.access_token, refresh: answer.refresh_token };
  throw new RefreshFault(String(answer?.error ?? status));
}
