import { request } from 'node:http';

interface Delivery {
  url: string;
  headers: Record<string, string>;
  body: string;
  /** After how long without an answer a delivery has failed, in milliseconds. */
  deadlineMs: number;
}

/** One delivery as a platform makes it; the status, or 0 when no answer came. */
export function deliverOnce({ url, headers, body, deadlineMs }: Delivery): Promise<number> {
  return new Promise(resolve => {
    const sent = request(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), ...headers },
      timeout: deadlineMs,
      agent: false,
    });
    sent.on('response', response => {
      response.resume();
      response.on('end', () => resolve(response.statusCode ?? 0));
    });
    sent.on('timeout', () => sent.destroy());
    sent.on('error', () => resolve(0));
    sent.on('close', () => resolve(0));
    sent.end(body);
  });
}

/** Delivers until a 2xx comes, `pauses` (milliseconds) long between the tries; true when it came. */
export async function deliverWithRetries(
  delivery: Delivery,
  pauses: Iterable<number>,
  stopped: () => boolean,
): Promise<boolean> {
  const waits = pauses[Symbol.iterator]();
  for (;;) {
    const status = await deliverOnce(delivery);
    if (status >= 200 && status < 300) return true;
    const pause = waits.next();
    if (pause.done || stopped()) return false;
    await new Promise(done => setTimeout(done, pause.value));
  }
}
