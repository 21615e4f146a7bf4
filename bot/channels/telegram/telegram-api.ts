import type { Readable } from 'node:stream';
import { Api, type ApiClientOptions } from 'grammy';
import { HttpFault } from '../platform/http-fault.ts';
import { type Post, post } from '../platform/http-post.ts';

type Fetch = NonNullable<ApiClientOptions['fetch']>;

/**
 * grammY's client over our own POST, so that a failed request tells whether it had begun. `timeoutMs` ends a
 * request; grammY's own timeout is set behind it.
 */
export function openTelegramApi(token: string, apiRoot: string, timeoutMs: number): Api {
  const fetch = async (url: unknown, init: Record<string, unknown>): Promise<{ json(): unknown }> => {
    const { status, text } = await post(String(url), {
      headers: withLength(init.headers as Record<string, string>, init.body),
      body: init.body as string | Readable,
      signal: init.signal as Post['signal'],
      timeoutMs,
    });
    return { json: () => readAnswer(status, text) };
  };
  return new Api(token, {
    apiRoot: apiRoot.replace(/\/+$/, ''),
    timeoutSeconds: timeoutMs / 1000 + 5,
    fetch: fetch as unknown as Fetch,
  });
}

function withLength(headers: Record<string, string>, body: unknown): Record<string, string> {
  return typeof body === 'string'
    ? { ...headers, 'content-length': String(Buffer.byteLength(body)) }
    : headers;
}

/** A proxy before Telegram answers a failure with a page: its status is the answer then. */
function readAnswer(status: number, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    if (status >= 400) return { ok: false, error_code: status, description: 'no JSON' };
    throw new HttpFault('unreadable', true);
  }
}
