import type { Phrases } from '../words/gate-words.ts';
import type { Token } from './token.ts';

/** The word at a place; undefined where there is none. */
export const textAt = (tokens: readonly Token[], i: number): string | undefined => {
  const token = tokens[i];
  return token?.kind === 'word' ? token.text : undefined;
};

const indexes = new WeakMap<Phrases, Map<string, Phrases>>();

/** Those of a list that begin with a word. */
function beginningWith(phrases: Phrases, word: string): Phrases {
  if (phrases.length < 8) return phrases;
  let index = indexes.get(phrases);
  if (!index) {
    index = Map.groupBy(phrases, phrase => phrase[0]!);
    indexes.set(phrases, index);
  }
  return index.get(word) ?? [];
}

/** Length of the longest phrase of a list that begins at a token; 0 when none does. */
export function phraseAt(tokens: readonly Token[], at: number, phrases: Phrases, commas = true): number {
  const word = textAt(tokens, at);
  if (word === undefined) return 0;
  let longest = 0;
  for (const phrase of beginningWith(phrases, word))
    longest = Math.max(longest, reachOf(tokens, at, phrase, commas));
  return longest;
}

/** How many tokens a phrase takes from here; commas may stand inside (“trong sạch, vững mạnh”). 0: it does not stand here. */
function reachOf(tokens: readonly Token[], at: number, phrase: readonly string[], commas: boolean): number {
  let i = at;
  for (const word of phrase) {
    if (commas && i > at && tokens[i]?.kind === 'stop' && tokens[i]!.text === ',') i++;
    if (textAt(tokens, i) !== word) return 0;
    i++;
  }
  return i - at;
}
