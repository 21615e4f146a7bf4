import type { Answer } from '../../../evaluators/index.ts';
import type { Asking } from './assess-state.ts';
import { matchRequirements } from './match-requirement.ts';
import { foldWord } from './read/marked-text.ts';
import { readTyped, takesNumbers, withoutNote } from './read/read-typed.ts';
import type { Sight, Step } from './sight.ts';
import { stepOf } from './sight.ts';

/** What a correction in words comes to. */
export type Correction =
  | { kind: 'fix'; step: Step; answer: Answer; note: string | null }
  /** The requirement is clear, its new answer is not. */
  | { kind: 'value'; step: Step }
  | { kind: 'candidates'; steps: Step[] }
  /** It says that something is to be corrected, but not what. */
  | { kind: 'unclear' };

const MARKER =
  /^(?:a |ah |uh |o |oi |thoi chet |chet )?(?:(?:xin |cho )?(?:quen|quen mat|nham|ghi nham|lon|nham lan|sua lai|sua|dinh chinh|noi lai|thuc ra|that ra|chinh xac la|dung ra|bo sung|xin loi|doi lai)(?: (?:mat|la|roi|toi|em|minh|nhe|a))*|(?:luc nay|cau truoc|hoi nay|vua roi) (?:ghi |tra loi )?(?:nham|sai|chua dung|thieu))(?: |$)/;
const LEAST = 5;
// Without words that announce a correction, a text has to say more to be one.
const LEAST_UNANNOUNCED = { numbers: 9, words: 18 };
// How much more the best has to say than the next one, or both are offered.
const CLEAR = 1.2;

/** Whether the words announce a correction: “à quên, …”, “sửa lại: …”. */
export function announcesCorrection(text: string): boolean {
  return MARKER.test(bare(text));
}

/**
 * A text as a correction of an answer, null when it is none. Without words that announce one, it is a correction
 * only when it clearly speaks of another requirement than the one being asked.
 */
export function readCorrection(seen: Sight, asking: Asking, typed: string): Correction | null {
  const announced = announcesCorrection(typed);
  const { text, note } = withoutNote(withoutMarker(typed));
  if (!announced && asking.kind === 'requirement' && text.split(/\s+/).length < 3) return null;
  const matches = matchRequirements(seen, text);
  const readable = matches.filter(({ step, score }) => score >= LEAST && reads(step, text) !== null);
  const [best, second] = readable;
  const asked = asking.kind === 'requirement' ? asking.id : null;
  if (!announced) {
    if (!best || best.step.requirement.id === asked) return null;
    if (best.score < LEAST_UNANNOUNCED[/\d/.test(text) ? 'numbers' : 'words']) return null;
    const ofAsked = matches.find(({ step }) => step.requirement.id === asked)?.score ?? 0;
    // What may well be the answer to what was asked is taken as that.
    if (ofAsked * 2 > best.score) return null;
    const current = asked === null ? null : stepOf(seen, asked);
    if (current && ofAsked >= LEAST && reads(current, text) !== null) return null;
  }
  if (!best) {
    const named = matches[0];
    if (announced && named && named.score >= 2 * LEAST && named.score > 1.5 * (matches[1]?.score ?? 0))
      return { kind: 'value', step: named.step };
    return announced ? { kind: 'unclear' } : null;
  }
  if (second && second.score * CLEAR > best.score) {
    const close = readable.filter(({ score }) => score * CLEAR > best.score).slice(0, 4);
    return { kind: 'candidates', steps: close.map(({ step }) => step) };
  }
  return { kind: 'fix', step: best.step, answer: reads(best.step, text)!, note: note ?? null };
}

/** The answer that a correction gives to a requirement: numbers for numbers, plain words for the others. */
export function reads({ requirement }: Step, typed: string): Answer | null {
  const { text } = withoutNote(withoutMarker(typed));
  const read = readTyped(requirement, text);
  if (read.kind === 'answer') return read.answer;
  if (takesNumbers(requirement)) return null;
  if (requirement.kind !== 'statement') return null;
  // A sentence about a judgement: “chi bộ chưa làm tốt công tác dân vận”.
  const folded = bare(text);
  if (/#|\d/.test(folded)) return null;
  if (/(?:^| )(?:chua|khong|con thieu|thieu)(?: |$)/.test(folded)) return 'unmet';
  return /(?:^| )(?:da|dat|day du|lam tot|thuc hien tot|hoan thanh)(?: |$)/.test(folded) ? 'met' : null;
}

/** The words behind “à quên, …”. “19 điều” is the name of a rule, no number. */
function withoutMarker(typed: string): string {
  const text = typed.trim().replace(/\b19 (?:điều|dieu)/giu, 'những điều đảng viên không được làm');
  const marker = MARKER.exec(bare(text))?.[0].trim();
  if (!marker) return text;
  const words = [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)];
  const next = words[marker.split(' ').length];
  return next ? text.slice(next.index) : '';
}

function bare(text: string): string {
  return foldWord(text)
    .replace(/[^a-z0-9\s]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
