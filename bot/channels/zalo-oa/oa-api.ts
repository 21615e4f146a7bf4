import type { Sent } from '../messenger.ts';
import { fateOf, HttpFault } from '../platform/http-fault.ts';
import { post } from '../platform/http-post.ts';
import { readObject } from '../platform/read-body.ts';
import { type OaTokens, RefreshFault } from './oa-tokens.ts';

/** Zalo's answer with an `error` other than 0, or an HTTP failure without one. */
export class OaRefusal extends Error {
  readonly code: number;
  constructor(code: number) {
    super(`Zalo OA: ${code}`);
    this.code = code;
  }
}

/** Calls `path` and gives its `data`. Rejects with `OaRefusal`, `RefreshFault` or `HttpFault`. */
export type OaApi = (path: string, body: OaBody) => Promise<Record<string, unknown>>;

export interface OaBody {
  type: string;
  content: string | Uint8Array;
}

/** The access token is wrong, or past its time. */
const STALE = new Set([-216, -220]);

/** The Official Account's interface; a stale token is renewed once and the call made again. */
export function openOaApi(apiRoot: string, tokens: OaTokens, timeoutMs: number): OaApi {
  const root = apiRoot.replace(/\/+$/, '');
  const call = async (
    path: string,
    { type, content }: OaBody,
    access: string,
  ): Promise<Record<string, unknown>> => {
    const headers = {
      'content-type': type,
      'content-length': String(Buffer.byteLength(content)),
      access_token: access,
    };
    const { status, text } = await post(root + path, { headers, body: content, timeoutMs });
    const answer = readObject(text);
    if (answer !== null && Number(answer.error) === 0) return (answer.data ?? {}) as Record<string, unknown>;
    if (answer?.error === undefined && status < 400) throw new HttpFault('unreadable', true);
    throw new OaRefusal(Number(answer?.error ?? status));
  };
  return async (path, body) => {
    const access = await tokens.access();
    try {
      return await call(path, body, access);
    } catch (error) {
      if (!(error instanceof OaRefusal && STALE.has(error.code))) throw error;
      return call(path, body, await tokens.renew(access));
    }
  };
}

/** Codes of Zalo's published list, by what they mean for a message. */
const WINDOW = new Set([-230, -232]);
const QUOTA = new Set([-211, -218, -224]);
/** Not a follower, has blocked us, no such person, long unused. */
const NOBODY = new Set([-213, -217, -208, -227, -244]);
const RATE = -32;
/** At night some kinds are held back. */
const LATER = new Set([-200, -234, ...STALE]);
const AFTER_RATE_MS = 60_000;

/** What became of a message. A refusal of the token leaves it to be sent when the operator has mended that. */
export function outcomeOf(error: unknown): Sent {
  if (error instanceof RefreshFault) return { outcome: 'again', afterMs: null, why: error.code };
  if (!(error instanceof OaRefusal)) return fateOf(error);
  const { code } = error;
  if (code === RATE) return { outcome: 'again', afterMs: AFTER_RATE_MS, why: String(code) };
  if (LATER.has(code) || code === 429 || code >= 500)
    return { outcome: 'again', afterMs: null, why: String(code) };
  if (WINDOW.has(code)) return { outcome: 'refused', why: 'window' };
  if (QUOTA.has(code)) return { outcome: 'refused', why: 'quota' };
  return { outcome: 'refused', why: NOBODY.has(code) ? 'blocked' : 'invalid' };
}
