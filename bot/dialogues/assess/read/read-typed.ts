import type { Answer, Requirement } from '../../../../evaluators/index.ts';
import { readAnswer } from '../../../../evaluators/index.ts';
import { markedText } from './marked-text.ts';
import { readComparison } from './read-comparison.ts';
import { readCount } from './read-count.ts';
import { readRank } from './read-rank.ts';
import { readShare } from './read-share.ts';
import { readStatement } from './read-statement.ts';
import { readTarget } from './read-target.ts';
import { readYearly } from './read-yearly.ts';
import type { TypedAnswer } from './typed-answer.ts';
import { answered, UNREADABLE } from './typed-answer.ts';

const NUMERIC = new Set(['share', 'target', 'count', 'yearly']);
const UNKNOWN =
  /^(?:cau nay |toi |minh |em |hien )?(?:chua ro|khong ro|ko ro|chua biet|khong biet|ko biet|chua nam|khong nam|chua nam duoc|chua co so lieu|khong co so lieu|chua nho|khong nho|chua tong hop|chua xep loai|chua danh gia|unknown|khong chac|chua chac)(?: (?:lam|ro|nua|a))*$/;

/** A typed text as an answer to a requirement. Pure and strict: what could mean something else is no answer. */
export function readTyped(requirement: Requirement, typed: string): TypedAnswer {
  const { text, note } = withoutNote(typed);
  const read = readBare(requirement, text);
  if (read.kind !== 'answer') return read;
  if (!readAnswer(requirement, read.answer).ok) return UNREADABLE;
  const notes = [read.note, note].filter(part => part !== undefined);
  return notes.length > 0 ? { ...read, note: notes.join(' ') } : read;
}

function readBare(requirement: Requirement, text: string): TypedAnswer {
  const special = readSpecial(text);
  if (special) return answered(special);
  const marked = markedText(text)
    .replace(/[“”"'’‘]/g, '')
    .replace(/[ .!]+$/, '')
    .trim();
  if (UNKNOWN.test(marked)) return answered('unknown');
  if (requirement.kind === 'statement') return readStatement(marked, text);
  const odd = /!(\S+)/.exec(marked);
  if (odd && requirement.kind !== 'rank')
    return { kind: 'unreadable', reason: { why: 'not-whole-number', typed: odd[1]! } };
  if (NUMERIC.has(requirement.kind) && marked.includes('%') && !/#\d/.test(marked)) {
    return { kind: 'unreadable', reason: { why: 'percentage' } };
  }
  switch (requirement.kind) {
    case 'share':
      return readShare(marked);
    case 'target':
      return readTarget(marked);
    case 'count':
      return readCount(marked);
    case 'yearly':
      return readYearly(marked);
    case 'rank':
      return readRank(marked);
    case 'comparison':
      return readComparison(marked, requirement.figures);
  }
}

/** What fits every kind and was said in whole: “không áp dụng vì …”, “quyết định: đạt, căn cứ Nghị quyết …”. */
function readSpecial(text: string): Answer | null {
  const na =
    /^(?:câu này |cau nay )?(?:không|khong|ko|k) (?:áp dụng|ap dung)\s*(?:vì|vi|do|là|:|,|-|–|—)+\s*(\S.*)$/isu.exec(
      text,
    );
  if (na) return { na: na[1]!.trim() };
  const decided =
    /^(?:ghi |theo )?(?:quyết định|quyet dinh)(?: của [^:,]{1,60})?\s*[:,]?\s*(?:là )?(đạt|dat|chưa đạt|chua dat|không đạt|khong dat)\s*[,;.]?\s*(?:căn cứ|can cu|theo)\s*:?\s*(\S.*)$/isu.exec(
      text,
    );
  if (decided)
    return { override: /^(?:đạt|dat)$/iu.test(decided[1]!) ? 'met' : 'unmet', basis: decided[2]!.trim() };
  return null;
}

/** “9/10, ghi chú: biên bản số 12” → the answer and the note apart. */
export function withoutNote(typed: string): { text: string; note?: string } {
  const found = /(?:^|[\s,.;(])\s*(?:ghi chú|ghi chu|minh chứng|minh chung)\s*[:：]\s*([\s\S]*\S)\s*$/iu.exec(
    typed,
  );
  if (!found) return { text: typed.trim() };
  return { text: typed.slice(0, found.index).trim(), note: found[1]!.replace(/\)$/, '').trim() };
}

/** Whether bare numbers typed to it are values, not numbers of choices. */
export function takesNumbers(requirement: Requirement): boolean {
  return NUMERIC.has(requirement.kind) || (requirement.kind === 'comparison' && requirement.figures);
}
