import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { answerWords, ROOT } from '../../bot/index.ts';
import type { Knowledge, Plan } from '../../knowledge/index.ts';
import { mergeAnswers } from '../../knowledge/index.ts';
import type { Question } from '../score-answer.ts';
import { percentile, short } from './percentiles.ts';

const ROUNDS = 20;

/** Answers a second in one process, time of one answer, time from start to the first answer, memory. */
export function benchAnswers(knowledge: Knowledge): string[] {
  const questions = readFileSync(join(ROOT, 'knowledge', 'questions', 'dev.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as Question);
  const answer = ({ question, plan }: Question): void => {
    const read = knowledge
      .read(question)
      .map(q => knowledge.answer(q, { plan: plan ?? null, subject: null }));
    answerWords(mergeAnswers(read), (id): Plan => knowledge.plan(id)!, '2026-11-21');
  };
  for (const question of questions) answer(question);
  const samples: number[] = [];
  const began = performance.now();
  for (let round = 0; round < ROUNDS; round++) {
    for (const question of questions) {
      const at = performance.now();
      answer(question);
      samples.push(performance.now() - at);
    }
  }
  const seconds = (performance.now() - began) / 1000;
  return [
    `Trả lời: ${short(samples.length / seconds, 0)} câu/giây; một câu p50 ${short(percentile(samples, 0.5))} ms, p95 ${short(percentile(samples, 0.95))} ms`,
    `Từ lúc khởi động tiến trình tới câu trả lời đầu tiên: ${short(firstAnswer(), 0)} ms (trung vị của 5 lần)`,
    `Bộ nhớ của tiến trình đo: ${short(process.memoryUsage().rss / 2 ** 20, 0)} MB`,
  ];
}

function firstAnswer(): number {
  const times = Array.from({ length: 5 }, () => {
    const at = performance.now();
    spawnSync(process.execPath, [
      join(ROOT, 'scripts', 'ask.ts'),
      'hạn nộp báo cáo bốn tốt?',
      '--plan',
      'can-duoc-10-hd-btchu',
    ]);
    return performance.now() - at;
  });
  return percentile(times, 0.5);
}
