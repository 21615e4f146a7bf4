import type { Outcome } from '../answer/answer.ts';
import { mergeAnswers } from '../answer/merge-answers.ts';
import type { ReadQuestion } from '../answer/read-question.ts';
import type { Knowledge } from '../knowledge.ts';
import { passageFinder } from '../load/passage.ts';
import type { Span } from '../plan.ts';
import type { Nearness } from './ports.ts';

/** A question whose right source is known; the form of `knowledge/questions/*.jsonl`. */
export interface DevelopmentQuestion {
  plan: string | null;
  question: string;
  outcome: Outcome;
  gold: { plan: string; quote: string }[];
}

/** One question ready to be tried with each weight. */
export interface Trial {
  asked: ReadQuestion;
  plan: string | null;
  sources: { plan: string; span: Span }[];
}

/** How often the right thing came, for one weight. */
export interface Figures {
  weight: number;
  /** Right source first, and among the first three, by the passages' own words (and meaning) alone. */
  passageFirst: number;
  passageThree: number;
  /** The same of the citations of answers. */
  citedFirst: number;
  citedThree: number;
  /** Questions whose source came earlier, and later, than by words alone: among passages, and in answers. */
  passageEarlier: number;
  passageLater: number;
  citedEarlier: number;
  citedLater: number;
}

export const WEIGHTS = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8];

/** The answerable questions whose plans are here, with their sources; messages of several questions are left out. */
export function trialsOf(knowledge: Knowledge, questions: readonly DevelopmentQuestion[]): Trial[] {
  const finders = new Map(knowledge.plans.map(plan => [plan.id, passageFinder(plan.text)]));
  return questions.flatMap(({ plan, question, outcome, gold }): Trial[] => {
    if (outcome !== 'answered') return [];
    const [asked, ...others] = knowledge.read(question);
    const here = (plan === null || finders.has(plan)) && gold.every(source => finders.has(source.plan));
    if (!asked || others.length > 0 || !here) return [];
    const sources = gold.flatMap(source => {
      const span = finders.get(source.plan)!.find(source.quote);
      return span ? [{ plan: source.plan, span }] : [];
    });
    return sources.length === gold.length ? [{ asked, plan, sources }] : [];
  });
}

/** How early the source of each trial came with one weight, and the counts. */
export interface Tried {
  figures: Figures;
  early: { passage: number; cited: number }[];
}

/**
 * Tries one weight. `near`: how near things are to a trial, with that weight. `words`: what words alone come to; left out
 * where it is they that are tried.
 */
export async function tryWeight(
  knowledge: Knowledge,
  trials: readonly Trial[],
  weight: number,
  near: (trial: Trial) => Nearness | null,
  words?: Tried,
): Promise<Tried> {
  const figures: Figures = {
    weight,
    passageFirst: 0,
    passageThree: 0,
    citedFirst: 0,
    citedThree: 0,
    passageEarlier: 0,
    passageLater: 0,
    citedEarlier: 0,
    citedLater: 0,
  };
  const early: Tried['early'] = [];
  for (const [i, trial] of trials.entries()) {
    // Whoever asks meanwhile is answered in between.
    await new Promise(done => setImmediate(done));
    const nearness = weight === 0 ? null : near(trial);
    const answer = mergeAnswers([
      knowledge.answer(trial.asked, { plan: trial.plan, subject: null }, nearness),
    ]);
    const came = { passage: 0, cited: 0 };
    const isSource = (found: { plan: string; start: number; end: number }): boolean =>
      trial.sources.some(
        ({ plan, span }) => plan === found.plan && span.start < found.end && found.start < span.end,
      );
    const cited = answer.findings.flatMap(finding => finding.citations).map(isSource);
    if (cited[0]) figures.citedFirst += 1;
    if (cited.slice(0, 3).includes(true)) figures.citedThree += 1;
    came.cited = earliness(cited);
    for (const plan of new Set(trial.sources.map(source => source.plan))) {
      const hits = knowledge
        .passages(trial.asked, plan, 3, nearness)
        .map(({ span }) => isSource({ plan, ...span }));
      if (hits[0]) figures.passageFirst += 1;
      if (hits.includes(true)) figures.passageThree += 1;
      came.passage += earliness(hits);
    }
    early.push(came);
    const before = words?.early[i];
    if (!before) continue;
    for (const what of ['passage', 'cited'] as const) {
      if (came[what] > before[what]) figures[`${what}Earlier`] += 1;
      if (came[what] < before[what]) figures[`${what}Later`] += 1;
    }
  }
  return { figures, early };
}

/** 2: first, 1: among the first three, 0: neither. */
function earliness(found: readonly boolean[]): number {
  return found[0] ? 2 : found.slice(0, 3).includes(true) ? 1 : 0;
}

/**
 * The weight with which right sources come first most often, among passages or in answers. Only one with which neither
 * count is smaller than by words alone, and with which more sources come earlier than chance would have it (sign test,
 * two deviations); the smaller of two that do as well; else 0.
 */
export function bestWeight(measured: readonly Figures[], what: 'passage' | 'cited'): number {
  const words = measured.find(({ weight }) => weight === 0);
  if (!words) return 0;
  const first = `${what}First` as const;
  const three = `${what}Three` as const;
  return measured
    .filter(figures => figures[first] >= words[first] && figures[three] >= words[three])
    .filter(figures => {
      const [earlier, later] = [figures[`${what}Earlier`], figures[`${what}Later`]];
      return earlier - later > 2 * Math.sqrt(earlier + later);
    })
    .reduce((best, figures) => {
      const gain = figures[first] + figures[three] - best[first] - best[three];
      return gain > 0 || (gain === 0 && figures.weight < best.weight) ? figures : best;
    }, words).weight;
}
