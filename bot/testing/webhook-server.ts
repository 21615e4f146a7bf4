import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A place on loopback that hands requests to a messenger's webhook; null answers 503, as a stopped server's proxy. */
export async function serveWebhook(
  handler: () => ((request: Request) => Promise<Response>) | null,
): Promise<{ url: string; stop(): Promise<void> }> {
  const server = createServer(async (incoming, outgoing) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const handle = handler();
    const body = Buffer.concat(chunks);
    const answer = handle
      ? await handle(
          new Request(`http://127.0.0.1${incoming.url}`, {
            method: 'POST',
            headers: incoming.headers as Record<string, string>,
            body: body.length > 0 ? body : null,
          }),
        )
      : new Response(null, { status: 503 });
    outgoing.writeHead(answer.status).end(Buffer.from(await answer.arrayBuffer()));
  });
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhook`,
    stop: () =>
      new Promise(done => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
