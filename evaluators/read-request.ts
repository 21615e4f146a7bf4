/**
 * A line of input → which rulebook to evaluate with which answers, or a refusal that names the field, what is
 * wrong and what would be right (contract, section 3). The first thing wrong is reported.
 */
import type { Answer, Answers } from './answer.ts';
import { type CompiledSubject, compileSubject } from './compile.ts';
import { OddNumber } from './number-literal.ts';
import { parseJson } from './parse-json.ts';
import { readAnswer } from './read-answer.ts';
import type { Requirement, Rulebook } from './rulebook.ts';

export interface Refusal {
  /** The line's own id where it could be read. */
  id: string | null;
  /** Dotted path, e.g. `answers.cb-1.1.3b`; null: the line as a whole. */
  field: string | null;
  error: string;
}

export interface Request {
  id: string;
  compiled: CompiledSubject;
  year: number | undefined;
  answers: Answers;
}

export type ReadRequest = { ok: true; request: Request } | { ok: false; refusal: Refusal };

/** Requirements by id, and per plan the ids as one list for messages. */
const known = new WeakMap<Rulebook, ReadonlyMap<string, Requirement>>();

/** Every requirement of the plan, whichever subject it is for. */
export function requirementsOf(rulebook: Rulebook): ReadonlyMap<string, Requirement> {
  let requirements = known.get(rulebook);
  if (requirements === undefined) {
    requirements = new Map(
      rulebook.criteria.flatMap(criterion => criterion.requirements.map(r => [r.id, r])),
    );
    known.set(rulebook, requirements);
  }
  return requirements;
}

const keys = new Set(['id', 'plan', 'subject', 'year', 'answers']);
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof OddNumber);
const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

/** Ids that begin like the unknown one, to show the parts of a split id. */
function nearIds(requirements: ReadonlyMap<string, Requirement>, id: string): string {
  const near = [...requirements.keys()].filter(other => other.startsWith(id) || id.startsWith(`${other}-`));
  return near.length > 0 ? `, gần nhất: ${near.slice(0, 6).join(', ')}` : '';
}

/** The field of a fault inside an answer is the answer: that is where a person looks. */
const fieldOf = (path: readonly string[]): string | null =>
  path.length === 0 ? null : path.slice(0, path[0] === 'answers' ? 2 : 1).join('.');

function readAnswers(
  rulebook: Rulebook,
  value: Record<string, unknown>,
): { answers: Answers } | { field: string; error: string } {
  const requirements = requirementsOf(rulebook);
  for (const id of Object.keys(value)) {
    const field = `answers.${id}`;
    const requirement = requirements.get(id);
    if (requirement === undefined)
      return {
        field,
        error: `không có yêu cầu “${id}” trong ${rulebook.id}; cần một mã của bộ tiêu chí này${nearIds(requirements, id)}`,
      };
    const read = readAnswer(requirement, value[id]);
    if (!read.ok) return { field, error: read.error };
  }
  return { answers: value as Record<string, Answer> };
}

/** Reads a parsed value. */
export function readRequest(rulebooks: ReadonlyMap<string, Rulebook>, value: unknown): ReadRequest {
  if (!isObject(value))
    return refuse(null, null, 'dòng không phải một đối tượng JSON; cần {"id","plan","subject","answers"}');
  const id = typeof value.id === 'string' ? value.id : null;
  if (!isText(value.id)) return refuse(id, 'id', 'thiếu “id”; cần một chuỗi không rỗng');
  for (const key of Object.keys(value))
    if (!keys.has(key)) return refuse(id, key, `khóa lạ “${key}”; chỉ nhận id, plan, subject, year, answers`);
  const { plan, subject, year, answers } = value;
  const plans = [...rulebooks.keys()].join(', ');
  if (!isText(plan)) return refuse(id, 'plan', `thiếu “plan”; cần một trong: ${plans}`);
  const rulebook = rulebooks.get(plan);
  if (rulebook === undefined)
    return refuse(id, 'plan', `không có bộ tiêu chí “${plan}”; cần một trong: ${plans}`);
  const subjects = rulebook.subjects.map(({ id }) => id).join(', ');
  if (!isText(subject)) return refuse(id, 'subject', `thiếu “subject”; cần một trong: ${subjects}`);
  const compiled = compileSubject(rulebook, subject);
  if (compiled === null)
    return refuse(id, 'subject', `${plan} không có đối tượng “${subject}”; cần một trong: ${subjects}`);
  if (
    year !== undefined &&
    !(Number.isSafeInteger(year) && (year as number) >= 1900 && (year as number) <= 9999)
  )
    return refuse(id, 'year', '“year” không phải năm; cần số nguyên từ 1900 đến 9999, hoặc bỏ trống');
  if (!isObject(answers)) return refuse(id, 'answers', 'thiếu “answers”; cần một đối tượng, có thể là {}');
  const read = readAnswers(rulebook, answers);
  if ('error' in read) return refuse(id, read.field, read.error);
  return {
    ok: true,
    request: { id: value.id, compiled, year: year as number | undefined, answers: read.answers },
  };
}

function refuse(id: string | null, field: string | null, error: string): ReadRequest {
  return { ok: false, refusal: { id, field, error } };
}

/** Reads one line of text. */
export function readLine(rulebooks: ReadonlyMap<string, Rulebook>, line: string): ReadRequest {
  const parsed = parseJson(line);
  if (parsed.ok) return readRequest(rulebooks, parsed.value);
  const id = isObject(parsed.value) && typeof parsed.value.id === 'string' ? parsed.value.id : null;
  return refuse(id, fieldOf(parsed.fault.path), parsed.fault.error);
}
