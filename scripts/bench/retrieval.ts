import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import MiniSearch from 'minisearch';
import { ROOT } from '../../bot/index.ts';
import type { Plan } from '../../knowledge/index.ts';
import { openKnowledge } from '../../knowledge/index.ts';
import type { Question } from '../score-answer.ts';
import { covers } from '../score-answer.ts';
import { distractors } from './distractors.ts';
import { percentile, short } from './percentiles.ts';
import { plainBm25 } from './plain-bm25.ts';

/** Finds the texts nearest to a query, best first. */
type Finder = (query: string, most: number) => string[];

const CLAUSES = 2_000;
const SETS = ['dev.jsonl', 'tune.jsonl', 'voices.jsonl'];

/** Retrieval over the real plans among made-up clauses, ours beside two baselines, on the same questions. */
export function benchRetrieval(plans: readonly Plan[]): string[] {
  const real = plans.flatMap(plan => plan.clauses.map(({ start, end }) => plan.text.slice(start, end)));
  const others = distractors(plans, Math.max(0, CLAUSES - real.length));
  const made = others.flatMap(plan => plan.clauses.map(({ start, end }) => plan.text.slice(start, end)));
  const texts = [...real, ...made];
  const knowledge = openKnowledge([...plans, ...others]);
  const mini = new MiniSearch<{ id: number; text: string }>({ fields: ['text'] });
  mini.addAll(texts.map((text, id) => ({ id, text })));
  const finders: [string, Finder][] = [
    ['trợ lý', (query, most) => knowledge.search(query, null, most).map(hit => hit.quote)],
    ['BM25 thường', plainBm25(texts)],
    [
      'MiniSearch mặc định',
      (query, most) =>
        mini
          .search(query)
          .slice(0, most)
          .map(hit => texts[hit.id as number]!),
    ],
  ];
  const questions = SETS.flatMap(readQuestions).filter(q => q.outcome === 'answered');
  return [
    `Truy hồi trên ${texts.length} điều khoản (${real.length} thật), ${questions.length} câu hỏi, hỏi trên mọi kế hoạch:`,
    ...finders.map(([name, find]) => `  ${name.padEnd(20)} ${measure(find, questions)}`),
  ];
}

function measure(find: Finder, questions: readonly Question[]): string {
  let first = 0;
  let ten = 0;
  let reciprocal = 0;
  const times: number[] = [];
  for (const { question, gold } of questions) {
    const at = performance.now();
    const found = find(question, 10);
    times.push(performance.now() - at);
    const rank = found.findIndex(text => gold.some(({ quote }) => covers(text, quote)));
    if (rank === 0) first++;
    if (rank >= 0) ten++;
    if (rank >= 0) reciprocal += 1 / (rank + 1);
  }
  const share = (n: number): string => short(n / questions.length, 3);
  return `R@1 ${share(first)}  R@10 ${share(ten)}  MRR ${share(reciprocal)}  p50 ${short(percentile(times, 0.5))} ms  p95 ${short(percentile(times, 0.95))} ms`;
}

function readQuestions(file: string): Question[] {
  const raw = readFileSync(join(ROOT, 'knowledge', 'questions', file), 'utf8');
  return raw
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as Question);
}
