import type { Lexicon } from '../vietnamese/lexicon.ts';
import type { Word } from '../vietnamese/words.ts';

// What these ask about must be spoken of in the answer too: a clause on recognition does not answer who cancels it.
const DECISIVE = new Set([
  'cancel',
  'money',
  'score',
  'register',
  'form',
  'online',
  'vote',
  'fee',
  'discipline',
  'story',
  'cell',
  'reward',
  'replace',
  'recognise',
  'signer',
  'share',
  'residence',
  'planning',
  'database',
  'complaint',
  'dialogue',
  'masses',
]);

/** The decisive concepts of a run of words. */
export function decisiveConcepts(words: readonly Word[], lexicon: Lexicon): Set<string> {
  return new Set(
    lexicon.concepts
      .find(words)
      .map(found => found.value)
      .filter(concept => DECISIVE.has(concept)),
  );
}

/** The same, of texts of the plans' own; computed once for each text list. */
export function decisiveConceptsOf(
  texts: readonly string[],
  lexicon: Lexicon,
  read: (text: string) => Word[],
): Set<string> {
  return new Set(texts.flatMap(text => [...decisiveConcepts(read(text), lexicon)]));
}
