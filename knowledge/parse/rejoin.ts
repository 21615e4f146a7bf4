import { isCapitals } from './head-line.ts';
import { isUnit } from './marker.ts';
import { type Piece, wordsOf } from './piece.ts';

/**
 * Paragraphs that a page break cut in two become one again, joined with a space. Footnotes that stood
 * between the halves move to just after the whole paragraph.
 *
 * A half is unfinished when it lacks sentence-final punctuation or leaves a bracket open. The next half
 * continues it when it starts with a lower-case letter, when the first cannot end with its last word
 * (“của”, “và”), or when the words across the break stand together elsewhere in the document
 * (“Ban Thường vụ ‖ Huyện ủy”).
 */
export function rejoined(pieces: readonly Piece[]): Piece[] {
  const spoken = wordTriples(pieces);
  const result: Piece[] = [];
  /** Index in `result` of the last paragraph of the body, and of a footnote after it. */
  let body = -1;
  let note = -1;
  let loosened = false;
  const joins = new Map<Piece, number>();
  for (const piece of pieces) {
    const plain =
      piece.marker === null && (piece.role === 'body' || piece.role === 'preamble' || piece.role === 'title');
    const target = [body, note].find(at => {
      const first = result[at];
      if (!first || !plain || piece.tight || (joins.get(first) ?? 0) >= MOST_JOINS) return false;
      return continues(first, piece, spoken);
    });
    if (target !== undefined) {
      const whole = result[target]!;
      whole.lines[whole.lines.length - 1] += ` ${wordsOf(piece)}`;
      joins.set(whole, (joins.get(whole) ?? 0) + 1);
      loosened = target !== result.length - 1;
      continue;
    }
    result.push({ ...piece, lines: [...piece.lines], tight: piece.tight && !loosened });
    loosened = false;
    if (piece.marker?.form === 'footnote') note = result.length - 1;
    else [body, note] = [result.length - 1, -1];
  }
  return result;
}

function continues(first: Piece, second: Piece, spoken: Set<string>): boolean {
  if (first.role !== second.role) return false;
  const before = wordsOf(first);
  const after = wordsOf(second);
  if (!isUnfinished(before) || cannotBeCut(first, before)) return false;
  if (/^["“(]?\p{Ll}/u.test(after)) return true;
  if (first.marker?.form === 'footnote' || !/[\p{L}\d]$/u.test(before.slice(-2)) || first.role === 'title')
    return false;
  return UNENDING.test(before.slice(-12)) || spoken.has(acrossBreak(before, after));
}

/** Headings are whole; a numbered unit can be cut only where it is a sentence. */
function cannotBeCut(piece: Piece, words: string): boolean {
  return isUnit(piece.marker) && (isCapitals(words) || words.length < 60);
}

function isUnfinished(words: string): boolean {
  const end = words.slice(-3);
  if (/[.!?…:][”"’»)\]]*$/u.test(end)) return false;
  return !/;[”"’»)\]]*$/u.test(end) || leavesBracketOpen(words);
}

/** A paragraph runs over a page or two; without a limit, a list of words could cost quadratic time. */
const MOST_JOINS = 4;

function leavesBracketOpen(words: string): boolean {
  return words.split('(').length > words.split(')').length;
}

/** Words after which no Vietnamese sentence ends. */
const UNENDING =
  /(?:^|\s)(?:và|của|các|những|về|với|cho|để|theo|tại|trong|từ|là|do|bởi|số|hoặc|nhằm|như|khi|mà|thì|bằng|được)$/u;

function acrossBreak(before: string, after: string): string {
  const tail = before.slice(-60).split(' ').slice(-2);
  return [...tail, after.slice(0, 40).split(' ')[0] ?? ''].map(bare).join(' ');
}

/** Every three words that stand together in one paragraph. */
function wordTriples(pieces: readonly Piece[]): Set<string> {
  const found = new Set<string>();
  for (const piece of pieces) {
    const words = wordsOf(piece).split(/\s+/).map(bare);
    for (let at = 2; at < words.length; at++) found.add(`${words[at - 2]} ${words[at - 1]} ${words[at]}`);
  }
  return found;
}

function bare(word: string): string {
  // No word is so long; trimming one would cost quadratic time.
  if (word.length > 60) return '';
  return word.replace(/[^\p{L}\d]+$/u, '').replace(/^[^\p{L}\d]+/u, '');
}
