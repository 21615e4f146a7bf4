import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { answerWords } from '../bot/index.ts';
import { loadPlans, mergeAnswers, openKnowledge } from '../knowledge/index.ts';
import type { Question, Scored } from './score-answer.ts';
import { covers, isRight, scoreAnswer } from './score-answer.ts';

const root = join(import.meta.dirname, '..');
const { plans } = loadPlans(join(root, 'knowledge', 'plans'), null);
const knowledge = openKnowledge(plans);

function scoresOf(file: string, asked = knowledge): Scored[] {
  const lines = readFileSync(join(root, 'knowledge', 'questions', `${file}.jsonl`), 'utf8')
    .trim()
    .split('\n');
  return lines.map(line => {
    const question = JSON.parse(line) as Question;
    const asker = { plan: question.plan ?? null, subject: null };
    const answer = mergeAnswers(asked.read(question.question).map(read => asked.answer(read, asker)));
    const { text } = answerWords(answer, id => asked.plan(id)!, '2026-11-21');
    const citations = answer.findings.flatMap(finding => finding.citations);
    return scoreAnswer(question, { outcome: answer.outcome, text, citations }, plans);
  });
}

const share = (scores: readonly Scored[], ok: (score: Scored) => boolean) =>
  scores.filter(ok).length / scores.length;
const median = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1]!;

describe.each([
  ['dev', 0.9, 0.05, 0.05],
  ['tune', 0.92, 0.06, 0.04],
  ['voices', 0.89, 0.06, 0.05],
  ['short', 0.96, 0.1, 0.03],
])('[A30] the answers to the questions “%s” keep their level', (file, right, falseAnswers, falseRefusals) => {
  const scores = scoresOf(file);
  const answerable = scores.filter(s => s.expected === 'answered');
  const closed = scores.filter(s => s.expected === 'not_stated' || s.expected === 'out_of_scope');

  it(`at least ${right} are right altogether`, () => {
    expect(share(scores, isRight)).toBeGreaterThanOrEqual(right);
  });
  it('every quotation is exact', () => {
    expect(share(scores, s => s.exact)).toBe(1);
  });
  it(`at most ${falseAnswers} of what no plan says is answered`, () => {
    expect(share(closed, s => s.got === 'answered')).toBeLessThanOrEqual(falseAnswers);
  });
  it(`at most ${falseRefusals} of what a plan says is refused`, () => {
    expect(share(answerable, s => s.got !== 'answered')).toBeLessThanOrEqual(falseRefusals);
  });
  it('a citation is the sentence that says it: at most 350 characters in the median', () => {
    expect(median(scores.flatMap(s => s.length ?? []))).toBeLessThanOrEqual(350);
  });
});

it('[A29] without any topics, as a plan that was just added, most answers are right and nothing is misquoted', () => {
  const bare = openKnowledge(plans.map(plan => ({ ...plan, topics: [], silences: [] })));
  const scores = scoresOf('dev', bare);
  expect(share(scores, isRight)).toBeGreaterThanOrEqual(0.75);
  expect(share(scores, s => s.exact)).toBe(1);
});

describe('scoring', () => {
  const plan = plans[0]!;
  const start = plan.text.indexOf('Đối tượng thực hiện');
  const quote = plan.text.slice(start, start + 60);
  const question: Question = {
    id: 'x',
    plan: plan.id,
    question: '…',
    kind: 'scope',
    outcome: 'answered',
    gold: [{ plan: plan.id, quote }],
    must: ['đối tượng'],
  };
  const given = {
    outcome: 'answered' as const,
    text: quote,
    citations: [{ plan: plan.id, quote, start, end: start + 60 }],
  };

  it('[A31] a right answer cites the passage exactly and says the words', () => {
    expect(isRight(scoreAnswer(question, given, plans))).toBe(true);
    expect(isRight(scoreAnswer(question, { ...given, text: 'khác' }, plans))).toBe(false);
    expect(isRight(scoreAnswer(question, { ...given, outcome: 'not_stated' }, plans))).toBe(false);
    const shifted = { ...given.citations[0]!, start: start + 1 };
    expect(scoreAnswer(question, { ...given, citations: [shifted] }, plans).exact).toBe(false);
  });

  it('[A31] a passage is covered by its own words, not by any that share some', () => {
    expect(
      covers('định kỳ trước ngày 01/12 hàng năm sơ kết, rút kinh nghiệm', 'trước ngày 01/12 hàng năm'),
    ).toBe(true);
    expect(covers('trước ngày 20/12 hằng năm', 'thuộc thẩm quyền của đảng ủy cơ sở')).toBe(false);
  });
});
