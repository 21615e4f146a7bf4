// `-- --jsonl`: the clauses nearest to a query, over all plans or one (contract: search). By meaning too, where an
// embedding model is named and the plans' vectors are there; they are brought up to date meanwhile, or with `-- --build`
// at once.
import { parseArgs } from 'node:util';
import type { Knowledge, Models, Nearness } from '../knowledge/index.ts';
import { openKnowledge } from '../knowledge/index.ts';
import { answerJsonLines, LineFault } from './json-lines.ts';
import { openNamedModels } from './open-named-models.ts';
import { openPlans, runCommand, UsageFault } from './open-plans.ts';

const USAGE =
  'Cách dùng: npm run --silent search -- --jsonl < truy-vấn.jsonl, hoặc npm run --silent search -- --build';
const NO_MODEL =
  'Chưa nêu mô hình nhúng nào: --build cần thiết lập EMBEDDING_MODEL, và OPENAI_BASE_URL của máy chủ mô hình.';
const NOT_BUILT =
  'Chưa lập xong chỉ mục theo nghĩa: máy chủ mô hình không trả lời được hoặc thư mục DATA_DIR không ghi được. Phần đã lập vẫn được giữ; hãy chạy lại sau.';
const LONGEST = 4000;
const MOST_HITS = 1000;

await runCommand(async () => {
  const { jsonl, build } = readArguments();
  if (jsonl === build) throw new UsageFault(USAGE);
  const knowledge = openKnowledge(openPlans());
  const models = await openSearchModels(knowledge);
  if (build) return buildVectors(models);
  models?.start();
  const refused = await answerJsonLines(line => searchLine(knowledge, models, line));
  models?.stop();
  return refused > 0 ? 2 : 0;
});

async function buildVectors(models: Models | null): Promise<number> {
  if (!models) throw new UsageFault(NO_MODEL);
  if (!(await models.update())) throw new UsageFault(NOT_BUILT);
  return 0;
}

/** Null where no embedding model is named. */
async function openSearchModels(knowledge: Knowledge): Promise<Models | null> {
  const models = await openNamedModels(knowledge, {}, model => ({ ...model, chatModel: null }));
  return models?.vectors ? models : null;
}

async function nearTo(
  knowledge: Knowledge,
  models: Models | null,
  query: string,
  person: string,
): Promise<Nearness | null> {
  const [question] = models ? knowledge.read(query) : [];
  if (!question || !models?.vectors) return null;
  return models.vectors.near(question, { plan: null, subject: null }, person);
}

function readArguments(): { jsonl: boolean; build: boolean } {
  try {
    const { values } = parseArgs({ options: { jsonl: { type: 'boolean' }, build: { type: 'boolean' } } });
    return { jsonl: values.jsonl === true, build: values.build === true };
  } catch {
    throw new UsageFault(USAGE);
  }
}

async function searchLine(knowledge: Knowledge, models: Models | null, line: Record<string, unknown>) {
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
  return {
    id,
    hits: knowledge.search(query, plan, k, await nearTo(knowledge, models, query, `search:${id}`)),
  };
}
