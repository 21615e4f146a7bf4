import { conceptPhrases } from './concept-phrases.ts';
import type { PhraseFinder } from './phrase-finder.ts';
import { phraseFinder } from './phrase-finder.ts';
import { repairSpelling } from './repair-spelling.ts';
import type { Word } from './words.ts';

/** What is known of the words of all plans together: which spellings exist and how often. */
export interface Lexicon {
  /** A spelling with diacritics that some plan or word list holds. */
  knows(marked: string): boolean;
  /** How often a folded syllable occurs. */
  count(folded: string): number;
  /** Mends typing errors: a syllable nobody writes becomes the nearest one that is written. */
  repair(words: readonly Word[]): Word[];
  concepts: PhraseFinder<string>;
}

/** Builds the lexicon from every word of the plans and lists. */
export function buildLexicon(corpus: Iterable<readonly Word[]>): Lexicon {
  const spellings = new Set<string>();
  const counts = new Map<string, number>();
  const pairs = new Set<string>();
  for (const words of corpus) {
    words.forEach((w, i) => {
      spellings.add(w.text);
      counts.set(w.folded, (counts.get(w.folded) ?? 0) + 1);
      if (i > 0) pairs.add(`${words[i - 1]!.folded} ${w.folded}`);
    });
  }
  const knows = (marked: string): boolean => spellings.has(marked);
  return {
    knows,
    count: folded => counts.get(folded) ?? 0,
    repair: words => repairSpelling(words, counts, pairs),
    concepts: phraseFinder(conceptPhrases(), knows),
  };
}
