import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { knowledge, TKV } from '../testing/five-plans.ts';
import type { Embed } from '../testing/model-endpoint/embeddings.ts';
import {
  meaningEmbedder,
  spellingEmbedder,
  toldEmbedder,
} from '../testing/model-endpoint/stand-in-embedders.ts';
import { openStandIn } from '../testing/open-stand-in-vectors.ts';
import { askedText } from './vectors-measured.ts';
import type { DevelopmentQuestion, Figures } from './vectors-weight.ts';
import { bestWeight, WEIGHTS } from './vectors-weight.ts';

const place = mkdtempSync(join(tmpdir(), 'vectors-weight-'));
afterAll(() => rmSync(place, { recursive: true, force: true }));

const questions = ['dev.jsonl', 'tune.jsonl'].flatMap(file =>
  readFileSync(join(import.meta.dirname, '..', 'questions', file), 'utf8')
    .trim()
    .split('\n')
    .map((line): DevelopmentQuestion => JSON.parse(line)),
);
const sources = new Map(
  questions.flatMap(({ question, gold }) => {
    const [read] = knowledge.read(question);
    return read && gold[0] ? [[askedText(read, ''), gold[0].quote] as const] : [];
  }),
);

/** Measures a weight for an embedder; what was counted for each weight. */
async function measuredFor(name: string, embed: Embed) {
  const folder = join(place, name);
  const standIn = await openStandIn(folder, embed);
  expect(await standIn.open(knowledge).update()).toBe(true);
  const again = standIn.texts().length;
  const vectors = standIn.open(knowledge);
  expect(await vectors.update()).toBe(true);
  expect(standIn.texts()).toHaveLength(again);
  const [asked] = knowledge.read('thời gian nộp hồ sơ đề nghị công nhận');
  const near = await vectors.near(asked!, { plan: TKV, subject: null }, 'p');
  await standIn.endpoint.close();
  const measured: { weight: number; amongTopics: number; figures: Figures[] } = JSON.parse(
    readFileSync(join(folder, 'weight.json'), 'utf8'),
  );
  const { weight, amongTopics, figures } = measured;
  expect(standIn.events).toEqual([{ what: 'measured', weight, amongTopics }]);
  expect(near).toEqual(weight + amongTopics === 0 ? null : expect.objectContaining({ weight, amongTopics }));
  expect(figures.map(each => each.weight)).toEqual(WEIGHTS);
  const at = (w: number) => figures.find(each => each.weight === w)!;
  return { weight, amongTopics, words: at(0), passages: at(weight), answers: at(amongTopics) };
}

describe('the weight of nearness', () => {
  it('[M12] is measured: little for a model that sees spelling, more the more a model understands', async () => {
    const spelling = await measuredFor('spelling', spellingEmbedder);
    const meaning = await measuredFor('meaning', meaningEmbedder(knowledge.plans));
    const told = await measuredFor('told', toldEmbedder(sources));
    expect(spelling.weight).toBeLessThanOrEqual(0.2);
    expect(meaning.weight).toBeGreaterThan(spelling.weight);
    expect(told.weight).toBeGreaterThanOrEqual(0.5);
    expect(told.amongTopics).toBeGreaterThan(meaning.amongTopics);
    // Right sources by the plans' own words: what a good model is worth.
    expect(told.passages.passageFirst - told.words.passageFirst).toBeGreaterThan(20);
    for (const { words, passages, answers } of [spelling, meaning, told]) {
      for (const what of ['passageFirst', 'passageThree'] as const)
        expect(passages[what]).toBeGreaterThanOrEqual(words[what]);
      for (const what of ['citedFirst', 'citedThree'] as const)
        expect(answers[what]).toBeGreaterThanOrEqual(words[what]);
    }
  });

  it('[M12] is measured again when the questions changed', async () => {
    const folder = join(place, 'again');
    const standIn = await openStandIn(folder, spellingEmbedder);
    const open = (some: readonly DevelopmentQuestion[]) => standIn.open(knowledge, { questions: some });
    await open(questions.slice(0, 8)).update();
    await open(questions.slice(0, 8)).update();
    expect(standIn.events).toHaveLength(1);
    await open(questions.slice(0, 12)).update();
    expect(standIn.events).toHaveLength(2);
    await standIn.endpoint.close();
  });

  const words: Figures = {
    weight: 0,
    passageFirst: 50,
    passageThree: 60,
    citedFirst: 70,
    citedThree: 80,
    passageEarlier: 0,
    passageLater: 0,
    citedEarlier: 0,
    citedLater: 0,
  };

  it('[M12] no weight is taken with which sources come less often than by words, first or among three', () => {
    const more = { ...words, passageEarlier: 12, passageLater: 2 };
    const better = { ...more, weight: 0.2, passageFirst: 55 };
    const fewer = { ...more, weight: 0.4, passageFirst: 80, passageThree: 59 };
    const same = { ...more, weight: 0.3, passageThree: 65 };
    expect(bestWeight([words, better, fewer], 'passage')).toBe(0.2);
    expect(bestWeight([words, same, better], 'passage')).toBe(0.2);
    expect(bestWeight([words, fewer], 'passage')).toBe(0);
    expect(bestWeight([better], 'passage')).toBe(0);
  });

  it('[M12] a gain that chance would bring too is none; passages and answers are told apart', () => {
    const lucky = { ...words, weight: 0.1, citedFirst: 73, citedEarlier: 8, citedLater: 5 };
    const sure = { ...words, weight: 0.2, citedFirst: 78, citedEarlier: 11, citedLater: 3 };
    expect(bestWeight([words, lucky], 'cited')).toBe(0);
    expect(bestWeight([words, lucky, sure], 'cited')).toBe(0.2);
    expect(bestWeight([words, lucky, sure], 'passage')).toBe(0);
  });
});
