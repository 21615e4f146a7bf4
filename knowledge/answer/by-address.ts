import type { Clause, Plan } from '../plan.ts';
import { passagesOf } from '../search/passages.ts';
import { fold } from '../vietnamese/fold.ts';
import type { Decision } from './decide.ts';
import type { ReadQuestion } from './read-question.ts';

const PART =
  /\b(muc|khoan|diem|dieu|chuong|chu thich|phu luc|mau|gach dau dong(?: thu)?|doan(?: thu)?|tieu chi|y)(?: so)? ([ivx]{1,4}|\d{1,2}(?:\.\d{1,2}){0,2}|[a-dđ])\b/g;
const ASKS_TEXT =
  /(noi|ghi|quy dinh|viet|neu) (ve )?(gi|cai gi|nhung gi|the nao|sao|nhu the nao|ra sao)|noi dung|la gi|cho (xem|doc)|trich|doc (giup|cho)|\b(xin|lay|cho|gui) (em |toi |minh )?(cai )?mau\b|^(muc|khoan|dieu|chu thich|phu luc|mau)/;
/** A clause of more passages than this is shown from its beginning. */
const MOST = 8;

/**
 * “mục III khoản 2 nói gì”, “chú thích 4 ghi gì”: the clause at that address, with what stands under it. Null when the
 * question names no address, asks something else of it, or no clause is there.
 */
export function byAddress(plan: Plan, question: ReadQuestion): Decision | null {
  const parts = [...question.typed.matchAll(PART)].map(m => `${name(m[1]!)} ${m[2]}`);
  if (parts.length === 0 || !ASKS_TEXT.test(question.typed)) return null;
  const clause = plan.clauses.find(c => stands(c, parts));
  if (!clause) return null;
  const within = passagesOf(plan).filter(
    p => p.start >= clause.start && p.end <= clause.until && p.clause.kind !== 'heading',
  );
  const passages = within.length > 0 ? within : passagesOf(plan).filter(p => p.clause === clause);
  return { outcome: 'answered', spans: passages.slice(0, MOST).map(({ start, end }) => ({ start, end })) };
}

/** A criterion of these models is cited by the number of its khoản. */
function name(part: string): string {
  if (part === 'tieu chi') return 'khoan';
  return part.replace(/ thu$/, '');
}

/** Each part named stands in the clause's address, and the last one ends it: the clause itself, nothing under it. */
function stands({ address }: Clause, parts: readonly string[]): boolean {
  const folded = ` ${fold(address).replace(/,/g, ' ,')} `;
  if (parts.some(part => !folded.includes(` ${part} `))) return false;
  return folded.trimEnd().endsWith(` ${parts.at(-1)}`);
}
