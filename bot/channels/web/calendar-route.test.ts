import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { openRateLimit } from '../../delivery/rate-limit.ts';
import { feedHash, feedPath, newFeed } from '../../reminders/feed-address.ts';
import { fakeAssistant } from './testing/fake-assistant.ts';
import { createWebApp, type WebDeps } from './web-app.ts';

const { token, hash } = newFeed(randomBytes(24).toString('base64url'));
const text = (stamp: string, title = 'Họp chi bộ') =>
  `BEGIN:VCALENDAR\r\nDTSTAMP:${stamp}\r\nSUMMARY:${title}\r\nEND:VCALENDAR\r\n`;

function open({ burst = 1000, ...overrides }: Partial<WebDeps> & { burst?: number } = {}) {
  const feeds = new Map([[hash, text('20261121T010000Z')]]);
  const rate = openRateLimit({ perSecond: 0.001, burst }, () => 0);
  const app = createWebApp({
    ...fakeAssistant(),
    calendars: {
      calendar: async given => feeds.get(feedHash(given)) ?? null,
      mayFetch: address => rate(address) === 'yes',
    },
    ...overrides,
  });
  const get = (path: string, headers: Record<string, string> = {}) =>
    app.request(`http://127.0.0.1:8080${path}`, { headers: { host: '127.0.0.1:8080', ...headers } });
  return { feeds, get };
}

it('[N85] whoever has the address gets the calendar, also where the page asks for sign-in', async () => {
  const signIn = { isSession: async () => false } as never;
  const { get } = open({ signIn });
  const response = await get(feedPath(token));
  expect([response.status, await response.text()]).toEqual([200, text('20261121T010000Z')]);
  expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
  expect(response.headers.get('cache-control')).toBe('private, no-cache');
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(response.headers.get('set-cookie')).toBeNull();
  expect((await get('/api/history')).status).toBe(401);
  expect((await get(feedPath(token), { host: 'la.example' })).status).toBe(421);
});

it('[N85] what has not changed since is answered by 304, even if it was made anew', async () => {
  const { get, feeds } = open();
  const etag = (await get(feedPath(token))).headers.get('etag')!;
  feeds.set(hash, text('20261122T010000Z'));
  const again = await get(feedPath(token), { 'if-none-match': `"khac", ${etag}` });
  expect([again.status, await again.text()]).toEqual([304, '']);
  feeds.set(hash, text('20261122T010000Z', 'Họp cấp ủy'));
  expect((await get(feedPath(token), { 'if-none-match': etag })).status).toBe(200);
});

it('[N86] an address that is unknown, closed or misshapen is answered in one and the same way', async () => {
  const { get, feeds } = open();
  feeds.delete(hash);
  const paths = [token, randomBytes(24).toString('base64url'), 'x', `${'a'.repeat(64)}%00`, '..%2f..'];
  const answers = await Promise.all(
    [...paths.map(feedPath), `/lich/${token}`].map(async path => {
      const response = await get(path);
      return [response.status, await response.text(), [...response.headers]];
    }),
  );
  expect(answers[0]![0]).toBe(404);
  for (const answer of answers) expect(answer).toEqual(answers[0]);
});

it('[N86] whoever asks too often is told to wait', async () => {
  const { get } = open({ burst: 3 });
  const statuses: number[] = [];
  for (let n = 0; n < 5; n += 1) statuses.push((await get(feedPath(token))).status);
  expect(statuses).toEqual([200, 200, 200, 429, 429]);
  expect((await get(feedPath(token))).headers.get('retry-after')).toBe('300');
});

it('[N86] the address is told to nobody: not when it fails, and only its hash is kept', async () => {
  const told: string[] = [];
  const { get } = open({
    calendars: {
      mayFetch: () => true,
      calendar: async () => {
        throw new Error('hỏng');
      },
    },
    report: (reference, error) => told.push(reference, String((error as Error).stack)),
  });
  const response = await get(feedPath(token));
  expect(response.status).toBe(500);
  expect(told).toHaveLength(2);
  expect(told.join() + (await response.text())).not.toContain(token);
  expect(hash).toMatch(/^[0-9a-f]{64}$/);
  expect(hash).not.toContain(token);
  expect(() => newFeed('ngan')).toThrow();
});
