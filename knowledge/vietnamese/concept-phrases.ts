import { CONCEPTS } from './vocabulary-data.ts';

/** Every phrase with the concept it stands for. */
export function* conceptPhrases(): Iterable<readonly [phrase: string, concept: string]> {
  for (const [concept, phrases] of Object.entries(CONCEPTS)) {
    for (const phrase of phrases) yield [String(phrase), concept];
  }
}
