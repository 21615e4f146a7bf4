import { dropParticles } from './drop-particles.ts';
import { expandAbbreviations } from './expand-abbreviations.ts';
import type { Lexicon } from './lexicon.ts';
import { numberWords } from './number-words.ts';
import type { Word } from './words.ts';
import { wordsOf } from './words.ts';

/** The words of a plan's own text: short forms written out, numbers in digits. */
export function readPlanWords(text: string): Word[] {
  return numberWords(expandAbbreviations(text).words);
}

/** The words of what a person typed: also without courtesies, and with typing errors mended. */
export function readTypedWords(text: string, lexicon: Lexicon): { words: Word[]; others: Word[] } {
  const { words, others } = expandAbbreviations(text);
  return {
    words: numberWords(lexicon.repair(dropParticles(words))),
    others: others.flatMap(other => wordsOf(other)),
  };
}

/** Reads each different text once; kept while the plans are being opened, then let go. */
export function planReader(): (text: string) => Word[] {
  const read = new Map<string, Word[]>();
  return text => {
    let words = read.get(text);
    if (!words) {
      words = readPlanWords(text);
      read.set(text, words);
    }
    return words;
  };
}
