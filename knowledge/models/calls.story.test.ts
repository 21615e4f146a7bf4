import { createServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ModelEndpoint } from '../testing/model-endpoint/open-model-endpoint.ts';
import { openModelEndpoint } from '../testing/model-endpoint/open-model-endpoint.ts';
import type { Budget } from './budget.ts';
import { openBudget } from './budget.ts';
import type { Limits } from './calls.ts';
import { openModelCalls } from './calls.ts';
import { modelClient } from './calls-client.ts';
import type { ModelCalls, ModelSettings } from './ports.ts';

const FREE = { dailyTokens: 1e9, dailyCost: null, priceIn: 0, priceOut: 0, priceEmbedding: 0 };
const USED = { tokensIn: 3, tokensOut: 2 };
const KEY = 'khoa-bi-mat';

let endpoint: ModelEndpoint;
let lines: Record<string, unknown>[];
let clock: number;

beforeEach(async () => {
  endpoint = await openModelEndpoint({
    '/chat/completions': body => ({ json: { ok: true, said: body.said } }),
  });
  lines = [];
  clock = 0;
});
afterEach(() => endpoint.close());

const settingsAt = (baseUrl: string): ModelSettings => ({
  chatModel: 'm',
  embeddingModel: 'e',
  baseUrl,
  apiKey: KEY,
  output: 'jsonSchema',
});

function callsTo(
  url: string,
  { budget = openBudget(FREE, () => '2026-11-21'), limits = {} as Partial<Limits> } = {} as {
    budget?: Budget;
    limits?: Partial<Limits>;
  },
): ModelCalls {
  return openModelCalls(settingsAt(url), {
    budget,
    log: { info: facts => void lines.push(facts as Record<string, unknown>) },
    now: () => clock,
    salt: 'muối',
    limits,
  });
}

/** One request with the shared client, as LangChain's models make it. */
const ask =
  (url: string) =>
  async (masked: readonly string[], { signal }: { signal: AbortSignal }) => {
    const { configuration, apiKey } = modelClient(settingsAt(url), { chance: () => 0 });
    const response = await configuration.fetch(`${configuration.baseURL}/chat/completions`, {
      method: 'POST',
      headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
      body: JSON.stringify({ said: masked }),
      signal,
    });
    if (!response.ok) throw Object.assign(new Error('no'), { status: response.status });
    return { value: (await response.json()) as { said: string[] }, usage: USED };
  };
const asking = (texts: string[] = ['một câu'], person: string | null = 'telegram:12345') =>
  ({ kind: 'write', person, texts }) as const;

describe('a call to the endpoint', () => {
  it('[M60] sends masked words only and puts them back', async () => {
    const said = 'đồng chí Nguyễn Văn An, số 0912345678';
    const called = await callsTo(endpoint.url).call(asking([said]), async (masked, tools) => {
      const { value, usage } = await ask(endpoint.url)(masked, tools);
      return { value: tools.unmask(value.said[0]!), usage };
    });
    expect(called).toEqual({ ok: true, value: said });
    expect(JSON.stringify(endpoint.requests)).not.toMatch(/Văn An|0912345678/);
  });

  it('[M65] leaves one line with sizes and outcome: no words, no person, no key', async () => {
    await callsTo(endpoint.url).call(asking(['họp chi bộ bí mật']), ask(endpoint.url));
    expect(lines).toEqual([
      {
        kind: 'write',
        model: 'm',
        person: expect.stringMatching(/^[\da-f]{12}$/),
        charactersIn: 17,
        charactersOut: 0,
        ...USED,
        ms: 0,
        outcome: 'ok',
      },
    ]);
    expect(JSON.stringify(lines)).not.toMatch(/bí mật|12345|khoa/);
  });

  it('[M66] is tried again after growing pauses when the endpoint is busy, fails or breaks off', async () => {
    endpoint.faults.push({ kind: 'busy', retryAfter: 0 }, { kind: 'status', status: 503 }, { kind: 'reset' });
    const called = await callsTo(endpoint.url).call(asking(), ask(endpoint.url));
    expect(called.ok).toBe(true);
    expect(endpoint.requests).toHaveLength(4);
  });

  it('[M66] that is asked to come again much later is given up at once', async () => {
    endpoint.faults.push({ kind: 'busy', retryAfter: 60 });
    const calls = callsTo(endpoint.url);
    expect(await calls.call(asking(), ask(endpoint.url))).toEqual({ ok: false, why: 'busy' });
    expect(endpoint.requests).toHaveLength(1);
  });

  it('[M66] that the endpoint refuses is not repeated', async () => {
    endpoint.always = { kind: 'status', status: 401 };
    const calls = callsTo(endpoint.url);
    expect(await calls.call(asking(), ask(endpoint.url))).toEqual({ ok: false, why: 'refused' });
    expect(endpoint.requests).toHaveLength(1);
    expect(lines[0]).toMatchObject({ outcome: 'refused', fault: 401 });
  });

  it('[M67] ends at its time limit, retries included, also when what runs does not listen', async () => {
    endpoint.always = { kind: 'silence' };
    const calls = callsTo(endpoint.url, { limits: { write: 50, read: 50 } });
    expect(await calls.call(asking(), ask(endpoint.url))).toEqual({ ok: false, why: 'slow' });
    const deaf = calls.call({ ...asking(), kind: 'read' }, () => new Promise(() => {}));
    expect(await deaf).toEqual({ ok: false, why: 'slow' });
  });

  it('[M67] is ended by whoever asked', async () => {
    endpoint.always = { kind: 'silence' };
    const stop = new AbortController();
    const called = callsTo(endpoint.url).call({ ...asking(), signal: stop.signal }, ask(endpoint.url));
    setTimeout(() => stop.abort(), 30);
    expect(await called).toEqual({ ok: false, why: 'cancelled' });
    const before = await callsTo(endpoint.url).call({ ...asking(), signal: stop.signal }, ask(endpoint.url));
    expect(before).toEqual({ ok: false, why: 'cancelled' });
  });

  it('[M62] beyond the budget is not made', async () => {
    const budget = openBudget({ ...FREE, dailyTokens: 10 }, () => '2026-11-21');
    const calls = callsTo(endpoint.url, { budget });
    expect(await calls.call(asking(), ask(endpoint.url))).toEqual({ ok: false, why: 'budget' });
    expect(endpoint.requests).toEqual([]);
    expect((await calls.call(asking(['x'], null), ask(endpoint.url))).ok).toBe(true);
  });

  it('[M65] whose own work throws comes to nothing quietly, and never with a message', async () => {
    const called = await callsTo(endpoint.url).call(asking(), () => {
      throw new Error(`Nguyễn Văn An ${KEY}`);
    });
    expect(called).toEqual({ ok: false, why: 'nonsense' });
    expect(JSON.stringify(lines)).not.toMatch(/Văn An|khoa/);
  });
});

