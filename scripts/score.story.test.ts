import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { embeddings } from '../knowledge/testing/model-endpoint/embeddings.ts';
import type { ModelEndpoint, Route } from '../knowledge/testing/model-endpoint/open-model-endpoint.ts';
import { openModelEndpoint } from '../knowledge/testing/model-endpoint/open-model-endpoint.ts';
import { spellingEmbedder } from '../knowledge/testing/model-endpoint/stand-in-embedders.ts';
import { expectForPeople, freshDirectory, runCommand } from './testing/run-command.ts';

const QUESTIONS = join(import.meta.dirname, '..', 'knowledge', 'questions', 'dev.jsonl');

let endpoint: ModelEndpoint;
let few: string;

/** Writes two claims a time: the first sentence that it was given, as it stands, and one that no plan says. */
const halfTrue: Route = body => {
  const asked = JSON.stringify(body.messages);
  const [, id, sentence] = /\[(s\d+)\] ((?:[^\\"]|\\[^n])+)/.exec(asked)!;
  const claims = [
    { text: JSON.parse(`"${sentence}"`).slice(0, 390), spans: [id] },
    { text: 'Chi bộ nộp 777 triệu đồng cho Ngân hàng Thế giới trước ngày 31/02/2031.', spans: [id] },
  ];
  const message = { role: 'assistant', content: JSON.stringify({ claims, answers: true }) };
  const choices = [{ index: 0, message, finish_reason: 'stop' }];
  const usage = { prompt_tokens: 900, completion_tokens: 60, total_tokens: 960 };
  return { json: { id: 'x', object: 'chat.completion', created: 1, model: 'm', choices, usage } };
};

beforeEach(async () => {
  endpoint = await openModelEndpoint({
    '/embeddings': embeddings(spellingEmbedder),
    '/chat/completions': halfTrue,
  });
  few = join(freshDirectory(), 'few.jsonl');
  writeFileSync(few, readFileSync(QUESTIONS, 'utf8').split('\n').slice(0, 5).join('\n'));
});
afterEach(() => endpoint.close());

describe('the command “score”', () => {
  it('[M74] without --model asks no endpoint, though one is named, and prints one column', async () => {
    const named = { EMBEDDING_MODEL: 'e', OPENAI_BASE_URL: endpoint.url };
    const { code, out, err } = await runCommand('score.ts', [few], '', named);
    expect([code, err]).toEqual([0, '']);
    expect(out.split('\n')[0]).toMatch(/^đúng hoàn toàn: {8}\d+\.\d% \(\d\/5\)$/);
    expect(out.trimEnd().split('\n')).toHaveLength(7);
    expect(endpoint.requests).toEqual([]);
  });

  it('[M74] with --model prints both ways beside each other, and what the models were asked', async () => {
    const named = { EMBEDDING_MODEL: 'e', OPENAI_BASE_URL: endpoint.url };
    const { code, out, err } = await runCommand('score.ts', ['--model', few], '', named);
    expect([code, err]).toEqual([0, '']);
    const lines = out.split('\n');
    expect(lines[0]).toMatch(/^ +không mô hình +có mô hình$/);
    expect(lines[1]).toMatch(/^đúng hoàn toàn: +[\d.]+% \(\d\/5\) +[\d.]+% \(\d\/5\)$/);
    for (const name of ['answered', 'not_stated', 'which_plan', 'out_of_scope', 'thời gian trung vị'])
      expect(out).toMatch(new RegExp(`^${name}: +\\d+( ms)? +\\d+( ms)?$`, 'm'));
    expect(out).toMatch(/^lượt gọi mô hình: +embed ok \d+/m);
    expect(out).toMatch(/^câu mô hình viết: +0$/m);
    expect(out).toMatch(/^câu bị cổng bỏ: +0$/m);
  });

  it('[M74] with --model counts what was written, and what the gate dropped and why', async () => {
    const named = { CHAT_MODEL: 'm', OPENAI_BASE_URL: endpoint.url };
    const { code, out, err } = await runCommand('score.ts', ['--model', few], '', named);
    expect([code, err]).toEqual([0, '']);
    const written = Number(/^câu mô hình viết: +(\d+)$/m.exec(out)![1]);
    const [, dropped, share] = /^câu bị cổng bỏ: +(\d+) \(([\d.]+)%\)$/m.exec(out)!;
    expect(written).toBeGreaterThan(0);
    // Of the two claims of each answer one is made up.
    expect([Number(dropped), share]).toEqual([written / 2, '50.0']);
    expect(out).toMatch(/^ {2}\S.*: \d+$/m);
    expect(out).toMatch(new RegExp(`^lượt gọi mô hình: +write ok ${written / 2}$`, 'm'));
  });

  it('[M74] with an endpoint that refuses, both columns say the same', async () => {
    await endpoint.close();
    const named = { EMBEDDING_MODEL: 'e', OPENAI_BASE_URL: endpoint.url };
    const { code, out } = await runCommand('score.ts', ['--model', few], '', named);
    expect(code).toBe(0);
    const [, before, after] = /^đúng hoàn toàn: +(\S+ \S+) +(\S+ \S+)$/m.exec(out)!;
    expect(after).toBe(before);
    expect(out).toMatch(/^lượt gọi mô hình: +unreachable 1$/m);
  });

  it('[M74] says which settings are missing for --model', async () => {
    const { code, out, err } = await runCommand('score.ts', ['--model', few]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('CHAT_MODEL');
    expectForPeople(err);
  });
});

it.each([
  ['ask.ts', ['hạn nộp báo cáo?']],
  ['chat.ts', ['--jsonl', '--user', 'an']],
  ['search.ts', ['--jsonl']],
  ['score.ts', [] as string[]],
  ['../bot/main.ts', [] as string[]],
])('[M64] tracing in the environment stops %s before anything is answered', async (command, args) => {
  const { code, out, err } = await runCommand(command, args, '', { LANGSMITH_TRACING: 'true' });
  expect(code).not.toBe(0);
  expect(out).toBe('');
  expect(err).toContain('Thiết lập LANGSMITH_TRACING chưa đúng: phải tắt');
  expectForPeople(err);
});
