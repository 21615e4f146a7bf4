// Scores the answers on a question set: npm run score -- [FILE.jsonl] [--verbose]. Default: the development questions.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { answerWords, ROOT } from '../bot/index.ts';
import type { Plan } from '../knowledge/index.ts';
import { mergeAnswers, openKnowledge } from '../knowledge/index.ts';
import { openPlans, runCommand, UsageFault } from './open-plans.ts';
import { isRight, type Question, scoreAnswer, summary } from './score-answer.ts';

const USAGE = 'Cách dùng: npm run score -- [câu-hỏi.jsonl] [--verbose]';
const DEVELOPMENT = join(ROOT, 'knowledge', 'questions', 'dev.jsonl');

await runCommand(() => {
  const { file, verbose } = readArguments();
  const questions = readQuestions(file);
  const plans = openPlans();
  const knowledge = openKnowledge(plans);
  const rows = questions.map(question => {
    const asker = { plan: question.plan ?? null, subject: null };
    const answer = mergeAnswers(knowledge.read(question.question).map(read => knowledge.answer(read, asker)));
    const { text } = answerWords(answer, (id): Plan => knowledge.plan(id)!, '2026-11-21');
    const citations = answer.findings.flatMap(finding => finding.citations);
    return { question, score: scoreAnswer(question, { outcome: answer.outcome, text, citations }, plans) };
  });
  if (verbose) {
    for (const { question, score } of rows.filter(row => !isRight(row.score))) {
      process.stdout.write(
        `${question.id} [${question.kind}] ${question.question}\n  ${score.faults.join('; ')}\n`,
      );
    }
  }
  process.stdout.write(`${summary(rows.map(row => row.score))}\n`);
  return 0;
});

function readArguments(): { file: string; verbose: boolean } {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { verbose: { type: 'boolean' } },
    });
    if (positionals.length > 1) throw new UsageFault(USAGE);
    return { file: positionals[0] ?? DEVELOPMENT, verbose: values.verbose ?? false };
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
