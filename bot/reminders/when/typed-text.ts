/** A sentence as somebody typed it, searched for phrases that may be written with or without diacritics. */

/** What a taken phrase is replaced by, so that nothing is read twice and neighbours can be told. */
export const DATE = '\u0001';
export const TIME = '\u0002';
/** Read, but the words stay in the text: “từ 8h đến 10h”. */
export const KEPT = '\u0004';
const NONE = '\u0003';
/** “mỗi”. */
export const EACH = '\u0005';

export interface Match {
  start: number;
  end: number;
  said: string;
  groups: Readonly<Record<string, string | undefined>>;
}

export interface TypedText {
  /** The sentence, NFC, as it was typed. */
  readonly text: string;
  /** It has at least one diacritic: words are read as they are spelled. */
  readonly marked: boolean;
  /** Lower case, of the same length; what was taken is masked. */
  readonly left: () => string;
  readonly find: (pattern: Pattern) => Match | null;
  /** The first match, masked so that nothing else reads it. */
  readonly take: (pattern: Pattern, mask?: string) => Match | null;
  readonly mask: (start: number, end: number, mask?: string) => void;
}

export interface Pattern {
  marked: RegExp;
  unmarked: RegExp;
}

/** Words that are right without diacritics too: in a sentence that has diacritics they are only themselves. */
const WORDS_OF_THEIR_OWN = new Set(
  'thu sau sang dem tu bay tam hang quy mong moi nam lam toi ngay mai'.split(' '),
);

/** Without diacritics. */
export const fold = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D');

/** “nhắc” is often the one word that was given its mark. */
export const isMarked = (text: string): boolean =>
  /[đĐ]|\p{M}/u.test(
    text
      .normalize('NFC')
      .replace(/nh[ăắặ]c/giu, '')
      .normalize('NFD'),
  );

const BETWEEN = `(?:[\\s,;${DATE}${TIME}]|(?<!\\p{L})(?:vào|vao|của|cua|trong|lúc|luc)(?!\\p{L}))*`;

/**
 * A pattern of phrases, written with diacritics; whole words only. A blank is white space, `~` white space or none,
 * `§` what may stand between two parts of one date: blanks, commas, “vào”, “của”, phrases already taken.
 */
export function pattern(source: string): Pattern {
  const build = (marked: boolean): RegExp => {
    const spelled = source.normalize('NFC').replace(/\p{L}+/gu, word => {
      const plain = fold(word);
      return plain === word || (marked && WORDS_OF_THEIR_OWN.has(plain)) ? word : `(?:${word}|${plain})`;
    });
    const spaced = spelled.replaceAll('~', '\\s*').replaceAll(' ', '\\s+').replaceAll('§', BETWEEN);
    return new RegExp(`(?<![\\p{L}\\p{N}])(?:${spaced})(?![\\p{L}\\p{N}])`, 'u');
  };
  return { marked: build(true), unmarked: build(false) };
}

/** Lower case letter by letter, so that offsets stay; no typed character is taken for a mask. */
function lower(text: string): string {
  return [...text]
    .map(c => (c <= EACH ? ' ' : c.toLowerCase().length === c.length ? c.toLowerCase() : c))
    .join('');
}

export function typedText(typed: string): TypedText {
  const text = typed.normalize('NFC');
  const marked = isMarked(text);
  let left = lower(text);
  const find = (p: Pattern): Match | null => {
    const match = (marked ? p.marked : p.unmarked).exec(left);
    if (match === null) return null;
    const end = match.index + match[0].length;
    return { start: match.index, end, said: text.slice(match.index, end), groups: match.groups ?? {} };
  };
  const mask = (start: number, end: number, by = DATE): void => {
    left = left.slice(0, start) + by.repeat(end - start) + left.slice(end);
  };
  return {
    text,
    marked,
    left: () => left,
    find,
    take: (p, by = DATE) => {
      const match = find(p);
      if (match) mask(match.start, match.end, by);
      return match;
    },
    mask,
  };
}

/** Masks without being a time phrase: the words of asking to be reminded. */
export const hide = (typed: TypedText, start: number, end: number): void => typed.mask(start, end, NONE);
