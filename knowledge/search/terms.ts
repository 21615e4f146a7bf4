import type { Lexicon } from '../vietnamese/lexicon.ts';
import type { Word } from '../vietnamese/words.ts';

/**
 * What a text is found by: folded syllables (`tot`), folded pairs (`bon tot`), spellings with diacritics (`=tốt`)
 * and concepts (`@when`). A pair tells more than its syllables, a concept more than its spelling.
 */
export function termsOf(words: readonly Word[], lexicon: Lexicon): string[] {
  const terms: string[] = [];
  words.forEach((w, i) => {
    terms.push(w.folded);
    if (w.marked && lexicon.knows(w.text)) terms.push(`=${w.text}`);
    const next = words[i + 1];
    if (next) terms.push(`${w.folded} ${next.folded}`);
  });
  for (const { value } of lexicon.concepts.find(words)) terms.push(`@${value}`);
  return terms;
}

/** How much one kind of term weighs beside the others. */
export function termWeight(term: string): number {
  if (term.startsWith('@')) return 2;
  if (term.startsWith('=')) return 0.5;
  return term.includes(' ') ? 0.8 : 0.9;
}
