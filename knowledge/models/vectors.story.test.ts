import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Knowledge } from '../index.ts';
import { loadPlans, openKnowledge } from '../index.ts';
import { spellingEmbedder } from '../testing/model-endpoint/stand-in-embedders.ts';
import type { StandIn } from '../testing/open-stand-in-vectors.ts';
import { openStandIn } from '../testing/open-stand-in-vectors.ts';
import type { Models } from './open-models.ts';
import { openModels } from './open-models.ts';

const LINES = [
  'Chi bộ họp định kỳ mỗi tháng một lần vào ngày mùng ba.',
  'Đảng viên đóng đảng phí trước ngày 20 hằng tháng.',
  'Bí thư phân công đảng viên phụ trách hộ gia đình.',
  'Cấp ủy báo cáo kết quả về Ban Tổ chức Huyện ủy trước ngày 15/11.',
  'Đảng viên vắng sinh hoạt phải báo cáo lý do với cấp ủy.',
];
const QUESTIONS = [
  {
    plan: 'xa-toi',
    question: 'họp mấy tháng một lần?',
    outcome: 'answered' as const,
    gold: [{ plan: 'xa-toi', quote: LINES[0]! }],
  },
];

let place: string;
let folder: string;
let standIn: StandIn;
beforeEach(async () => {
  place = mkdtempSync(join(tmpdir(), 'vectors-'));
  folder = join(place, 'vectors');
  standIn = await openStandIn(folder, spellingEmbedder);
});
afterEach(async () => {
  await standIn.endpoint.close();
  rmSync(place, { recursive: true, force: true });
});

/** Knowledge of one plan with these lines. */
function planOf(lines: readonly string[]): Knowledge {
  const plan = join(place, 'plans', 'xa-toi');
  mkdirSync(plan, { recursive: true });
  writeFileSync(join(plan, 'plan.yaml'), 'title: Kế hoạch sinh hoạt chi bộ xã Tôi\n');
  writeFileSync(join(plan, 'document.txt'), `${lines.map(line => `- ${line}`).join('\n')}\n`);
  return openKnowledge(loadPlans(join(place, 'plans'), null).plans);
}

const open = (lines: readonly string[] = LINES, options = {}) =>
  standIn.open(planOf(lines), { questions: QUESTIONS, ...options });
const embedded = (lines: readonly string[]) =>
  lines.map(line => standIn.texts().filter(text => text.includes(line)).length);
const kept = () => JSON.parse(readFileSync(join(folder, 'xa-toi', 'manifest.json'), 'utf8'));

/** Sets the measured weights by hand: one question cannot measure much. */
function giveWeight(weight: number): void {
  const file = join(folder, 'weight.json');
  writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), weight, amongTopics: 0 }));
}
async function near(vectors: ReturnType<typeof open>, question: string, lines = LINES) {
  const read = planOf(lines).read(question)[0]!;
  return vectors.near(read, { plan: 'xa-toi', subject: null }, 'p1');
}

