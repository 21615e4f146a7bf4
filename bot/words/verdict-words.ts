import type { Evaluation, RepairStep, RequirementTrace } from '../../evaluators/index.ts';
import type { Plan } from '../../knowledge/index.ts';
import type { Sight } from '../dialogues/assess/sight.ts';
import { quoteSource } from './quote-source.ts';
import { capital } from './requirement-words.ts';
import { criterionLine } from './review-words.ts';

/** More unanswered requirements than this are told by their numbers. */
const MANY = 3;

const words = {
  under: (plan: string) => `Theo ${plan}.`,
  verdict: (said: string) => `Kết quả: ${said}.`,
  noVerdict: (said: string) => `${said}. Vì vậy trợ lý không kết luận; dưới đây là từng nội dung.`,
  open: 'Kết quả này còn có thể thay đổi khi có thêm số liệu.',
  decidedUnmet: 'Điều quyết định kết quả (chưa đáp ứng):',
  decidedMet: 'Điều quyết định kết quả: mọi yêu cầu được tính đều đáp ứng.',
  missing: 'Còn thiếu số liệu:',
  missingNumbers: (numbers: string) => `Còn thiếu số liệu: câu ${numbers}.`,
  repairs: 'Để kết quả thay đổi, cần làm đủ:',
  repairsAny: (number: number) => `Cách ${number}:`,
  repairsOpen: (numbers: string) => `– Có đủ số liệu và đáp ứng các câu còn thiếu: ${numbers}.`,
  unmetHere: 'Chưa đáp ứng:',
  readings: 'Cách hiểu đã dùng:',
  authorities: 'Thẩm quyền và thời gian:',
  authority: (act: string, by: string, where: string) => `– ${capital(act)}: ${by} (${where}).`,
  time: (title: string, stated: string, where: string) => `– ${title}: ${stated} (${where}).`,
  noAuthority: (type: string) => `– ${type} không quy định cấp xét, công nhận.`,
  caveats: 'Lưu ý:',
  submitted: (unit: string, year: number) => `Đã lưu kết quả tự rà soát năm ${year} của ${unit}.`,
  document: (name: string) => `Báo cáo: ${name}`,
};

/** The verdict, what decided it, what is missing and what would turn it: the first of the two parts. */
export function verdictText(sight: Sight, plan: Plan, planName: string): string {
  const { evaluation, unit, record, rulebook, compiled } = sight;
  const head =
    evaluation.outcome === 'no_verdict'
      ? words.noVerdict(capital(evaluation.words))
      : words.verdict(evaluation.words) + (evaluation.settled ? '' : ` ${words.open}`);
  const criteria = evaluation.criteria.map((criterion, at) =>
    criterionLine(criterion, rulebook.verdict.rule === 'all' && !compiled.criteria[at]!.inVerdict),
  );
  return [
    `${words.submitted(unit.name, record.year)}\n${words.under(planName)}`,
    head,
    criteria.join('\n'),
    decidedText(sight, plan),
    missingText(sight),
    repairsText(sight),
  ]
    .filter(part => part !== '')
    .join('\n\n');
}

/** Readings, who recognises and when, caveats: the second part. */
export function groundsText(sight: Sight, plan: Plan): string {
  return [readingsText(sight), authoritiesText(sight, plan), caveatsText(sight.evaluation)]
    .filter(part => part !== '')
    .join('\n\n');
}

function traces({ evaluation }: Sight): RequirementTrace[] {
  return evaluation.criteria.flatMap(({ requirements }) => requirements);
}

function decidedText(sight: Sight, plan: Plan): string {
  const { outcome } = sight.evaluation;
  if (outcome === 'met') return words.decidedMet;
  const lines = (items: RequirementTrace[]): string =>
    items.map(item => traceLine(sight, plan, item)).join('\n');
  if (outcome === 'unmet')
    return `${words.decidedUnmet}\n${lines(traces(sight).filter(({ decided }) => decided))}`;
  const unmet = traces(sight).filter(trace => trace.outcome === 'unmet');
  return unmet.length > 0 ? `${words.unmetHere}\n${lines(unmet)}` : '';
}

