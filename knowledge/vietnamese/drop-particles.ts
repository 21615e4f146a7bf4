import { canonical } from './fold.ts';
import { phraseFinder } from './phrase-finder.ts';
import { PARTICLES } from './vocabulary-data.ts';
import type { Word } from './words.ts';

const phrases = phraseFinder([...PARTICLES.opening, ...PARTICLES.closing].map(p => [p, true] as const));
const single = new Set(PARTICLES.words.map(canonical));

/** Leaves out greetings, thanks and particles; what is asked stays. */
export function dropParticles(words: readonly Word[]): Word[] {
  const drop = new Set<number>();
  for (const { from, to } of phrases.find(words)) for (let i = from; i < to; i++) drop.add(i);
  return words.filter((w, i) => !drop.has(i) && !single.has(w.text));
}
