import { canonical, fold, isMarked } from './fold.ts';

/** One syllable, number or sign of a text, with where it stands. */
export interface Word {
  /** Canonical spelling, lower case. */
  text: string;
  folded: string;
  /** It carries a diacritic, so its spelling tells it from other words. */
  marked: boolean;
  start: number;
  end: number;
}

// A document number (69-KH/ĐUK), a date (26/4/2024) and a decimal (0,4) stay whole; so does a share's %.
const WORD = /\p{N}+(?:[.,/]\p{N}+)+|[\p{L}\p{M}\p{N}]+|%/gu;
const SUPERSCRIPTS = /[⁰¹²³⁴⁵⁶⁷⁸⁹]+/gu;

/** Reads a text into words; footnote marks glued to a word (`đảng¹`) are no part of it. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(WORD)) {
    const raw = match[0].replace(SUPERSCRIPTS, '');
    if (raw !== '') words.push(word(raw, match.index, match.index + match[0].length));
  }
  return words;
}

/** A word from its spelling; place is where it stood, for words that replace an abbreviation. */
export function word(raw: string, start: number, end: number): Word {
  let spelling = spellings.get(raw);
  if (!spelling) {
    const text = canonical(raw.replace(/^0+(?=\d+$)/, ''));
    spelling = { text, folded: fold(text), marked: isMarked(text) };
    if (spellings.size < MOST_SPELLINGS) spellings.set(raw, spelling);
  }
  return { ...spelling, start, end };
}

// The language has some seven thousand syllables: each is worked out once. What people type cannot fill the memory.
const spellings = new Map<string, Omit<Word, 'start' | 'end'>>();
const MOST_SPELLINGS = 20_000;
