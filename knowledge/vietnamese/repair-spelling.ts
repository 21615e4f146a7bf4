import type { Word } from './words.ts';
import { word } from './words.ts';

const LETTERS = 'abcdeghiklmnopqrstuvxy';

/**
 * Mends syllables that occur nowhere: one letter more, less, other or swapped, preferring what is written beside
 * the neighbouring words. Numbers, short and foreign words stay: a repair is made only when it is sure to help.
 */
export function repairSpelling(
  words: readonly Word[],
  counts: ReadonlyMap<string, number>,
  pairs: ReadonlySet<string>,
): Word[] {
  return words.map((w, i) => {
    if (w.folded.length < 3 || w.folded.length > 7 || counts.has(w.folded) || !/^[a-z]+$/.test(w.folded))
      return w;
    let best: { folded: string; score: number } | undefined;
    for (const candidate of neighbours(w.folded)) {
      const count = counts.get(candidate);
      if (!count) continue;
      const beside =
        Number(pairs.has(`${words[i - 1]?.folded} ${candidate}`)) +
        Number(pairs.has(`${candidate} ${words[i + 1]?.folded}`));
      if (beside === 0) continue;
      const score = beside * 1000 + count;
      if (!best || score > best.score) best = { folded: candidate, score };
    }
    return best ? word(best.folded, w.start, w.end) : w;
  });
}

function* neighbours(text: string): Iterable<string> {
  for (let i = 0; i <= text.length; i++) {
    const before = text.slice(0, i);
    const after = text.slice(i + 1);
    if (i < text.length) yield before + after;
    if (i + 1 < text.length) yield before + text[i + 1] + text[i] + text.slice(i + 2);
    for (const letter of LETTERS) {
      yield before + letter + text.slice(i);
      if (i < text.length) yield before + letter + after;
    }
  }
}
