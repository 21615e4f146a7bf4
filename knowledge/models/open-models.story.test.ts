import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import { expect, it } from 'vitest';

const DOOR = join(import.meta.dirname, '..', 'index.ts');

/** Asks every part once in a new process; prints how long that took and which packages were loaded for it. */
const PROGRAM = `
import { registerHooks } from 'node:module';
const loaded = [];
registerHooks({ resolve(name, context, next) { loaded.push(name); return next(name, context); } });
const { openKnowledge, openModels } = await import(${JSON.stringify(DOOR)});
const knowledge = openKnowledge([]);
const [question] = knowledge.read('hạn nộp báo cáo?');
const asker = { plan: null, subject: null };
loaded.length = 0;
const began = performance.now();
const models = await openModels(
  { chatModel: 'm', embeddingModel: 'e', baseUrl: 'http://127.0.0.1:9/v1', apiKey: 'k', output: 'jsonSchema',
    budget: { dailyTokens: 1e6, dailyCost: null, priceIn: 0, priceOut: 0, priceEmbedding: 0 } },
  { knowledge, dataDir: '/nowhere', log: { info() {} }, now: () => performance.now(), today: () => '2026-11-21',
    chance: () => 0, salt: 's' });
const answer = { outcome: 'not_stated', findings: [], elsewhere: false, compared: false };
const near = await models.vectors.near(question, asker, 'an');
const read = await models.reader.read(
  { sentence: 'chín trên mười', question: '?', numbers: [{ key: 'part', label: '' }], choices: [], person: 'an' });
const better = await models.writer?.improve({ question, asker, answer, person: 'an', today: '2026-11-21' });
const ms = performance.now() - began;
console.log(JSON.stringify({ ms, near, read, same: better === undefined || better === answer,
  packages: loaded.filter(name => /^(@?langchain|openai|hnswlib|zod)/.test(name)) }));
`;

function askOnce() {
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', PROGRAM], {
    encoding: 'utf8',
  });
  return JSON.parse(stdout) as {
    ms: number;
    near: null;
    read: null;
    same: boolean;
    packages: string[];
  };
}

it('[M75] with an endpoint that refuses, every part answers by itself at once, and nothing of LangChain is loaded', () => {
  const tries = Array.from({ length: 3 }, askOnce);
  for (const { near, read, same, packages } of tries)
    expect({ near, read, same, packages }).toEqual({ near: null, read: null, same: true, packages: [] });
  expect(Math.min(...tries.map(({ ms }) => ms))).toBeLessThan(50);
});
