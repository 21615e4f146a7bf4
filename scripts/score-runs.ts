import { answerWords } from '../bot/index.ts';
import type { Answer, Asker, GateEvent, Knowledge, Models, Plan } from '../knowledge/index.ts';
import { mergeAnswers } from '../knowledge/index.ts';
import type { Question, Scored } from './score-answer.ts';
import { scoreAnswer } from './score-answer.ts';

const TODAY = '2026-11-21';

/** Why the gate dropped a claim, in words. */
const WHY: Readonly<Record<string, string>> = {
  form: 'không đúng dạng',
  'unknown-span': 'nguồn không được đưa',
  'other-plan': 'văn bản khác',
  verdict: 'kết luận thay đơn vị',
  quote: 'trích không có',
  address: 'điều khoản khác',
  words: 'lời không có trong nguồn',
  number: 'số không có trong nguồn',
  date: 'ngày không có trong nguồn',
  document: 'số văn bản không có trong nguồn',
  body: 'cơ quan khác',
  role: 'sai vai',
  negation: 'sai phủ định',
  modality: 'sai mức bắt buộc',
  scope: 'sai phạm vi',
  order: 'sai thứ tự',
};

/** One way of answering a question set. */
export interface Run {
  scores: Scored[];
  /** Milliseconds of each question. */
  times: number[];
}

/** The answers by words alone. */
export function runPlain(knowledge: Knowledge, questions: readonly Question[]): Run {
  const run: Run = { scores: [], times: [] };
  for (const question of questions) {
    const began = performance.now();
    const asker = askerOf(question);
    const answer = mergeAnswers(knowledge.read(question.question).map(read => knowledge.answer(read, asker)));
    keep(run, knowledge, question, answer, began);
  }
  return run;
}

/** The answers with the named models: searched by meaning, and written where the gate lets it. */
export async function runWithModels(
  knowledge: Knowledge,
  questions: readonly Question[],
  { vectors, writer }: Pick<Models, 'vectors' | 'writer'>,
): Promise<Run> {
  const run: Run = { scores: [], times: [] };
  for (const question of questions) {
    const began = performance.now();
    const asker = askerOf(question);
    // Each question is somebody else's: a set is more than one person asks in a day.
    const person = `score:${question.id}`;
    const answers: Answer[] = [];
    for (const read of knowledge.read(question.question)) {
      const nearness = (await vectors?.near(read, asker, person)) ?? null;
      const answer = knowledge.answer(read, asker, nearness);
      const better = await writer?.improve({ question: read, asker, answer, person, today: TODAY });
      answers.push(better ?? answer);
    }
    keep(run, knowledge, question, mergeAnswers(answers), began);
  }
  return run;
}

function askerOf(question: Question): Asker {
  return { plan: question.plan ?? null, subject: null };
}

function keep(run: Run, knowledge: Knowledge, question: Question, answer: Answer, began: number): void {
  const { text } = answerWords(answer, (id): Plan => knowledge.plan(id)!, TODAY);
  const citations = answer.findings.flatMap(finding => finding.citations);
  run.times.push(performance.now() - began);
  run.scores.push(scoreAnswer(question, { outcome: answer.outcome, text, citations }, knowledge.plans));
}

/** What the models were asked and what the gate did with it, counted. */
export class ModelTally {
  claims = 0;
  private readonly dropped = new Map<string, number>();
  private readonly calls = new Map<string, number>();

  /** A line of the audit log. */
  call(facts: object): void {
    const { kind, outcome } = facts as { kind?: string; outcome?: string };
    if (outcome !== undefined) count(this.calls, kind === undefined ? outcome : `${kind} ${outcome}`);
  }

  gate({ kept, dropped }: GateEvent): void {
    this.claims += kept + dropped.length;
    for (const why of dropped) count(this.dropped, why);
  }

  /** One line a figure, in Vietnamese. */
  lines(): string[] {
    const dropped = [...this.dropped.values()].reduce((sum, one) => sum + one, 0);
    const share = this.claims === 0 ? '' : ` (${((100 * dropped) / this.claims).toFixed(1)}%)`;
    return [
      `lượt gọi mô hình:      ${listOf(this.calls)}`,
      `câu mô hình viết:      ${this.claims}`,
      `câu bị cổng bỏ:        ${dropped}${share}`,
      ...[...this.dropped]
        .sort((a, b) => b[1] - a[1])
        .map(([why, times]) => `  ${WHY[why] ?? why}: ${times}`),
    ];
  }
}

function listOf(counts: ReadonlyMap<string, number>): string {
  return counts.size === 0 ? '–' : [...counts].map(([name, times]) => `${name} ${times}`).join(', ');
}

function count(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}
