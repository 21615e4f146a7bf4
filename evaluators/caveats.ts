/**
 * What has to be said with an evaluation: what it is not, the rulebook's own caveats whose conditions hold,
 * and which answers were not counted, overridden or said not to apply.
 */
import type { Answer, Answers } from './answer.ts';
import type { CompiledSubject, ConditionalCaveat } from './compile.ts';
import type { CriterionTrace, Evaluation } from './evaluation.ts';

const numbersOf = (answer: Answer | undefined): Record<string, number> =>
  typeof answer === 'object' ? (answer as unknown as Record<string, number>) : {};

const isPartly = (answer: Answer | undefined): boolean => {
  const { part, whole, done, target } = numbersOf(answer);
  const some = part ?? done ?? 0;
  return some > 0 && some < (whole ?? target ?? 0);
};

function fill(text: string, answer: Answer | undefined): string {
  if (!text.includes('{')) return text;
  const numbers = numbersOf(answer);
  return text.replace(/\{(part|whole|done|target|count)\}/g, (_, name: string) => `${numbers[name] ?? '…'}`);
}

function applies(
  { when, at }: ConditionalCaveat,
  evaluation: Omit<Evaluation, 'caveats'>,
  answers: Answers,
): boolean {
  if (when.verdict !== undefined && !when.verdict.includes(evaluation.outcome)) return false;
  if (at === null) return true;
  const { id, outcome } = evaluation.criteria[at.criterion]!.requirements[at.requirement]!;
  if (when.outcome !== undefined && !when.outcome.includes(outcome)) return false;
  return when.partly === undefined || isPartly(answers[id]);
}

function keptOut(compiled: CompiledSubject, answers: Answers): string[] {
  const ids: string[] = [];
  for (const id in answers) if (!compiled.applicable.has(id)) ids.push(id);
  if (ids.length === 0) return ids;
  const subject = compiled.rulebook.subjects.find(({ id }) => id === compiled.subject)!;
  return [
    `Câu trả lời sau không áp dụng cho đối tượng “${subject.title}” nên được giữ lại mà không tính: ${ids.join(', ')}.`,
  ];
}

function yearCaveat({ rulebook }: CompiledSubject, year: number | undefined): string[] {
  if (year === undefined) return [];
  const from = Number(rulebook.force.from.slice(0, 4));
  const to = rulebook.force.to ? Number(rulebook.force.to.slice(0, 4)) : null;
  if (year < from)
    return [`Năm ${year} trước khi ${rulebook.name} được ban hành (${from}); chỉ để tham khảo.`];
  if (to !== null && year > to)
    return [`Năm ${year} nằm ngoài thời kỳ đến ${to} mà ${rulebook.name} ghi; chỉ để tham khảo.`];
  return [];
}

/** A criterion of the verdict in which nothing applies any more. */
function emptyCaveat({ rulebook }: CompiledSubject, { id, title, outcome }: CriterionTrace): string {
  const met = rulebook.verdict.rule === 'all' ? rulebook.verdict.words.met : '';
  const what = outcome === 'na' ? 'mục này' : 'điều kiện này';
  return `${id} “${title}”: không còn yêu cầu nào áp dụng, nên ${what} chưa kết luận được và kết quả chung không thể là “${met}”.`;
}

/** Every caveat of an evaluation, in order of weight. */
export function caveatsOf(
  compiled: CompiledSubject,
  evaluation: Omit<Evaluation, 'caveats'>,
  input: { answers: Answers; year?: number | undefined },
): string[] {
  const { answers, year } = input;
  const caveats = [...compiled.standing];
  for (const caveat of compiled.conditional)
    if (applies(caveat, evaluation, answers))
      caveats.push(fill(caveat.text, answers[caveat.when.requirement ?? '']));
  for (let at = 0; at < compiled.criteria.length; at += 1) {
    if (!compiled.criteria[at]!.inVerdict) continue;
    const criterion = evaluation.criteria[at]!;
    if (criterion.requirements.every(trace => trace.counted === false || trace.outcome === 'na'))
      caveats.push(emptyCaveat(compiled, criterion));
  }
  for (const { requirements } of evaluation.criteria)
    for (const { id, override } of requirements)
      if (override !== undefined)
        caveats.push(`${id}: lấy theo quyết định được ghi lại, căn cứ “${override}”, không tính từ số liệu.`);
  return caveats.concat(keptOut(compiled, answers), yearCaveat(compiled, year));
}