describe('vectors of a plan', () => {
  it('[M7] only texts that are new are embedded: none after a new start, one where one changed', async () => {
    expect(await open().update()).toBe(true);
    expect(embedded(LINES)).toEqual([1, 1, 1, 1, 1]);
    expect(await open().update()).toBe(true);
    expect(embedded(LINES)).toEqual([1, 1, 1, 1, 1]);
    const changed = LINES.with(2, 'Bí thư phân công cấp ủy viên phụ trách từng khu dân cư.');
    const asked = standIn.texts().length;
    expect(await open(changed).update()).toBe(true);
    expect(embedded(changed)).toEqual([1, 1, 1, 1, 1]);
    const again = standIn.texts().slice(asked);
    // The weight is measured anew on the one question; beside it the one passage.
    expect(again.filter(text => text.includes('\n'))).toHaveLength(1);
  });

  it('[M7] a passage that only moved is not embedded again', async () => {
    await open().update();
    await open([...LINES].reverse()).update();
    expect(embedded(LINES)).toEqual([1, 1, 1, 1, 1]);
  });

  it('[M7] what is gone from the plan is found no more, and many gone make a smaller index', async () => {
    const many = Array.from(
      { length: 80 },
      (_, i) => `Nhiệm vụ ${i} của chi bộ là việc ${'abcd'[i % 4]}${i}.`,
    );
    await open(many).update();
    const full = kept();
    expect(Object.keys(full.labels)).toHaveLength(80);
    await open(many.slice(0, 60)).update();
    expect(kept()).toMatchObject({ forgotten: 20, nextLabel: 80 });
    await open(many.slice(0, 20)).update();
    expect(kept()).toMatchObject({ forgotten: 0, nextLabel: 20 });
    giveWeight(0.5);
    const found = await near(open(many.slice(0, 20)), 'nhiệm vụ 7', many.slice(0, 20));
    const known = Array.from({ length: 80 }, (_, i) => found!.of('xa-toi', i)).filter(s => s !== null);
    expect(known).toHaveLength(20);
    expect(embedded(many.slice(0, 20))).toEqual(new Array(20).fill(1));
  });

  it('[M8] a broken index, a broken manifest, another model or dimension: built anew', async () => {
    await open().update();
    const { index } = kept();
    const files = join(folder, 'xa-toi');
    writeFileSync(join(files, index), readFileSync(join(files, index)).subarray(0, 300));
    expect(await open().update()).toBe(true);
    expect(embedded(LINES)).toEqual([2, 2, 2, 2, 2]);
    writeFileSync(join(files, 'manifest.json'), '{"model":"stand-in","labels":');
    expect(await open().update()).toBe(true);
    expect(embedded(LINES)).toEqual([3, 3, 3, 3, 3]);
    expect(await open(LINES, { model: 'another' }).update()).toBe(true);
    expect(embedded(LINES)).toEqual([4, 4, 4, 4, 4]);
    expect(kept()).toMatchObject({ model: 'another', dimension: 256, forgotten: 0 });
    expect(readdirSync(files)).toContain(kept().index);
  });

  it('[M8] the endpoint answers in another dimension: what is kept is made anew, nothing is mixed', async () => {
    await open().update();
    await standIn.endpoint.close();
    standIn = await openStandIn(folder, text => spellingEmbedder(text).slice(0, 100));
    const changed = LINES.with(0, 'Chi bộ họp hai tháng một lần.');
    giveWeight(0.5);
    // A question is never held against vectors of another dimension.
    const found = await near(open(changed), 'họp mấy tháng', changed);
    expect(found!.of('xa-toi', 1)).toBeNull();
    expect(await open(changed).update()).toBe(true);
    expect(kept()).toMatchObject({ dimension: 100, forgotten: 0 });
    expect(Object.keys(kept().labels)).toHaveLength(5);
  });

  it.each([
    ['numbers are refused as a form', { refusesFormat: true }],
    ['base64 comes whatever was asked for', { alwaysBase64: true }],
    ['the order is another', { shuffled: true }],
  ])('[M6] servers that do otherwise give the same vectors: %s', async (_, quirks) => {
    const texts = ['họp chi bộ', 'đóng đảng phí'];
    const usual = await standIn.embed(texts, { person: null });
    const other = await openStandIn(folder, spellingEmbedder, quirks);
    const odd = await other.embed(texts, { person: null });
    expect(odd.ok && usual.ok && odd.value.map(v => [...v])).toEqual(
      usual.ok && usual.value.map(v => [...v].map(x => expect.closeTo(x, 5))),
    );
    await other.endpoint.close();
  });
});

describe('a folder that cannot be written', () => {
  it('[M10] is said; what was embedded serves meanwhile, and is saved when it can be', async () => {
    writeFileSync(folder, 'a file where the folder should be');
    const vectors = open();
    expect(await vectors.update()).toBe(false);
    expect(standIn.events).toEqual([{ what: 'not-built', why: 'disk' }]);
    rmSync(folder);
    expect(await vectors.update()).toBe(true);
    expect(embedded(LINES)).toEqual([1, 1, 1, 1, 1]);
    expect(Object.keys(kept().labels)).toHaveLength(5);
  });
});

