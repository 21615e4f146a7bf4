import { canonical, fold } from './fold.ts';
import { CHAT_ABBREVIATIONS, FIELD_ABBREVIATIONS } from './vocabulary-data.ts';
import type { Word } from './words.ts';
import { word, wordsOf } from './words.ts';

export interface Expanded {
  /** The words with each short form written out. */
  words: Word[];
  /** Other readings of ambiguous short forms, to be searched beside. */
  others: string[];
}

const VOWEL = /[aeiouy]/;
const chat = new Map([...CHAT_ABBREVIATIONS].map(([short, long]) => [canonical(short), long]));
const field = new Map([...FIELD_ABBREVIATIONS].map(([short, long]) => [canonical(short), long]));
const foldedField = new Map<string, readonly string[]>();
for (const [short, long] of FIELD_ABBREVIATIONS) {
  const key = fold(short);
  if (!foldedField.has(key) || key === short) foldedField.set(key, long);
}

// A run of letters that may hold the signs short forms are written with: đ/c, KT-XH, T.Ư, TPB&PB.
const TOKEN = /[\p{L}\p{M}\p{N}]+(?:[-/.&,][\p{L}\p{M}\p{N}]+)*|%/gu;
const PLAIN = /^[\p{L}\p{M}]+$/u;
const PART = /[\p{L}\p{M}\p{N}]+|%/gu;

/**
 * Writes out short forms. `raw` is the message as typed: capitals tell “TU” (tỉnh ủy) from “tu” (từ).
 * A document number, a date or a decimal (69-KH/ĐUK, 20/12, 0,4) is no short form and stays as it is.
 */
export function expandAbbreviations(raw: string): Expanded {
  const expanded: Expanded = { words: [], others: [] };
  for (const match of raw.matchAll(TOKEN)) {
    const token = match[0];
    const whole = readings(token);
    if (whole) add(expanded, whole, match.index, token.length);
    else if (PLAIN.test(token)) expanded.words.push(word(token, match.index, match.index + token.length));
    else if (/\p{N}/u.test(token) && /[-/.,]/.test(token)) addAsIs(expanded, token, match.index);
    else {
      for (const part of token.matchAll(PART)) {
        const long = readings(part[0]);
        if (long) add(expanded, long, match.index + part.index, part[0].length);
        else addAsIs(expanded, part[0], match.index + part.index);
      }
    }
  }
  return expanded;
}

function add(to: Expanded, long: readonly string[], start: number, length: number): void {
  to.words.push(...wordsOf(long[0]!).map(w => word(w.text, start, start + length)));
  to.others.push(...long.slice(1));
}

function addAsIs(to: Expanded, token: string, start: number): void {
  to.words.push(...wordsOf(token).map(w => ({ ...w, start: w.start + start, end: w.end + start })));
}

const known = new Map<string, readonly string[] | undefined>();
const MOST_KNOWN = 20_000;

function readings(token: string): readonly string[] | undefined {
  if (known.has(token)) return known.get(token);
  const found = lookUp(token);
  if (known.size < MOST_KNOWN) known.set(token, found);
  return found;
}

function lookUp(token: string): readonly string[] | undefined {
  const lower = canonical(token);
  const inChat = chat.get(lower);
  if (inChat) return inChat;
  const folded = fold(token);
  const inCapitals = token.length >= 2 && token === token.toUpperCase() && token !== token.toLowerCase();
  if (!VOWEL.test(folded) || inCapitals) return field.get(lower) ?? foldedField.get(folded);
  return /[^\p{L}]|đ/u.test(lower) ? field.get(lower) : undefined;
}
