// Scores the answers on question sets: npm run score -- [--model] [FILE.jsonl …] [--verbose]. Default: the development
// questions. `--model`: both ways, without the named models and with them, beside each other.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { ROOT } from '../bot/index.ts';
import type { Knowledge, Models } from '../knowledge/index.ts';
import { openKnowledge } from '../knowledge/index.ts';
import { openNamedModels } from './open-named-models.ts';
import { openPlans, runCommand, UsageFault } from './open-plans.ts';
import { isRight, type Question, type Scored, summary } from './score-answer.ts';
import { ModelTally, runPlain, runWithModels } from './score-runs.ts';
import { sideBySide } from './score-side-by-side.ts';

const USAGE = 'Cách dùng: npm run score -- [--model] [câu-hỏi.jsonl …] [--verbose]';
const NO_MODEL =
  'Chưa nêu mô hình nào: --model cần thiết lập CHAT_MODEL hoặc EMBEDDING_MODEL, và OPENAI_BASE_URL của máy chủ mô hình.';
const DEVELOPMENT = join(ROOT, 'knowledge', 'questions', 'dev.jsonl');

await runCommand(async () => {
  const { files, verbose, model } = readArguments();
  const sets = files.map(file => ({ file, questions: readQuestions(file) }));
  const knowledge = openKnowledge(openPlans());
  const tally = new ModelTally();
  const models = model ? await openMeasuredModels(knowledge, tally) : null;
  for (const { file, questions } of sets) {
    if (sets.length > 1) print(`${file === sets[0]!.file ? '' : '\n'}${file}`);
    const plain = runPlain(knowledge, questions);
    const modelled = models ? await runWithModels(knowledge, questions, models) : null;
    if (verbose) showFaults(questions, (modelled ?? plain).scores);
    print(modelled ? sideBySide(plain, modelled).join('\n') : summary(plain.scores));
  }
  if (models) print(`\n${tally.lines().join('\n')}`);
  models?.stop();
  return 0;
});

async function openMeasuredModels(knowledge: Knowledge, tally: ModelTally): Promise<Models> {
  const models = await openNamedModels(knowledge, {
    log: { info: facts => tally.call(facts) },
    onGate: event => tally.gate(event),
  });
  if (!models) throw new UsageFault(NO_MODEL);
  await models.update();
  return models;
}

function showFaults(questions: readonly Question[], scores: readonly Scored[]): void {
  for (const [at, question] of questions.entries()) {
    const score = scores[at]!;
    if (isRight(score)) continue;
    print(`${question.id} [${question.kind}] ${question.question}\n  ${score.faults.join('; ')}`);
  }
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

function readArguments(): { files: string[]; verbose: boolean; model: boolean } {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { verbose: { type: 'boolean' }, model: { type: 'boolean' } },
    });
    return {
      files: positionals.length > 0 ? positionals : [DEVELOPMENT],
      verbose: values.verbose ?? false,
      model: values.model ?? false,
    };
  } catch {
    throw new UsageFault(USAGE);
  }
}

function readQuestions(file: string): Question[] {
  let raw: string;
  try {
    raw = readFileSync(file, 'utf8');
  } catch {
    throw new UsageFault(`Không đọc được ${file}. ${USAGE}`);
  }
  return raw
    .split('\n')
    .filter(line => line.trim() !== '')
    .map((line, i) => {
      try {
        return JSON.parse(line) as Question;
      } catch {
        throw new UsageFault(`${file}, dòng ${i + 1}: không phải JSON hợp lệ.`);
      }
    });
}
