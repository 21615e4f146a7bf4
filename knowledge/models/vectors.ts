import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Asker } from '../answer/answer-question.ts';
import type { ReadQuestion } from '../answer/read-question.ts';
import type { Knowledge } from '../knowledge.ts';
import type { EmbedTexts } from './embed-texts.ts';
import type { Nearness, Vectors } from './ports.ts';
import type { AskedEvent, Failure } from './vectors-asked.ts';
import { openAskedVectors } from './vectors-asked.ts';
import type { PlanTexts } from './vectors-build.ts';
import { bringUpToDate, planTexts } from './vectors-build.ts';
import { readPlanVectors, writePlanVectors } from './vectors-files.ts';
import { askedText, measure, measuredOf, readMeasured, writeMeasured } from './vectors-measured.ts';
import type { LivePlan, Weights } from './vectors-near.ts';
import { nearTo } from './vectors-near.ts';
import type { DevelopmentQuestion } from './vectors-weight.ts';

/** What happened, for the log: no words of anybody's. */
export type VectorsEvent =
  | ({ what: 'measured' } & Weights)
  | { what: 'not-built'; why: Failure | 'disk' }
  | AskedEvent;

export interface VectorsDeps {
  knowledge: Knowledge;
  /** Name of the embedding model. */
  model: string;
  embed: EmbedTexts;
  /** Where indexes and the weight are kept; made when something is. */
  folder: string;
  /** What the weight is measured on; without it the committed development questions. */
  questions?: readonly DevelopmentQuestion[];
  report: (event: VectorsEvent) => void;
}

export interface OpenVectors extends Vectors {
  /** Brings indexes and weight up to date, once; true when they are. Never on the way of a question. */
  update(): Promise<boolean>;
  /** Does so in the background, again and again until it is done. */
  start(): void;
  stop(): void;
}

const QUESTIONS = ['dev.jsonl', 'tune.jsonl'];
const FIRST_PAUSE_MS = 30_000;
const LONGEST_PAUSE_MS = 15 * 60_000;

/** Search by meaning over all plans: an index a plan, and a weight that was measured; 0 until then. */
export function openVectors(deps: VectorsDeps): OpenVectors {
  const { knowledge, model, embed, folder, report } = deps;
  const texts = new Map<string, PlanTexts>(
    knowledge.plans.map(plan => [plan.id, planTexts(plan, model)] as const),
  );
  const live = new Map<string, LivePlan>();
  const asked = openAskedVectors(embed, report);
  /** Plans whose vectors are newer than those on the disk. */
  const unsaved = new Set<string>();
  const stopping = new AbortController();
  let weights: Weights = { weight: 0, amongTopics: 0 };
  let updating: Promise<boolean> | null = null;
  let opened: Promise<void> | null = null;

  /** What is on the disk; no call to anybody. */
  function open(): Promise<void> {
    opened ??= (async () => {
      for (const [plan, { hashes }] of texts) {
        const vectors = await readPlanVectors(join(folder, plan), model);
        if (vectors) live.set(plan, { vectors, hashes });
      }
      const measured = await readMeasured(folder, model);
      if (measured) weights = weightsOf(measured);
    })();
    return opened;
  }

  /** False: it is not done. That the program is stopped is no news. */
  function notBuilt(why: Failure | 'disk'): false {
    if (why !== 'cancelled') report({ what: 'not-built', why });
    return false;
  }

  async function updatePlans(): Promise<boolean> {
    for (const [plan, wanted] of texts) {
      const before = live.get(plan)?.vectors ?? null;
      const { vectors, changed, failed } = await bringUpToDate(wanted, before, {
        model,
        embed,
        signal: stopping.signal,
      });
      if (vectors) live.set(plan, { vectors, hashes: wanted.hashes });
      if (changed) unsaved.add(plan);
      if (vectors && unsaved.has(plan)) {
        await writePlanVectors(join(folder, plan), vectors);
        unsaved.delete(plan);
      }
      if (failed) return notBuilt(failed);
    }
    return true;
  }

  async function updateWeight(): Promise<boolean> {
    const questions = deps.questions ?? developmentQuestions();
    const hashes = [...texts].map(([plan, each]): [string, readonly string[]] => [plan, each.hashes]);
    const of = measuredOf(model, hashes, questions);
    if ((await readMeasured(folder, model))?.of === of) return true;
    const { signal } = stopping;
    const found = await measure({
      knowledge,
      questions,
      model,
      embed,
      live: plan => live.get(plan) ?? null,
      signal,
    });
    if (!found.ok) return notBuilt(found.why);
    weights = weightsOf(found.value);
    await writeMeasured(folder, {
      model,
      of,
      ...weights,
      figures: found.value.figures.map(each => ({ ...each })),
    });
    report({ what: 'measured', ...weights });
    return true;
  }

  async function updateAll(): Promise<boolean> {
    try {
      await open();
      return (await updatePlans()) && (await updateWeight());
    } catch {
      // A full disk, a folder that may not be written: what is in memory goes on serving.
      return notBuilt('disk');
    }
  }

  const update = (): Promise<boolean> => {
    updating ??= updateAll().finally(() => {
      updating = null;
    });
    return updating;
  };

  return {
    update,
    start() {
      const again = async (pause: number): Promise<void> => {
        if (stopping.signal.aborted || (await update()) || stopping.signal.aborted) return;
        setTimeout(() => void again(Math.min(pause * 2, LONGEST_PAUSE_MS)), pause).unref();
      };
      void again(FIRST_PAUSE_MS);
    },
    stop: () => stopping.abort(),
    async near(question: ReadQuestion, _asker: Asker, person: string): Promise<Nearness | null> {
      await open();
      // What counts for nothing is not asked for.
      if (Math.max(weights.weight, weights.amongTopics) === 0 || live.size === 0) return null;
      const vector = await asked.vectorOf(askedText(question, model), person);
      return vector && nearTo(vector, weights, plan => live.get(plan) ?? null);
    },
  };
}

function weightsOf({ weight, amongTopics }: Weights): Weights {
  return { weight, amongTopics };
}

function developmentQuestions(): DevelopmentQuestion[] {
  return QUESTIONS.flatMap(file =>
    readFileSync(join(import.meta.dirname, '..', 'questions', file), 'utf8')
      .split('\n')
      .filter(line => line.trim() !== '')
      .map((line): DevelopmentQuestion => JSON.parse(line)),
  );
}
