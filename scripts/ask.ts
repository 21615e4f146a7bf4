// One question: prints the text a person reads. `-- --jsonl`: many, as programs ask (contract: ask).
import process from 'node:process';
import { parseArgs } from 'node:util';
import { answerWords } from '../bot/index.ts';
import type { Answer, Knowledge, Models, Plan } from '../knowledge/index.ts';
import { mergeAnswers, openKnowledge } from '../knowledge/index.ts';
import { answerJsonLines, LineFault } from './json-lines.ts';
import { openNamedModels } from './open-named-models.ts';
import { openPlans, runCommand, UsageFault } from './open-plans.ts';

const USAGE =
  'Cách dùng: npm run --silent ask -- "câu hỏi" [--plan ID], hoặc npm run --silent ask -- --jsonl < câu-hỏi.jsonl';
const LONGEST = 4000;

await runCommand(async () => {
  const { values, positionals } = readArguments();
  if (values.jsonl === true) {
    if (positionals.length > 0 || values.plan !== undefined) throw new UsageFault(USAGE);
    const knowledge = openKnowledge(openPlans());
    const models = await openNamedModels(knowledge);
    models?.start();
    const refused = await answerJsonLines(line => answerLine(knowledge, models, line));
    models?.stop();
    return refused > 0 ? 2 : 0;
  }
  const question = positionals.join(' ').trim();
  if (question === '' || question.length > LONGEST) throw new UsageFault(USAGE);
  const knowledge = openKnowledge(openPlans());
  const plan = values.plan ?? null;
  if (plan !== null && !knowledge.plan(plan))
    throw new UsageFault(`Không có kế hoạch “${plan}”. ${knownPlans(knowledge)}`);
  const given = await answer(knowledge, await openNamedModels(knowledge), { id: 'ask', question, plan });
  process.stdout.write(`${render(knowledge, given).text}\n`);
  return 0;
});

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { jsonl: { type: 'boolean' }, plan: { type: 'string' } },
    });
  } catch {
    throw new UsageFault(USAGE);
  }
}

async function answerLine(knowledge: Knowledge, models: Models | null, line: Record<string, unknown>) {
  const { id, question } = line;
  const plan = line.plan ?? null;
  if (typeof id !== 'string' || id === '') throw new LineFault('id', 'phải là một chuỗi không rỗng.');
  if (typeof question !== 'string' || !/[\p{L}\p{N}]/u.test(question)) {
    throw new LineFault('question', 'phải là một câu hỏi không rỗng.');
  }
  if (question.length > LONGEST) {
    throw new LineFault(
      'question',
      `dài ${question.length} ký tự; nhiều nhất ${LONGEST} ký tự, hãy rút gọn câu hỏi.`,
    );
  }
  if (plan !== null && (typeof plan !== 'string' || !knowledge.plan(plan))) {
    throw new LineFault('plan', `không có kế hoạch này. ${knownPlans(knowledge)}`);
  }
  const given = await answer(knowledge, models, { id, question, plan });
  const { text, notices } = render(knowledge, given);
  const citations = given.findings.flatMap(finding => finding.citations);
  return {
    id,
    outcome: given.outcome,
    plan: given.findings[0]?.plan ?? plan,
    text,
    citations: citations.map(({ plan, clause, quote, start, end }) => ({ plan, clause, quote, start, end })),
    notices,
  };
}

async function answer(
  knowledge: Knowledge,
  models: Models | null,
  { id, question: text, plan }: { id: string; question: string; plan: string | null },
): Promise<Answer> {
  const asker = { plan, subject: null };
  // Each line may be somebody else's.
  const person = `ask:${id}`;
  const answers: Answer[] = [];
  for (const question of knowledge.read(text)) {
    const nearness = (await models?.vectors?.near(question, asker, person)) ?? null;
    const found = knowledge.answer(question, asker, nearness);
    const written = await models?.writer?.improve({ question, asker, answer: found, person, today: today() });
    answers.push(written ?? found);
  }
  return mergeAnswers(answers);
}

function render(knowledge: Knowledge, given: Answer) {
  return answerWords(given, (id): Plan => knowledge.plan(id)!, today());
}

function today(): string {
  return Temporal.Now.plainDateISO('Asia/Ho_Chi_Minh').toString();
}

function knownPlans(knowledge: Knowledge): string {
  return `Các kế hoạch đang có: ${knowledge.plans.map(plan => plan.id).join(', ')}.`;
}