describe('the endpoint that the operator named', () => {
  it('[M68] is the only one: another address it sends to is never asked', async () => {
    const other = await openModelEndpoint({ '/chat/completions': () => ({ json: { ok: true } }) });
    try {
      endpoint.always = { kind: 'redirect', to: `${other.url}/chat/completions` };
      const called = await callsTo(endpoint.url).call(asking(), ask(endpoint.url));
      expect(called).toEqual({ ok: false, why: 'refused' });
      expect(other.requests).toEqual([]);
      const { fetch } = modelClient(settingsAt(endpoint.url), { chance: () => 0 }).configuration;
      await expect(fetch(`${other.url}/chat/completions`)).rejects.toThrow();
      expect(other.requests).toEqual([]);
    } finally {
      await other.close();
    }
  });

  it('[M68] is sent no key where there is none', async () => {
    const { configuration } = modelClient({ baseUrl: endpoint.url, apiKey: null }, { chance: () => 0 });
    const headers = { authorization: 'Bearer none' };
    await configuration.fetch(`${endpoint.url}/chat/completions`, { method: 'POST', headers, body: '{}' });
    expect(endpoint.requests[0]!.headers.authorization).toBeUndefined();
  });

  it('[M69] that refuses connections costs one short knock, and is left alone for 30 seconds', async () => {
    await endpoint.close();
    const calls = callsTo(endpoint.url);
    let ran = 0;
    const run = async () => {
      ran += 1;
      return { value: 1, usage: USED };
    };
    const began = performance.now();
    expect(await calls.call(asking(), run)).toEqual({ ok: false, why: 'unreachable' });
    expect(performance.now() - began).toBeLessThan(50);
    clock = 29_999;
    expect(await calls.call({ ...asking(), kind: 'embed' }, run)).toEqual({ ok: false, why: 'unreachable' });
    expect(lines).toHaveLength(1);
    expect(ran).toBe(0);
  });

  it('[M69] is asked again after 30 seconds', async () => {
    const { port } = endpoint;
    await endpoint.close();
    const calls = callsTo(endpoint.url);
    const run = async () => ({ value: 1, usage: USED });
    expect((await calls.call(asking(), run)).ok).toBe(false);
    const back = createServer(socket => socket.end());
    await new Promise<void>(done => back.listen(port, '127.0.0.1', done));
    try {
      clock = 30_000;
      expect((await calls.call(asking(), run)).ok).toBe(true);
    } finally {
      await new Promise(done => back.close(done));
    }
  });

  it('[M69] that is slow at one kind of call is left alone with that kind only', async () => {
    endpoint.always = { kind: 'silence' };
    const calls = callsTo(endpoint.url, { limits: { embed: 30 } });
    const embed = { ...asking(), kind: 'embed' } as const;
    expect(await calls.call(embed, ask(endpoint.url))).toEqual({ ok: false, why: 'slow' });
    expect(await calls.call(embed, ask(endpoint.url))).toEqual({ ok: false, why: 'slow' });
    expect(endpoint.requests).toHaveLength(1);
    endpoint.always = null;
    expect((await calls.call(asking(), ask(endpoint.url))).ok).toBe(true);
  });
});