describe('nearness to a question', () => {
  it('[M9] nothing built, or no weight measured: no nearness, and the endpoint is not asked', async () => {
    expect(await near(open(), 'họp mấy tháng một lần')).toBeNull();
    await open().update();
    giveWeight(0);
    const asked = standIn.texts().length;
    expect(await near(open(), 'họp mấy tháng một lần')).toBeNull();
    expect(standIn.texts()).toHaveLength(asked);
  });

  it('[M9] the passage that reads most alike is the nearest; the same question is embedded once', async () => {
    await open().update();
    giveWeight(0.5);
    const vectors = open();
    const asked = standIn.texts().length;
    const found = await near(vectors, 'đảng viên đóng đảng phí trước ngày nào');
    const similarities = LINES.map((_, i) => found!.of('xa-toi', i)!);
    expect(similarities.indexOf(Math.max(...similarities))).toBe(1);
    expect(found!.of('xa-toi', 99)).toBeNull();
    expect(found!.of('plan-khac', 0)).toBeNull();
    await near(vectors, 'đảng viên đóng đảng phí trước ngày nào');
    expect(standIn.texts()).toHaveLength(asked + 1);
  });

  it.each([
    { kind: 'busy', retryAfter: null },
    { kind: 'status', status: 500 },
    { kind: 'broken-json' },
    { kind: 'html' },
    { kind: 'reset' },
    { kind: 'half' },
  ] as const)(
    '[M10] a fault of the endpoint is no nearness, said once and without words: $kind',
    async fault => {
      await open().update();
      giveWeight(0.5);
      standIn.events.length = 0;
      standIn.endpoint.always = fault;
      const vectors = open();
      expect(await near(vectors, 'họp mấy tháng một lần')).toBeNull();
      expect(await near(vectors, 'đóng đảng phí ngày nào')).toBeNull();
      expect(standIn.events).toEqual([{ what: 'words-alone', why: expect.any(String) }]);
      standIn.endpoint.always = null;
      expect(await near(vectors, 'họp mấy tháng một lần')).not.toBeNull();
      expect(standIn.events.slice(1)).toEqual([{ what: 'by-meaning-again' }]);
    },
  );

  it('[M10] an endpoint that fails while plans are indexed: what was had is kept and gone on from', async () => {
    const many = Array.from(
      { length: 150 },
      (_, i) => `Nhiệm vụ ${i} của chi bộ là việc ${'abcd'[i % 4]}${i}.`,
    );
    const vectors = open(many);
    standIn.endpoint.faults.push({ kind: 'slow', ms: 0 }, { kind: 'status', status: 500 });
    expect(await vectors.update()).toBe(false);
    expect(standIn.events).toEqual([{ what: 'not-built', why: 'busy' }]);
    expect(Object.keys(kept().labels)).toHaveLength(32);
    const had = standIn.texts().length;
    expect(await open(many).update()).toBe(true);
    expect(standIn.texts().length - had).toBe(150 - 32);
  });
});

describe('nearness through the calls of the program', () => {
  const openAll = () =>
    openModels(
      {
        chatModel: null,
        embeddingModel: 'stand-in',
        baseUrl: standIn.endpoint.url,
        apiKey: null,
        output: 'jsonSchema',
        budget: { dailyTokens: 1_000_000, dailyCost: null, priceIn: 0, priceOut: 0, priceEmbedding: 0 },
      },
      {
        knowledge: planOf(LINES),
        dataDir: place,
        log: { info: () => {} },
        now: () => performance.now(),
        today: () => '2026-11-21',
        chance: () => 0.5,
        salt: 'salt',
      },
    );
  const ask = async (models: Models, question: string) => {
    const [read] = planOf(LINES).read(question);
    const at = performance.now();
    const found = await models.vectors!.near(read!, { plan: 'xa-toi', subject: null }, 'p');
    return { found, ms: performance.now() - at };
  };

  it('[M10] a silent endpoint is waited for once, and shortly; one that refuses, not at all', async () => {
    expect(await (await openAll()).update()).toBe(true);
    expect(embedded(LINES)).toEqual([1, 1, 1, 1, 1]);
    giveWeight(0.5);
    const models = await openAll();
    expect((await ask(models, 'họp mấy tháng một lần')).found).not.toBeNull();
    standIn.endpoint.always = { kind: 'silence' };
    const first = await ask(models, 'đóng đảng phí ngày nào');
    const second = await ask(models, 'vắng sinh hoạt thì sao');
    expect([first.found, second.found]).toEqual([null, null]);
    expect(first.ms).toBeLessThan(3_000);
    expect(second.ms).toBeLessThan(100);
    await standIn.endpoint.close();
    const refused = await openAll();
    expect((await ask(refused, 'báo cáo về đâu')).found).toBeNull();
    expect((await ask(refused, 'ai phụ trách hộ gia đình')).ms).toBeLessThan(100);
  });
});
