import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Knowledge } from '../knowledge.ts';
import { embedPrefixes } from './embed-prefixes.ts';
import type { EmbedTexts } from './embed-texts.ts';
import { MOST_TEXTS } from './embed-texts.ts';
import type { Called } from './ports.ts';
import { replaceFile } from './vectors-files.ts';
import type { LivePlan, Weights } from './vectors-near.ts';
import { nearTo } from './vectors-near.ts';
import type { DevelopmentQuestion, Figures, Trial, Tried } from './vectors-weight.ts';
import { bestWeight, trialsOf, tryWeight, WEIGHTS } from './vectors-weight.ts';

const measured = z.object({
  model: z.string(),
  /** Hash of everything that was measured with. */
  of: z.string(),
  weight: z.number().min(0).max(1),
  amongTopics: z.number().min(0).max(1),
  figures: z.array(z.record(z.string(), z.number())),
});

/** Weights, and by what they were measured. */
export type Measured = z.infer<typeof measured>;

const FILE = 'weight.json';
/** To be raised when scores are put together otherwise. */
const FUSION = 3;

/** Hash of a model, the texts of the plans and the questions. */
export function measuredOf(
  model: string,
  plans: Iterable<[string, readonly string[]]>,
  questions: readonly DevelopmentQuestion[],
): string {
  const all = JSON.stringify([FUSION, model, [...plans].sort(), questions]);
  return createHash('sha256').update(all).digest('hex');
}

export async function readMeasured(folder: string, model: string): Promise<Measured | null> {
  try {
    const read = measured.safeParse(JSON.parse(await readFile(join(folder, FILE), 'utf8')));
    return read.success && read.data.model === model ? read.data : null;
  } catch {
    return null;
  }
}

export function writeMeasured(folder: string, weight: Measured): Promise<void> {
  return replaceFile(folder, FILE, `${JSON.stringify(weight, null, 1)}\n`);
}

/** What of a question is embedded. */
export function askedText({ words, typed }: Trial['asked'], model: string): string {
  const text = words.map(word => word.text).join(' ');
  return embedPrefixes(model).question + (text === '' ? typed : text);
}

/** Measures each weight on the questions. */
export async function measure({
  knowledge,
  questions,
  model,
  embed,
  live,
  signal,
}: {
  knowledge: Knowledge;
  questions: readonly DevelopmentQuestion[];
  model: string;
  embed: EmbedTexts;
  live: (plan: string) => LivePlan | null;
  signal: AbortSignal;
}): Promise<Called<Weights & { figures: Figures[] }>> {
  const trials = trialsOf(knowledge, questions);
  const vectors = new Map<Trial, Float32Array>();
  for (let from = 0; from < trials.length; from += MOST_TEXTS) {
    const batch = trials.slice(from, from + MOST_TEXTS);
    const texts = batch.map(({ asked }) => askedText(asked, model));
    const embedded = await embed(texts, { person: null, signal });
    if (!embedded.ok) return embedded;
    for (const [i, trial] of batch.entries()) vectors.set(trial, embedded.value[i]!);
  }
  const tried: Tried[] = [];
  for (const weight of WEIGHTS) {
    if (signal.aborted) return { ok: false, why: 'cancelled' };
    const near = (trial: Trial) => nearTo(vectors.get(trial)!, { weight, amongTopics: weight }, live);
    tried.push(await tryWeight(knowledge, trials, weight, near, tried[0]));
  }
  const figures = tried.map(each => each.figures);
  const weight = bestWeight(figures, 'passage');
  return { ok: true, value: { weight, amongTopics: bestWeight(figures, 'cited'), figures } };
}
