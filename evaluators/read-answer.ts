/**
 * Is this value an answer to this requirement? Refusals say what is wrong and what would be right.
 *
 * Values come from the strict reader (`parse-json.ts`) or from a dialogue; numbers must be safe integers.
 */
import type { Answer } from './answer.ts';
import { OddNumber } from './number-literal.ts';
import { type Kind, type Requirement, ranks } from './rulebook.ts';

export type ReadAnswer = { ok: true; answer: Answer } | { ok: false; error: string };

const words: Record<Kind, readonly string[]> = {
  statement: ['met', 'unmet', 'unknown'],
  share: ['unknown'],
  target: ['unknown'],
  count: ['unknown'],
  rank: [...ranks, 'unknown'],
  comparison: ['better', 'equal', 'worse', 'unknown'],
  yearly: ['unknown'],
};

const shapes: Record<Kind, string> = {
  statement: '"met", "unmet", "unknown"',
  share: '{"part":9,"whole":10} (số nguyên, 0 ≤ part ≤ whole)',
  target: '{"done":3,"target":2} (số nguyên từ 0)',
  count: '{"count":0} (số nguyên từ 0)',
  rank: ranks.map(rank => `"${rank}"`).join(', '),
  comparison: '"better", "equal", "worse"',
  yearly: '{"years":[{"part":80,"whole":2000}]} (từ 1 đến 10 năm)',
};

/** What may be answered to this requirement, for messages. */
export function shapeOf(requirement: Requirement): string {
  const figures = requirement.kind === 'comparison' && requirement.figures;
  return `${shapes[requirement.kind]}${figures ? ' hoặc {"now":12,"before":10} (số nguyên từ 0)' : ''}`;
}

const refuse = (error: string): ReadAnswer => ({ ok: false, error });

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof OddNumber);

const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 0;

/** Null when the object has exactly these keys, each an integer of the range; else what is wrong. */
function wrongNumbers(value: Record<string, unknown>, keys: readonly string[]): string | null {
  // What is right is seen at once; only what is wrong is looked at more closely.
  let size = 0;
  for (const key in value)
    if (isCount(value[key]) && keys.includes(key)) size += 1;
    else size = keys.length + 1;
  if (size === keys.length) return null;
  for (const key of Object.keys(value)) if (!keys.includes(key)) return `khóa lạ “${key}”`;
  for (const key of keys) {
    if (!Object.hasOwn(value, key)) return `thiếu “${key}”`;
    const number = value[key];
    if (isCount(number)) continue;
    const shown = typeof number === 'object' && number !== null ? String(number) : JSON.stringify(number);
    return `“${key}” là ${shown}, cần số nguyên từ 0 đến 9007199254740991`;
  }
  return null;
}

function wrongShare(value: unknown): string | null {
  if (!isObject(value)) return 'mỗi năm cần là {"part":80,"whole":2000}';
  const wrong = wrongNumbers(value, ['part', 'whole']);
  if (wrong !== null) return wrong;
  if ((value.part as number) > (value.whole as number))
    return `part ${value.part} lớn hơn whole ${value.whole}; cần 0 ≤ part ≤ whole`;
  return null;
}

function wrongYears(value: Record<string, unknown>): string | null {
  for (const key of Object.keys(value)) if (key !== 'years') return `khóa lạ “${key}”`;
  if (!Array.isArray(value.years)) return 'thiếu danh sách “years”';
  if (value.years.length < 1 || value.years.length > 10)
    return `“years” có ${value.years.length} năm, cần từ 1 đến 10 năm`;
  for (const year of value.years) {
    const wrong = wrongShare(year);
    if (wrong !== null) return wrong;
  }
  return null;
}

function wrongOfKind(requirement: Requirement, value: Record<string, unknown>): string | null {
  switch (requirement.kind) {
    case 'share':
      return wrongShare(value);
    case 'target':
      return wrongNumbers(value, ['done', 'target']);
    case 'count':
      return wrongNumbers(value, ['count']);
    case 'yearly':
      return wrongYears(value);
    case 'comparison':
      if (requirement.figures) return wrongNumbers(value, ['now', 'before']);
      return 'yêu cầu này không nhận số liệu';
    default:
      return 'câu trả lời không đúng loại';
  }
}

const isReason = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '';

function readCommon(value: Record<string, unknown>): ReadAnswer | null {
  if (!Object.hasOwn(value, 'na') && !Object.hasOwn(value, 'override') && !Object.hasOwn(value, 'basis'))
    return null;
  const keys = Object.keys(value);
  if (Object.hasOwn(value, 'na')) {
    if (keys.length > 1) return refuse('“na” không đi cùng khóa khác; cần {"na":"lý do"}');
    if (!isReason(value.na)) return refuse('“na” thiếu lý do; cần {"na":"lý do"}');
    return { ok: true, answer: value as unknown as Answer };
  }
  const right = 'cần {"override":"met","basis":"Nghị quyết số …"} hoặc "unmet"';
  const odd = keys.find(key => key !== 'override' && key !== 'basis');
  if (odd !== undefined) return refuse(`khóa lạ “${odd}”; ${right}`);
  if (value.override !== 'met' && value.override !== 'unmet')
    return refuse(`“override” phải là "met" hoặc "unmet"; ${right}`);
  if (!isReason(value.basis)) return refuse(`“override” thiếu căn cứ “basis”; ${right}`);
  return { ok: true, answer: value as unknown as Answer };
}

/** The value as an answer, or why it is none. */
export function readAnswer(requirement: Requirement, value: unknown): ReadAnswer {
  if (typeof value === 'string') {
    if (words[requirement.kind].includes(value)) return { ok: true, answer: value as Answer };
    return refuse(`“${value.slice(0, 60)}” không phải câu trả lời; cần ${shapeOf(requirement)}`);
  }
  if (!isObject(value)) return refuse(`câu trả lời không đúng loại; cần ${shapeOf(requirement)}`);
  const common = readCommon(value);
  if (common !== null) return common;
  const wrong = wrongOfKind(requirement, value);
  if (wrong !== null) return refuse(`${wrong}; cần ${shapeOf(requirement)}`);
  return { ok: true, answer: value as unknown as Answer };
}
