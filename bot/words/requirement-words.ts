import type { Answer, Requirement } from '../../evaluators/index.ts';
import { ranks, rankTitle } from '../../evaluators/index.ts';
import type { Choice } from '../channels/channel.ts';
import type { Role } from '../store/records.ts';

const ROLES: Record<Role, string> = { secretary: 'bí thư', deputy: 'phó bí thư', member: 'thành viên' };

/** What stands where a person's name stood. */
export const NAME_MARK = '(không ghi tên)';

/** “Tiêu chí 1.2”, “Mục V.1”, “Chỉ tiêu 3”: how a criterion is called by its id. */
export function criterionName(id: string): string {
  if (/^[IVX]+\./.test(id)) return `Mục ${id}`;
  if (/^\d/.test(id)) return `Tiêu chí ${id}`;
  if (/^t2-/.test(id)) return `Chỉ tiêu ${id.slice('t2-'.length)}`;
  return 'Điều kiện';
}

export function roleName(role: Role): string {
  return ROLES[role];
}

/** Who else answers in a unit, by what the person is themselves: there is one secretary. */
export function othersName(own: Role): string {
  if (own === 'secretary') return 'phó bí thư';
  return own === 'deputy' ? 'bí thư (hoặc phó bí thư khác)' : 'bí thư, phó bí thư';
}

/** An answer as it was given, short. */
export function answerName(answer: Answer): string {
  if (typeof answer === 'string') {
    if (answer === 'unknown') return 'chưa rõ';
    if (answer === 'met') return 'đã đáp ứng';
    if (answer === 'unmet') return 'chưa đáp ứng';
    if (answer === 'better') return 'tốt hơn cùng kỳ';
    if (answer === 'equal') return 'bằng cùng kỳ';
    if (answer === 'worse') return 'kém cùng kỳ';
    return rankTitle(answer);
  }
  if ('na' in answer) return `không áp dụng (${answer.na})`;
  if ('override' in answer)
    return `${answer.override === 'met' ? 'đã đáp ứng' : 'chưa đáp ứng'} theo quyết định: ${answer.basis}`;
  if ('count' in answer) return String(answer.count);
  if ('years' in answer) return answer.years.map(({ part, whole }) => `${part}/${whole}`).join('; ');
  if ('target' in answer) return `${answer.done}/${answer.target}`;
  if ('now' in answer) return `${answer.now} so với ${answer.before}`;
  return `${answer.part}/${answer.whole}`;
}

/** What may be chosen on a requirement, before what steers the walk. */
export function answerChoices(requirement: Requirement): Choice[] {
  switch (requirement.kind) {
    case 'statement':
      return [
        { id: 'met', label: 'Đã đáp ứng' },
        { id: 'unmet', label: 'Chưa đáp ứng' },
      ];
    case 'rank':
      return [...ranks].reverse().map(rank => ({ id: rank, label: capital(rankTitle(rank)) }));
    case 'comparison':
      return [
        { id: 'better', label: 'Tốt hơn, cao hơn cùng kỳ' },
        { id: 'equal', label: 'Bằng cùng kỳ' },
        { id: 'worse', label: 'Kém hơn, thấp hơn cùng kỳ' },
      ];
    default:
      return [];
  }
}

/** The numbers that an answer is made of, by their keys, with what each counts; none where it is chosen. */
export function numberLabels(requirement: Requirement): { key: string; label: string }[] {
  switch (requirement.kind) {
    case 'share':
    case 'target':
    case 'count':
      return Object.entries(requirement.labels).map(([key, label]) => ({ key, label }));
    default:
      return [];
  }
}

/** How the answer is typed, with an example; null where it is chosen. */
export function formHint(requirement: Requirement): string | null {
  switch (requirement.kind) {
    case 'share':
      return `Gõ hai số, ví dụ 9/10 hoặc “9 trên 10” (${requirement.labels.part} / ${requirement.labels.whole}).`;
    case 'target':
      return `Gõ hai số, ví dụ ${targetExample(requirement.labels.target)} (${requirement.labels.done} / ${requirement.labels.target}).`;
    case 'count':
      return 'Gõ một số; không có trường hợp nào thì gõ 0.';
    case 'yearly':
      return 'Gõ số của từng năm, cách nhau bằng dấu chấm phẩy, ví dụ 80/2000; 78/2000.';
    case 'comparison':
      return requirement.figures ? 'Chọn một mức, hoặc gõ số năm nay và số cùng kỳ, ví dụ 12/10.' : null;
    default:
      return null;
  }
}

function targetExample(label: string): string {
  if (/tháng/.test(label)) return '12/12';
  return /quý/.test(label) ? '4/4' : '3/2';
}

/** The form that was expected, when what was typed cannot be understood. */
export function expectedForm(requirement: Requirement): string {
  const hint = formHint(requirement);
  if (requirement.kind === 'statement')
    return 'Chọn “Đã đáp ứng” hoặc “Chưa đáp ứng” (gõ “đạt”, “chưa đạt” cũng được).';
  if (requirement.kind === 'rank')
    return 'Chọn một mức xếp loại, hoặc gõ ví dụ “hoàn thành tốt nhiệm vụ”, “HTTNV”.';
  return hint ?? 'Chọn “Tốt hơn”, “Bằng” hoặc “Kém hơn” cùng kỳ.';
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
