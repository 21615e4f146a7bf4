import { Agent, type IncomingMessage, request as overHttp } from 'node:http';
import { request as overTls, Agent as TlsAgent } from 'node:https';
import type { Socket } from 'node:net';
import { performance } from 'node:perf_hooks';
import type { Readable } from 'node:stream';
import { HttpFault } from './http-fault.ts';

export interface Post {
  headers: Record<string, string>;
  body: string | Uint8Array | Readable;
  timeoutMs: number;
  signal?: Pick<AbortSignal, 'aborted' | 'addEventListener' | 'removeEventListener'>;
}

export interface Posted {
  status: number;
  text: string;
}

// Idle connections are given up before servers usually do: a request on a connection that the server is just
// closing would end as “unknown”, and such a message is never repeated.
const KEEP = { keepAlive: true, timeout: 15_000, maxSockets: 256 } as const;
const agent = new Agent(KEEP);
const tlsAgent = new TlsAgent(KEEP);

/** When a kept connection last brought an answer, by `performance.now()`. */
const usedAt = new WeakMap<Socket, number>();
/** A connection used within so many milliseconds is taken to stand. */
const FRESH_MS = 1_000;

const LONGEST_ANSWER = 16 * 1024 * 1024;

/**
 * One POST over a kept-alive connection. `fetch` does not tell whether a failed request had begun to leave this
 * machine, and that decides whether a message may be sent again; so this does. Rejects with `HttpFault`.
 */
export function post(url: string, { headers, body, timeoutMs, signal }: Post): Promise<Posted> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(new HttpFault('aborted', false));
    const tls = url.startsWith('https:');
    const request = tls
      ? overTls(url, { method: 'POST', headers, agent: tlsAgent })
      : overHttp(url, { method: 'POST', headers, agent });
    let begun = false;
    const end = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', aborted);
    };
    const fail = (code: string): void => {
      end();
      reject(new HttpFault(code, begun));
      request.destroy();
    };
    const aborted = (): void => fail('aborted');
    const timer = setTimeout(fail, timeoutMs, 'timeout');
    signal?.addEventListener('abort', aborted);

    const write = (): void => {
      if (typeof body === 'string' || body instanceof Uint8Array) request.end(body);
      else body.on('error', () => fail('unreadable')).pipe(request);
    };
    request.on('socket', socket => {
      if (socket.connecting) {
        socket.once(tls ? 'secureConnect' : 'connect', () => (begun = true));
        write();
        return;
      }
      const go = (): void => {
        if (request.destroyed) return;
        begun = true;
        write();
      };
      // A kept connection that the server closed meanwhile is noticed in two turns, before anything leaves.
      if (performance.now() - (usedAt.get(socket) ?? 0) < FRESH_MS) go();
      else setImmediate(setImmediate, go);
    });
    request.on('error', (error: NodeJS.ErrnoException) => fail(error.code ?? 'fault'));
    request.on('response', response => {
      usedAt.set(response.socket, performance.now());
      readAnswer(response, fail, text => {
        end();
        resolve({ status: response.statusCode ?? 0, text });
      });
    });
  });
}

function readAnswer(
  response: IncomingMessage,
  fail: (code: string) => void,
  done: (text: string) => void,
): void {
  const chunks: Buffer[] = [];
  let size = 0;
  response.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size > LONGEST_ANSWER) fail('unreadable');
    else chunks.push(chunk);
  });
  response.on('end', () =>
    response.complete ? done(Buffer.concat(chunks).toString('utf8')) : fail('ECONNRESET'),
  );
  response.on('error', (error: NodeJS.ErrnoException) => fail(error.code ?? 'fault'));
}
