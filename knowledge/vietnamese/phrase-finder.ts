import type { Word } from './words.ts';
import { wordsOf } from './words.ts';

/** Finds known phrases in a run of words, in one pass, however many phrases there are. */
export interface PhraseFinder<T> {
  /** Every occurrence; phrases may overlap. */
  find(words: readonly Word[]): { value: T; from: number; to: number }[];
}

interface Node<T> {
  next: Map<string, Node<T>>;
  ends: { value: T; words: Word[] }[];
}

/**
 * A word written with diacritics matches only the phrase written so, unless its spelling is unknown to `known`
 * (a typing error such as “nhửng”); a word written without matches any.
 */
export function phraseFinder<T>(
  phrases: Iterable<readonly [phrase: string, value: T]>,
  known: (marked: string) => boolean = () => true,
): PhraseFinder<T> {
  const root: Node<T> = { next: new Map(), ends: [] };
  for (const [phrase, value] of phrases) {
    const words = wordsOf(phrase);
    let node = root;
    for (const w of words) {
      let next = node.next.get(w.folded);
      if (!next) {
        next = { next: new Map(), ends: [] };
        node.next.set(w.folded, next);
      }
      node = next;
    }
    if (words.length > 0) node.ends.push({ value, words });
  }
  return {
    find(words) {
      const found: { value: T; from: number; to: number }[] = [];
      for (let from = 0; from < words.length; from++) {
        let node: Node<T> | undefined = root;
        for (let at = from; node && at < words.length; at++) {
          node = node.next.get(words[at]!.folded);
          for (const end of node?.ends ?? []) {
            if (end.words.every((w, i) => sameSpelling(words[from + i]!, w, known, end.words.length === 1))) {
              found.push({ value: end.value, from, to: at + 1 });
            }
          }
        }
      }
      return found;
    },
  };
}

// “tien” alone may be tiền or (ưu) tiên: a lone syllable is taken only as it is spelled.
function sameSpelling(
  typed: Word,
  phrase: Word,
  known: (marked: string) => boolean,
  alone: boolean,
): boolean {
  if (typed.text === phrase.text) return true;
  return typed.marked ? !known(typed.text) : !alone;
}
