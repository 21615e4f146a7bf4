import type { Sent } from '../messenger.ts';
import { fateOf, HttpFault } from '../platform/http-fault.ts';
import { post } from '../platform/http-post.ts';
import { readObject } from '../platform/read-body.ts';

/** Zalo's answer that something did not go; `code` is its `error_code`, or the HTTP status where it gave none. */
export class ZaloBotRefusal extends Error {
  readonly code: number;
  readonly description: string;

  constructor(code: number, description: string) {
    super(`Zalo Bot: ${code}`);
    this.code = code;
    this.description = description;
  }
}

/** Calls a method and gives its `result`. Rejects with `ZaloBotRefusal` or `HttpFault`. */
export type ZaloBotApi = (
  method: string,
  payload: object,
  limits: { timeoutMs: number; signal?: AbortSignal },
) => Promise<Record<string, unknown>>;

/** Zalo Bot Platform: `POST <root>/bot<token>/<method>`, answered by an envelope; HTTP 200 does not mean ok. */
export function openZaloBotApi(token: string, root: string): ZaloBotApi {
  const base = `${root.replace(/\/+$/, '')}/bot${token}/`;
  return async (method, payload, limits) => {
    const body = JSON.stringify(payload);
    const headers = { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) };
    const { status, text } = await post(base + method, { headers, body, ...limits });
    const envelope = readObject(text);
    if (envelope?.ok === true) return (envelope.result ?? {}) as Record<string, unknown>;
    if (envelope === null && status < 400) throw new HttpFault('unreadable', true);
    throw new ZaloBotRefusal(Number(envelope?.error_code ?? status), String(envelope?.description ?? ''));
  };
}

/** What became of a message. 403 is Zalo's internal error and 429 its ration, whatever they mean elsewhere. */
export function outcomeOf(error: unknown): Sent {
  if (!(error instanceof ZaloBotRefusal)) return fateOf(error);
  const { code, description } = error;
  if (code === 429) return { outcome: 'refused', why: 'quota' };
  if (code === 403 || code === 408 || code >= 500 || code === 401)
    return { outcome: 'again', afterMs: null, why: String(code) };
  // No code tells that nobody is there; the words do, or a chat that is not found.
  const nobody = code === 404 || /not found|block|chat_id|not exist/i.test(description);
  return { outcome: 'refused', why: nobody ? 'blocked' : 'invalid' };
}