function traceLine(sight: Sight, plan: Plan, { id, detail, clause, quote }: RequirementTrace): string {
  const step = sight.steps.find(({ requirement }) => requirement.id === id)!;
  return `– Câu ${step.number}, ${step.requirement.title}: ${detail} (${placeOf(plan, { clause, quote })}).`;
}

function missingText(sight: Sight): string {
  const { missing, repairs } = sight.evaluation;
  if (missing.length === 0) return '';
  // What is missing stands among the repairs anyway, so its numbers are enough there.
  if (repairs.length > 0) {
    const numbers = sight.steps
      .filter(({ requirement }) => missing.includes(requirement.id))
      .map(step => step.number);
    return words.missingNumbers(numbers.join(', '));
  }
  const lines = missing.map(id => {
    const step = sight.steps.find(({ requirement }) => requirement.id === id)!;
    return `– Câu ${step.number}, ${step.requirement.title}`;
  });
  return `${words.missing}\n${lines.join('\n')}`;
}

function repairsText(sight: Sight): string {
  const { repairs } = sight.evaluation;
  if (repairs.length === 0) return '';
  const sets = repairs.map(steps => repairLines(sight, steps).join('\n'));
  if (sets.length === 1) return `${words.repairs}\n${sets[0]}`;
  return `${words.repairs}\n${sets.map((set, at) => `${words.repairsAny(at + 1)}\n${set}`).join('\n')}`;
}

/** What is known to fall short by itself; many requirements without an answer yet by their numbers. */
function repairLines({ evaluation, steps: all }: Sight, steps: readonly RepairStep[]): string[] {
  const line = ({ needs }: RepairStep): string => `– ${capital(needs)}.`;
  const open = steps.filter(({ id }) => evaluation.missing.includes(id));
  if (open.length <= MANY) return steps.map(line);
  const numbers = open.map(({ id }) => all.find(step => step.requirement.id === id)!.number);
  const short = steps.filter(step => !open.includes(step)).map(line);
  return [...short, words.repairsOpen(numbers.sort((x, y) => x - y).join(', '))];
}

function readingsText(sight: Sight): string {
  const used = new Set(traces(sight).flatMap(({ reading }) => (reading === null ? [] : [reading])));
  if (sight.rulebook.verdict.reading) used.add(sight.rulebook.verdict.reading);
  const lines = sight.rulebook.readings
    .filter(({ id }) => used.has(id))
    .map(({ id, point, reading }) => `– ${id}: ${point} ${reading}`);
  return lines.length > 0 ? `${words.readings}\n${lines.join('\n')}` : '';
}

function authoritiesText({ rulebook, record }: Sight, plan: Plan): string {
  const where = (cited: { clause: string; quote: string }): string => placeOf(plan, cited);
  const own = rulebook.authorities.filter(
    item => item.for === undefined || item.for.includes(record.subject),
  );
  const lines = own.map(
    ({ act, by, note, ...cited }) =>
      words.authority(act, by, where(cited)) + (note ? ` ${capital(note).replace(/\.?$/, '.')}` : ''),
  );
  // When recognition takes place is a duty of whoever recognises, so it is looked up whoever has it.
  const times = rulebook.duties
    .filter(({ title, stated }) => stated !== null && /công nhận/iu.test(title))
    .map(duty => words.time(duty.title, duty.stated!, where(duty)));
  const recognised = own.some(({ act }) => /công nhận/iu.test(act));
  const all = recognised ? [...lines, ...times] : [...lines, words.noAuthority(rulebook.type), ...times];
  return `${words.authorities}\n${all.join('\n')}`;
}

/** “mục II, khoản 1.1, gạch đầu dòng 3”; the bare clause number where the plan has no such words. */
function placeOf(plan: Plan, cited: { clause: string; quote: string }): string {
  return quoteSource(plan, cited)?.address ?? cited.clause;
}

function caveatsText({ caveats }: Evaluation): string {
  return caveats.length > 0 ? `${words.caveats}\n${caveats.map(text => `– ${text}`).join('\n')}` : '';
}
