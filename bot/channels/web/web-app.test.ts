import { describe, expect, test } from 'vitest';
import { fakeAssistant } from './testing/fake-assistant.ts';
import { createWebApp, type WebDeps } from './web-app.ts';

const here = 'http://127.0.0.1:8080';

function open(overrides: Partial<WebDeps> = {}) {
  const fake = fakeAssistant();
  const app = createWebApp({ ...fake, ...overrides });
  const get = (path: string, headers: Record<string, string> = {}) =>
    app.request(here + path, { headers: { host: '127.0.0.1:8080', ...headers } });
  const post = (body: unknown, headers: Record<string, string> = {}) =>
    app.request(`${here}/api/messages`, {
      method: 'POST',
      headers: { host: '127.0.0.1:8080', origin: here, 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  return { fake, get, post };
}

const question = (text: string, id = 'tin-nhan-1') => ({ id, text });
const errorOf = async (response: Response) => ((await response.json()) as { error: string }).error;
const cookieOf = (response: Response) => response.headers.get('set-cookie')!;

describe('messages', () => {
  test('[W8] a message sent twice is answered once, even while the first is on its way', async () => {
    const { fake, get, post } = open();
    const cookie = cookieOf(await get('/api/history')).split(';')[0]!;
    const both = await Promise.all([1, 2].map(() => post(question('ai có thẩm quyền?'), { cookie })));
    const [first, second] = await Promise.all(both.map(response => response.json()));
    expect(second).toEqual(first);
    expect(fake.asked).toHaveLength(1);
  });

  test('[W8] the same id of two people is two messages', async () => {
    const { fake, post } = open();
    await post(question('xin chào'));
    await post(question('xin chào'));
    expect(fake.asked).toHaveLength(2);
  });

  test('[W8] a message that failed may be sent again', async () => {
    let broken = true;
    const answer = async () => {
      if (broken) throw new Error('hỏng');
      return [{ text: 'đây' }];
    };
    const { get, post } = open({ answer });
    const cookie = cookieOf(await get('/api/history')).split(';')[0]!;
    expect((await post(question('hỏi'), { cookie })).status).toBe(500);
    broken = false;
    expect((await post(question('hỏi'), { cookie })).status).toBe(200);
  });

  test('[W10] a failure is one Vietnamese sentence with a reference number that the operator is told too', async () => {
    const told: [string, unknown][] = [];
    const { post } = open({ report: (reference, error) => told.push([reference, error]) });
    const response = await post(question('lỗi máy'));
    const { error, reference } = (await response.json()) as { error: string; reference: string };
    expect(response.status).toBe(500);
    expect(error).toContain(reference);
    expect(error).not.toMatch(/Bí mật|\.ts|Error/);
    expect(told[0]![0]).toBe(reference);
    expect(String(told[0]![1])).toContain('Bí mật');
  });

  test('[W11] what is empty to the eye is refused in a sentence', async () => {
    const { fake, post } = open();
    for (const text of ['', ' \n\t', '\u200b\u202e\u0000']) {
      const response = await post(question(text));
      expect(response.status).toBe(400);
      expect(await errorOf(response)).toContain('chưa nhập');
    }
    expect(fake.asked).toHaveLength(0);
  });

  test('[W11] 4.000 characters are taken, more are refused in a sentence, a hundred thousand too', async () => {
    const { fake, post } = open();
    expect((await post(question('a'.repeat(4000)))).status).toBe(200);
    for (const length of [4001, 100_000, 3_000_000]) {
      const response = await post(question('ấ'.repeat(length), `tin-${length}`));
      expect(response.status).toBe(413);
      expect(await errorOf(response)).toContain('4.000');
    }
    expect(fake.asked).toHaveLength(1);
  });

  test('[W11] what is no message is refused in a sentence and changes nothing', async () => {
    const { fake, post } = open();
    const bad = ['', '{', '[]', 'null', '{"text":"a"}', { id: 'x', text: 'a' }, { id: 'tin-nhan-1' }];
    const worse = [
      { id: 'tin-nhan-1', text: 'a', choice: 'b' },
      { id: 'tin-nhan-1', text: 5 },
      { ...question('a'), person: 'web:khác' },
      { ...question('a'), prompt: 'review' },
      { id: 'tin-nhan-1', choice: 'met', prompt: 5 },
      { id: 'tin-nhan-1', choice: 'met', prompt: 'a'.repeat(201) },
    ];
    for (const body of [...bad, ...worse]) {
      const response = await post(body);
      expect(response.status).toBe(400);
      expect(await errorOf(response)).toMatch(/^Trang chưa gửi được/);
    }
    expect((await post(question('a'), { 'content-type': 'text/plain' })).status).toBe(415);
    expect(fake.asked).toHaveLength(0);
  });

  test('[W24] a choice comes with the prompt it stood under, where the page knows it', async () => {
    const { fake, post } = open();
    await post({ id: 'tin-nhan-1', choice: 'met', prompt: 'requirement:cb-1.1.1' });
    await post({ id: 'tin-nhan-2', choice: 'met' });
    expect(fake.asked).toMatchObject([{ choice: 'met', prompt: 'requirement:cb-1.1.1' }, { choice: 'met' }]);
    expect(fake.asked[1]).not.toHaveProperty('prompt');
  });

  test('[W11] half a character is made whole before anybody sees it', async () => {
    const { fake, post } = open();
    await post('{"id":"tin-nhan-1","text":"a\\ud800b"}');
    expect(fake.asked[0]!.text).toBe('a\ufffdb');
  });
});

describe('who may ask', () => {
  test('[W16] another host is not answered: a foreign name that points here gets nothing', async () => {
    const { get } = open();
    for (const host of [
      'evil.example',
      'evil.example:8080',
      '127.0.0.1.evil.example',
      '',
      '192.168.1.9:8080',
    ]) {
      expect((await get('/api/history', { host })).status).toBe(421);
      expect((await get('/', { host })).status).toBe(421);
    }
    for (const host of ['localhost', 'LOCALHOST:8080', '[::1]:8080', '127.0.0.1']) {
      expect((await get('/', { host })).status).toBe(200);
    }
  });

  test('[W16] the public address is answered, and bare addresses when listening everywhere', async () => {
    const { get } = open({ address: { host: '0.0.0.0', publicUrl: 'https://capuy.example.vn' } });
    expect((await get('/', { host: 'capuy.example.vn' })).status).toBe(200);
    expect((await get('/', { host: '192.168.1.9:8080' })).status).toBe(200);
    expect((await get('/', { host: 'evil.example' })).status).toBe(421);
  });

  test('[W16] another site cannot send a message in the person’s name', async () => {
    const { fake, post } = open();
    const foreign: Record<string, string>[] = [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: 'http://127.0.0.1:9999' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ];
    for (const headers of foreign) expect((await post(question('a'), headers)).status).toBe(403);
    expect(fake.asked).toHaveLength(0);
  });

  test('[W18] a person is known by a strict cookie that scripts cannot read, given by /api only', async () => {
    const { get } = open();
    expect((await get('/')).headers.get('set-cookie')).toBeNull();
    const cookie = cookieOf(await get('/api/history'));
    expect(cookie).toMatch(/^nguoi=[\w-]{22}; .*HttpOnly; SameSite=Strict/);
    expect(cookie).not.toContain('Secure');
    expect(cookieOf(await get('/api/history', { cookie: cookie.split(';')[0]! }))).toContain(
      cookie.split(';')[0],
    );
    expect(cookieOf(await get('/api/history', { cookie: 'nguoi=../../x' }))).not.toContain('..');
  });

  test('[W18] behind https the cookie is for https only', async () => {
    const { get } = open({ address: { host: '127.0.0.1', publicUrl: 'https://capuy.example.vn' } });
    expect(cookieOf(await get('/api/history'))).toContain('Secure');
  });
});

describe('what is served', () => {
  test('[W17] every answer carries the policy, an error too', async () => {
    const { get } = open();
    for (const path of ['/', '/main.js', '/api/plans', '/api/plans/nothing', '/nothing']) {
      const { headers } = await get(path);
      expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'self';/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
    }
  });

  test('[W17] a file that has not changed is answered by 304; answers of /api are kept nowhere', async () => {
    const { get } = open();
    const first = await get('/main.js');
    const etag = first.headers.get('etag')!;
    expect(first.headers.get('cache-control')).toBe('no-cache');
    expect((await get('/main.js', { 'if-none-match': etag })).status).toBe(304);
    expect((await get('/main.js', { 'if-none-match': '"other"' })).status).toBe(200);
    expect(
      (await get('/fonts/source-serif-4-latin-wght-normal.woff2')).headers.get('cache-control'),
    ).toContain('max-age');
    expect((await get('/api/history')).headers.get('cache-control')).toBe('no-store');
  });

  test('[W17] nothing but the page’s own files can be fetched', async () => {
    const { get } = open();
    for (const path of [
      '/../web-app.ts',
      '/%2e%2e/web-app.ts',
      '/web-app.ts',
      '/fonts/',
      '/page/index.html',
      '/.env',
    ]) {
      expect((await get(path)).status).toBe(404);
    }
  });

  test('[W21] a plan comes with its text and the clauses that point into it', async () => {
    const { fake, get } = open();
    const { plans } = (await (await get('/api/plans')).json()) as { plans: { id: string }[] };
    expect(plans.map(({ id }) => id)).toEqual(fake.plans().map(({ id }) => id));
    const plan = (await (await get('/api/plans/can-duoc-10-hd-btchu')).json()) as {
      text: string;
      clauses: { id: string; start: number; end: number; level: number }[];
    };
    const clause = plan.clauses.find(({ id }) => id === 'III.2 đ1')!;
    expect(plan.text.slice(clause.start, clause.end)).toMatch(/^Đối với tổ chức cơ sở đảng: .* Huyện ủy\.$/);
    expect(clause.level).toBe(2);
    const missing = await get('/api/plans/khong-co');
    expect(missing.status).toBe(404);
    expect(await errorOf(missing)).toContain('Không có văn bản này');
  });
});
