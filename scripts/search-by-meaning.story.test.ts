import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { knowledge } from '../knowledge/testing/five-plans.ts';
import { meaningEmbedder } from '../knowledge/testing/model-endpoint/stand-in-embedders.ts';
import type { StandIn } from '../knowledge/testing/open-stand-in-vectors.ts';
import { openStandIn } from '../knowledge/testing/open-stand-in-vectors.ts';
import { expectForPeople, freshDirectory, readLines, runCommand } from './testing/run-command.ts';

const QUERIES = [
  'thời gian gửi hồ sơ đề nghị là lúc nào',
  'ai đứng ra xét và công nhận',
  'vắng họp nhiều thì bị sao',
  'bao lâu phải sơ kết một lần',
  'zzzz',
];
const lines = QUERIES.map((query, i) => `${JSON.stringify({ id: `q${i}`, query, k: 20 })}\n`).join('');

const data = freshDirectory();
const build = (env: Record<string, string>) => runCommand('search.ts', ['--build'], '', env);
let standIn: StandIn;
beforeAll(async () => {
  standIn = await openStandIn(join(data, 'vectors'), meaningEmbedder(knowledge.plans));
  expect(await build({ ...named(), DATA_DIR: data })).toEqual({ code: 0, out: '', err: '' });
});
afterAll(() => standIn.endpoint.close());

async function search(env: Record<string, string>) {
  const { code, out, err } = await runCommand('search.ts', ['--jsonl'], lines, { DATA_DIR: data, ...env });
  expect([code, err]).toEqual([0, '']);
  return readLines(out).map(({ hits }) => hits.map(({ plan, clause }) => `${plan} ${clause}`));
}
const named = () => ({ EMBEDDING_MODEL: 'stand-in', OPENAI_BASE_URL: standIn.endpoint.url });

describe('the command “search” with an embedding model', () => {
  it('[M13] goes by meaning too where vectors are there; each query is embedded, and nothing else again', async () => {
    const words = await search({});
    const before = standIn.texts().length;
    const fused = await search(named());
    expect(standIn.texts().slice(before)).toHaveLength(QUERIES.length);
    expect(fused).not.toEqual(words);
    for (const hits of fused) expect(new Set(hits).size).toBe(hits.length);
    // No word of it stands anywhere: what comes, comes by nearness alone.
    expect(words.at(-1)).toEqual([]);
    expect(fused.at(-1)!.length).toBeGreaterThan(0);
  });

  it.each([
    ['refuses connections', null],
    ['resets them', { kind: 'reset' as const }],
    ['is silent', { kind: 'silence' as const }],
    ['answers nonsense', { kind: 'html' as const }],
  ])('[M13] goes by words alone when the endpoint %s', async (_, fault) => {
    const words = await search({});
    standIn.endpoint.always = fault;
    const at = performance.now();
    const url = fault ? standIn.endpoint.url : 'http://127.0.0.1:9/v1';
    expect(await search({ ...named(), OPENAI_BASE_URL: url })).toEqual(words);
    expect(performance.now() - at).toBeLessThan(20_000);
    standIn.endpoint.always = null;
  });

  it('[M13] what cannot be built is said in Vietnamese, with exit code 2', async () => {
    const gone = { EMBEDDING_MODEL: 'stand-in', OPENAI_BASE_URL: 'http://127.0.0.1:9/v1' };
    for (const env of [{}, gone]) {
      const { code, out, err } = await build(env as Record<string, string>);
      expect([code, out]).toEqual([2, '']);
      expectForPeople(err);
    }
  });

  it('[M13] answers by words alone while the vectors are still to be made', async () => {
    const words = await search({});
    expect(await search({ ...named(), DATA_DIR: freshDirectory() })).toEqual(words);
  });
});
