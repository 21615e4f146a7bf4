import { expect, it } from 'vitest';
import { signInWords } from '../../words/sign-in-words.ts';
import type { SignInDeps } from './sign-in.ts';
import { needsSignIn } from './sign-in-deps.ts';
import { fakeAssistant } from './testing/fake-assistant.ts';
import { createWebApp } from './web-app.ts';

const PLACE = 'https://troly.example.vn';

function open(password: string | null = 'mat khau dài') {
  const sessions = new Map<string, number>();
  const names: [string, string][] = [];
  let tries = 0;
  const clock = { now: 1_000_000 };
  const signIn: SignInDeps = {
    password,
    useCode: async code => (code === '482913' ? 'telegram:7' : null),
    addName: async (name, person) => void names.push([name, person]),
    openSession: async (hash, expires) => void sessions.set(hash, expires),
    isSession: async hash => (sessions.get(hash) ?? 0) > clock.now,
    closeSession: async hash => void sessions.delete(hash),
    mayTry: () => tries++ < 5,
    now: () => clock.now,
  };
  const app = createWebApp({ ...fakeAssistant(), address: { host: '0.0.0.0', publicUrl: PLACE }, signIn });
  const request = (path: string, init: RequestInit & { cookie?: string } = {}) =>
    app.request(PLACE + path, {
      ...init,
      headers: {
        host: 'troly.example.vn',
        ...(init.cookie ? { cookie: init.cookie } : {}),
        ...(init.headers as Record<string, string>),
      },
    });
  const enter = (secret: string, headers: Record<string, string> = {}) =>
    request('/api/sign-in', {
      method: 'POST',
      body: JSON.stringify({ secret }),
      headers: { 'content-type': 'application/json', origin: PLACE, ...headers },
    });
  const cookies = (response: Response): string =>
    response.headers
      .getSetCookie()
      .map(line => line.split(';')[0])
      .join('; ');
  return { request, enter, cookies, names, clock };
}

it('[O16] beyond this machine everything of the interface is closed to whoever is not signed in; the page is not', async () => {
  expect([
    needsSignIn({ host: '127.0.0.1', publicUrl: null }),
    needsSignIn({ host: '::1', publicUrl: null }),
  ]).toEqual([false, false]);
  expect(needsSignIn({ host: '0.0.0.0', publicUrl: null })).toBe(true);
  expect(needsSignIn({ host: '127.0.0.1', publicUrl: PLACE })).toBe(true);
  const { request } = open();
  for (const path of ['/api/history', '/api/plans', '/api/plans/can-duoc-10-hd-btchu']) {
    const response = await request(path);
    expect([response.status, ((await response.json()) as { error: string }).error]).toEqual([
      401,
      signInWords.first,
    ]);
  }
  const post = await request('/api/messages', {
    method: 'POST',
    headers: { origin: PLACE, 'content-type': 'application/json' },
    body: '{}',
  });
  expect(post.status).toBe(401);
  const page = await request('/sign-in.html');
  expect(page.status).toBe(200);
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
});

it('[O16] the password lets in, with a session in a cookie that scripts and other sites do not get', async () => {
  const { enter, request, cookies, clock } = open();
  const response = await enter('mat khau dài');
  expect(response.status).toBe(200);
  const set = response.headers.getSetCookie().find(line => line.startsWith('phien='))!;
  for (const part of ['HttpOnly', 'Secure', 'SameSite=Strict', 'Path=/']) expect(set).toContain(part);
  const cookie = cookies(response);
  expect((await request('/api/history', { cookie })).status).toBe(200);
  const out = await request('/api/sign-out', { method: 'POST', cookie, headers: { origin: PLACE } });
  expect(out.status).toBe(200);
  expect((await request('/api/history', { cookie })).status).toBe(401);
  const again = cookies(await enter('mat khau dài'));
  clock.now += 31 * 24 * 3600 * 1000;
  expect((await request('/api/history', { cookie: again })).status).toBe(401);
});

it('[O16] a one-time code of a chat lets in as the person of that chat', async () => {
  const { enter, names, cookies } = open(null);
  for (const secret of ['482913', 'LIENKET 482 913']) expect((await enter(secret)).status).toBe(200);
  expect(names.map(([, person]) => person)).toEqual(['telegram:7', 'telegram:7']);
  expect(cookies(await enter('482913'))).toContain(`nguoi=${names.at(-1)![0]}`);
});

it('[O16] what is wrong is refused in one sentence, after five tries not even looked at', async () => {
  const { enter } = open();
  for (let n = 0; n < 5; n += 1) {
    const response = await enter(n % 2 ? '111111' : 'sai');
    expect([response.status, ((await response.json()) as { error: string }).error]).toEqual([
      403,
      signInWords.refused,
    ]);
  }
  const late = await enter('mat khau dài');
  expect([late.status, ((await late.json()) as { error: string }).error]).toEqual([429, signInWords.tooMany]);
});

it('[O16] without a password none fits, and another site cannot sign anybody in', async () => {
  const { enter } = open(null);
  expect((await enter('null')).status).toBe(403);
  expect((await enter('')).status).toBe(400);
  expect((await enter('x'.repeat(3000))).status).toBe(400);
  expect((await enter('482913', { origin: 'https://khac.example' })).status).toBe(403);
});
