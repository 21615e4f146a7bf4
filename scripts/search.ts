// `-- --jsonl`: the clauses nearest to a query, over all plans or one (contract: search).
import { parseArgs } from 'node:util';
import type { Knowledge } from '../knowledge/index.ts';
import { openKnowledge } from '../knowledge/index.ts';
import { answerJsonLines, LineFault } from './json-lines.ts';
import { openPlans, runCommand, UsageFault } from './open-plans.ts';

const USAGE = 'Cách dùng: npm run --silent search -- --jsonl < truy-vấn.jsonl';
const LONGEST = 4000;
const MOST_HITS = 1000;

await runCommand(async () => {
  if (!readsLines()) throw new UsageFault(USAGE);
  const knowledge = openKnowledge(openPlans());
  return (await answerJsonLines(line => searchLine(knowledge, line))) > 0 ? 2 : 0;
});

function readsLines(): boolean {
  try {
    return parseArgs({ options: { jsonl: { type: 'boolean' } } }).values.jsonl === true;
  } catch {
    return false;
  }
}

function searchLine(knowledge: Knowledge, line: Record<string, unknown>) {
  const { id, query } = line;
  const plan = line.plan ?? null;
  const k = line.k ?? 10;
  if (typeof id !== 'string' || id === '') throw new LineFault('id', 'phải là một chuỗi không rỗng.');
  if (typeof query !== 'string' || !/[\p{L}\p{N}]/u.test(query))
    throw new LineFault('query', 'phải là một chuỗi không rỗng.');
  if (query.length > LONGEST)
    throw new LineFault('query', `dài ${query.length} ký tự; nhiều nhất ${LONGEST} ký tự.`);
  if (plan !== null && (typeof plan !== 'string' || !knowledge.plan(plan))) {
    throw new LineFault(
      'plan',
      `không có kế hoạch này. Đang có: ${knowledge.plans.map(p => p.id).join(', ')}.`,
    );
  }
  if (typeof k !== 'number' || !Number.isInteger(k) || k < 1 || k > MOST_HITS) {
    throw new LineFault('k', `phải là số nguyên từ 1 đến ${MOST_HITS}.`);
  }
  return { id, hits: knowledge.search(query, plan, k) };
}
