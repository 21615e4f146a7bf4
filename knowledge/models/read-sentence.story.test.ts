import { afterEach, beforeEach, expect, it } from 'vitest';
import { openKnowledge } from '../knowledge.ts';
import type { ModelEndpoint } from '../testing/model-endpoint/open-model-endpoint.ts';
import { openModelEndpoint } from '../testing/model-endpoint/open-model-endpoint.ts';
import type { ModelConfig, Models } from './open-models.ts';
import { openModels } from './open-models.ts';

const ASKED = {
  sentence: 'hai mươi ba đảng viên thì hai mươi mốt tốt, theo Nguyễn Văn An',
  question: 'Bao nhiêu đảng viên hoàn thành tốt nhiệm vụ trở lên?',
  numbers: [
    { key: 'part', label: 'đảng viên hoàn thành tốt trở lên' },
    { key: 'whole', label: 'đảng viên được đánh giá' },
  ],
  choices: [],
  person: 'an',
};

let endpoint: ModelEndpoint;
/** What the model says, as JSON or as it is. */
let said: unknown;
let lines: unknown[];

beforeEach(async () => {
  lines = [];
  endpoint = await openModelEndpoint({
    '/chat/completions': body => {
      const content = typeof said === 'string' ? said : JSON.stringify(said);
      const [tool] = (body.tools ?? []) as { function: { name: string } }[];
      const message = tool
        ? {
            role: 'assistant',
            content: null,
            tool_calls: [
              { id: 'c1', type: 'function', function: { name: tool.function.name, arguments: content } },
            ],
          }
        : { role: 'assistant', content };
      const choice = { index: 0, message, finish_reason: tool ? 'tool_calls' : 'stop' };
      const usage = { prompt_tokens: 210, completion_tokens: 20, total_tokens: 230 };
      return {
        json: { id: 'x', object: 'chat.completion', created: 1, model: 'm', choices: [choice], usage },
      };
    },
  });
});
afterEach(() => endpoint.close());

function open(output: ModelConfig['output'] = 'jsonSchema'): Promise<Models> {
  const budget = { dailyTokens: 1e6, dailyCost: null, priceIn: 0, priceOut: 0, priceEmbedding: 0 };
  return openModels(
    { chatModel: 'm', embeddingModel: null, baseUrl: endpoint.url, apiKey: null, output, budget },
    {
      log: { info: facts => void lines.push(facts) },
      now: () => performance.now(),
      today: () => '2026-11-21',
      chance: () => 0,
      salt: 's',
      knowledge: openKnowledge([]),
      dataDir: '/nowhere',
    },
  );
}

it.each(['jsonSchema', 'functionCalling', 'jsonMode'] as const)(
  '[M73] a sentence is read by %s, without names, in one request whose tokens are counted',
  async output => {
    said = { understood: true, part: 21, whole: 23 };
    const { reader } = await open(output);
    expect(await reader!.read(ASKED)).toEqual({ proposed: { numbers: { part: 21, whole: 23 } } });
    expect(endpoint.requests).toHaveLength(1);
    expect(JSON.stringify(endpoint.requests)).not.toContain('Văn An');
    expect(lines).toMatchObject([{ kind: 'read', tokensIn: 210, tokensOut: 20, outcome: 'ok' }]);
  },
);

it('[M73] a choice is one of those offered', async () => {
  const { reader } = await open();
  const asked = { ...ASKED, numbers: [], choices: [{ id: 'met', label: 'Đã đáp ứng' }] };
  said = { understood: true, choice: 'met' };
  expect(await reader!.read(asked)).toEqual({ proposed: { choice: 'met' } });
  said = { understood: true, choice: 'excellent' };
  expect(await reader!.read(asked)).toBeNull();
});

it.each([
  { understood: false, part: null, whole: null },
  { understood: true, part: 21, whole: null },
  { understood: true, part: 21.5, whole: 23 },
  { understood: true, part: '21', whole: '23' },
  { part: 21, whole: 23 },
  [21, 23],
  'đạt',
  '{"understood":true,"part":21,"wh',
  '',
])('[M73] %j is nothing read, and no fault', async answer => {
  said = answer;
  const { reader } = await open();
  expect(await reader!.read(ASKED)).toBeNull();
});

it.each(['broken-json', 'html', 'reset', 'half'] as const)(
  '[M73] nor is an endpoint that answers with %s',
  async kind => {
    said = { understood: true, part: 21, whole: 23 };
    endpoint.always = { kind };
    const { reader } = await open();
    expect(await reader!.read(ASKED)).toBeNull();
  },
);
