import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Fault, Faults } from './faults.ts';

export interface Asked {
  method: string;
  /** With the query, without the host. */
  path: string;
  headers: IncomingHttpHeaders;
  body: Buffer;
  /** Aborts when the client goes away. */
  gone: AbortSignal;
}

export interface Answer {
  status: number;
  body: unknown;
}

export interface Loopback {
  /** `http://127.0.0.1:<port>` */
  root: string;
  /** Breaks every connection and listens no more. */
  stop(): Promise<void>;
}

interface Served {
  /** What a fault is planned for: the method, or the path. */
  routeOf(asked: Asked): string;
  answer(asked: Asked): Answer | Promise<Answer>;
  faults: Faults;
}

/** An HTTP server on loopback whose answers are JSON and whose faults are planned. */
export async function serveLoopback({ routeOf, answer, faults }: Served): Promise<Loopback> {
  const server = createServer(async (request, response) => {
    const asked = await readAsked(request, response);
    const fault = faults.take(routeOf(asked));
    if (fault === 'reset before') return void request.socket.resetAndDestroy();
    if (fault === 'hang before') return;
    if (isStatus(fault)) return write(response, fault);
    const answered = await answer(asked);
    if (fault === 'reset after') return void request.socket.resetAndDestroy();
    if (fault === 'hang after') return;
    write(response, answered);
  });
  server.keepAliveTimeout = 30_000;
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  return {
    root: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise(done => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

async function readAsked(request: IncomingMessage, response: ServerResponse): Promise<Asked> {
  const gone = new AbortController();
  response.on('close', () => gone.abort());
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { method = 'GET', url = '/', headers } = request;
  return { method, path: url, headers, body: Buffer.concat(chunks), gone: gone.signal };
}

function isStatus(fault: Fault | null): fault is Extract<Fault, object> {
  return typeof fault === 'object' && fault !== null;
}

function write(response: ServerResponse, { status, body, ...rest }: Answer | Extract<Fault, object>): void {
  const isPage = typeof body === 'string';
  response.writeHead(status, {
    'content-type': isPage ? 'text/html' : 'application/json',
    ...('headers' in rest ? rest.headers : {}),
  });
  response.end(isPage ? body : JSON.stringify(body));
}
