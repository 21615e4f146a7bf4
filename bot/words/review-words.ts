import type {
  Comparison,
  CriterionTrace,
  Evaluation,
  Outcome,
  VerdictOutcome,
} from '../../evaluators/index.ts';
import type { Sight, Step } from '../dialogues/assess/sight.ts';
import { answerName, capital, criterionName } from './requirement-words.ts';

export const SIGNS: Record<Outcome, string> = { met: '✓', unmet: '✗', unknown: '?', na: '–' };

/** The sentences of the review. */
export const reviewWords = {
  title: (unit: string, year: number, plan: string) => `Xem lại: ${unit}, năm ${year}, theo ${plan}`,
  legend: '✓ đáp ứng · ✗ chưa đáp ứng · ? chưa đủ dữ liệu · – không áp dụng',
  beside: 'nêu kèm, không tính vào kết quả',
  notCounted: 'không tính',
  now: (words: string, settled: boolean) =>
    `Kết quả lúc này: ${words}${settled ? '' : ' (còn có thể thay đổi)'}.`,
  missing: (numbers: string) => `Còn thiếu: câu ${numbers}.`,
  how: 'Sửa câu nào, đồng chí gõ “sửa” và số câu, ví dụ “sửa 7”; xong thì chọn “Nộp kết quả tự rà soát”.',
  howReading: 'Đồng chí là thành viên nên chỉ xem.',
  changedSince: 'Có câu trả lời thay đổi sau lần nộp gần nhất; nộp lại để cập nhật kết quả.',
  whichEdit: 'Sửa câu nào? Chọn, hoặc gõ số câu.',
  noSuch: (total: number) => `Không có câu ấy. Số câu từ 1 đến ${total}; đồng chí gõ lại, ví dụ “sửa 7”.`,
  unanswered: 'chưa trả lời',
  before: (year: number) => `So với năm ${year}:`,
  beforeVerdict: (year: number, before: string, after: string) =>
    `– Kết quả chung: năm ${year}: ${before} → năm nay: ${after}`,
  beforeLine: (title: string, before: string, after: string) => `– ${title}: ${before} → ${after}`,
  beforeSame: '– Không yêu cầu nào đổi.',
  outcome: {
    met: 'đáp ứng',
    unmet: 'chưa đáp ứng',
    unknown: 'chưa đủ dữ liệu',
    na: 'không áp dụng',
  } satisfies Record<Outcome, string>,
};

/** One line a requirement: “  7. ✓ Số kỳ sinh hoạt chuyên đề: 4/4”. */
export function stepLine(sight: Sight, step: Step): string {
  const { id } = step.requirement;
  const trace = sight.evaluation.criteria
    .flatMap(({ requirements }) => requirements)
    .find(item => item.id === id)!;
  const answer = sight.answers[id];
  const said = answer === undefined ? reviewWords.unanswered : answerName(answer);
  const note = sight.notes[id] ? ` [${sight.notes[id]}]` : '';
  const counted = trace.counted === false ? ` (${reviewWords.notCounted})` : '';
  return `${step.number}. ${SIGNS[trace.outcome]} ${step.requirement.title}: ${said}${note}${counted}`;
}

/** The whole table, criterion by criterion. */
export function reviewTable(sight: Sight): string {
  return sight.evaluation.criteria
    .map(criterion => {
      const steps = sight.steps.filter(step => step.criterion.id === criterion.id);
      return [lineOf(sight, criterion), ...steps.map(step => `   ${stepLine(sight, step)}`)].join('\n');
    })
    .join('\n');
}

/** The criteria alone. */
export function criteriaTable(sight: Sight): string {
  return sight.evaluation.criteria.map(criterion => lineOf(sight, criterion)).join('\n');
}

function lineOf(sight: Sight, criterion: CriterionTrace): string {
  const at = sight.evaluation.criteria.indexOf(criterion);
  return criterionLine(
    criterion,
    sight.rulebook.verdict.rule === 'all' && !sight.compiled.criteria[at]!.inVerdict,
  );
}

export function criterionLine({ id, title, outcome }: CriterionTrace, beside: boolean): string {
  return `${SIGNS[outcome]} ${criterionName(id)}. ${title}${beside ? ` (${reviewWords.beside})` : ''}`;
}

/** Last year's result beside this year's. */
export function besideLastYear(sight: Sight, year: number, comparison: Comparison): string {
  const title = (id: string): string =>
    sight.steps.find(({ requirement }) => requirement.id === id)?.requirement.title ?? id;
  const lines = comparison.requirements
    .filter(({ before, after }) => before?.outcome !== after?.outcome)
    .map(({ id, before, after }) =>
      reviewWords.beforeLine(title(id), outcomeWord(before?.outcome), outcomeWord(after?.outcome)),
    );
  return [
    reviewWords.before(year),
    reviewWords.beforeVerdict(year, comparison.words.before, comparison.words.after),
    ...(lines.length > 0 ? lines : [reviewWords.beforeSame]),
  ].join('\n');
}

function outcomeWord(outcome: Outcome | undefined): string {
  return outcome === undefined ? 'chưa có' : reviewWords.outcome[outcome];
}

/** “kết quả: đạt”; where the plan states no verdict, its own sentence. */
export function verdictSentence({ outcome, words }: { outcome: VerdictOutcome; words: string }): string {
  return outcome === 'no_verdict' ? capital(words) : words;
}

/** The evaluation's words as they stand in a sentence. */
export function resultNow(evaluation: Evaluation): string {
  if (evaluation.outcome === 'no_verdict') return `${capital(evaluation.words)}.`;
  return reviewWords.now(evaluation.words, evaluation.settled);
}
