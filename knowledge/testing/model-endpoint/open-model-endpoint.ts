import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What goes wrong with the next request instead of an answer. */
export type Fault =
  | { kind: 'busy'; retryAfter: number | null }
  | { kind: 'status'; status: number; body?: unknown }
  | { kind: 'broken-json' }
  | { kind: 'html' }
  | { kind: 'reset' }
  | { kind: 'half' }
  | { kind: 'silence' }
  | { kind: 'slow'; ms: number }
  | { kind: 'redirect'; to: string };

export interface SeenRequest {
  /** `/chat/completions`, `/embeddings`: without `/v1`. */
  path: string;
  headers: IncomingMessage['headers'];
  body: Record<string, unknown>;
}

/** An answer of a route: one JSON value, or the chunks of a stream of events. */
export type Reply = { status?: number; json: unknown } | { chunks: readonly unknown[] };

/** Answers a request that has been read; throws `Refused` for one that the protocol does not allow. */
export type Route = (body: Record<string, unknown>, request: SeenRequest) => Reply | Promise<Reply>;

/** The protocol does not allow this request: 400 with the reason, as OpenAI's own endpoint says it. */
export class Refused extends Error {}

export interface ModelEndpoint {
  /** `http://127.0.0.1:PORT/v1`, for OPENAI_BASE_URL. */
  url: string;
  port: number;
  /** Everything asked so far, faults too. */
  requests: SeenRequest[];
  /** The next requests meet these, one each, in order. */
  faults: Fault[];
  /** Every request meets this until it is null again; `faults` go first. */
  always: Fault | null;
  close(): Promise<void>;
}

/**
 * An endpoint on loopback that speaks OpenAI's protocol as its routes say (`/chat/completions`, `/embeddings`), and
 * fails on demand.
 */
export async function openModelEndpoint(routes: Readonly<Record<string, Route>>): Promise<ModelEndpoint> {
  const endpoint: Pick<ModelEndpoint, 'requests' | 'faults' | 'always'> = {
    requests: [],
    faults: [],
    always: null,
  };
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      if (response.headersSent) return void response.destroy();
      const refused = error instanceof Refused;
      const message = error instanceof Error ? error.message : String(error);
      sendJson(response, refused ? 400 : 500, { error: { message, type: 'invalid_request_error' } });
    });
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = (request.url ?? '').replace(/^\/v1/, '').replace(/\?.*$/, '');
    const text = await bodyOf(request);
    const seen: SeenRequest = { path, headers: request.headers, body: text === '' ? {} : JSON.parse(text) };
    endpoint.requests.push(seen);
    const fault = endpoint.faults.shift() ?? endpoint.always;
    if (fault?.kind === 'slow') await new Promise(done => setTimeout(done, fault.ms));
    else if (fault && fault.kind !== 'half') return fail(response, fault);
    const route = routes[path];
    if (!route || request.method !== 'POST')
      return sendJson(response, 404, { error: { message: `no such route: ${request.method} ${path}` } });
    const reply = await route(seen.body, seen);
    send(response, reply, fault?.kind === 'half');
  }

  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return Object.assign(endpoint, {
    url: `http://127.0.0.1:${port}/v1`,
    port,
    close: () =>
      new Promise<void>(done => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  });
}

function fail(response: ServerResponse, fault: Exclude<Fault, { kind: 'slow' | 'half' }>): void {
  switch (fault.kind) {
    case 'busy':
      if (fault.retryAfter !== null) response.setHeader('retry-after', String(fault.retryAfter));
      sendJson(response, 429, { error: { message: 'Rate limit reached', type: 'requests' } });
      break;
    case 'status':
      sendJson(response, fault.status, fault.body ?? { error: { message: 'The server had an error' } });
      break;
    case 'broken-json':
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end('{"id":"x","choices":[{"mess');
      break;
    case 'html':
      response.writeHead(200, { 'content-type': 'text/html' });
      response.end('<html><body>Đăng nhập mạng</body></html>');
      break;
    case 'redirect':
      response.writeHead(307, { location: fault.to });
      response.end();
      break;
    case 'reset':
      response.socket?.resetAndDestroy();
      break;
    case 'silence':
      break;
  }
}

function send(response: ServerResponse, reply: Reply, half: boolean): void {
  if ('json' in reply) {
    const text = JSON.stringify(reply.json);
    response.writeHead(reply.status ?? 200, { 'content-type': 'application/json' });
    if (!half) return void response.end(text);
    response.write(text.slice(0, text.length / 2), () => response.socket?.resetAndDestroy());
    return;
  }
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  const lines = reply.chunks.map(chunk => `data: ${JSON.stringify(chunk)}\n\n`);
  if (!half) return void response.end(`${lines.join('')}data: [DONE]\n\n`);
  response.write(lines.slice(0, Math.ceil(lines.length / 2)).join(''), () =>
    response.socket?.resetAndDestroy(),
  );
}

function sendJson(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(value));
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}
