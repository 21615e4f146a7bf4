import { readFileSync } from 'node:fs';
import { load as parse } from 'js-yaml';
import { canonical } from '../../vietnamese/fold.ts';

interface Lists {
  free: string;
  frames: string[][];
  bodies: string[];
  units: string[];
  qualifiers: string[];
  negations: string[];
  exceptions: string[];
  keepers: string[][];
  scopes: string[][];
  musts: string[];
}

function read<T>(file: string): T {
  return parse(readFileSync(new URL(file, import.meta.url), 'utf8')) as T;
}

const lists = read<Lists>('./words-of-claims.yaml');
const split = (phrase: string): string[] => canonical(phrase).split(' ');

/** A list of phrases that say the same, each as its syllables. */
export type Phrases = readonly (readonly string[])[];

export const FREE: ReadonlySet<string> = new Set(lists.free.trim().split(/\s+/).map(canonical));
export const FRAMES: Phrases = lists.frames.map(frame => frame.map(canonical));
export const BODIES: Phrases = lists.bodies.map(split);
export const UNITS: Phrases = lists.units.map(split);
export const QUALIFIERS: Phrases = lists.qualifiers.map(split);
export const NEGATIONS: ReadonlySet<string> = new Set(lists.negations);
export const EXCEPTIONS: Phrases = lists.exceptions.map(split);
export const KEEPERS: readonly Phrases[] = lists.keepers.map(line => line.map(split));
export const SCOPES: readonly Phrases[] = lists.scopes.map(line => line.map(split));
export const MUSTS: Phrases = lists.musts.map(split);
const MEANINGS = [
  'everyday-words',
  'deciding-and-rating',
  'leading',
  'people-and-state',
  'training-and-members',
  'work-of-branches',
];
export const SAME_MEANING: readonly Phrases[] = MEANINGS.flatMap(file =>
  read<string[][]>(`./meanings/${file}.yaml`).map(line => line.map(split)),
);

/** Lines of the same meaning that have a phrase which begins with a word. */
export const MEANINGS_FROM: ReadonlyMap<string, readonly Phrases[]> = linesByWord(SAME_MEANING);

function linesByWord(lines: readonly Phrases[]): Map<string, Phrases[]> {
  const index = new Map<string, Phrases[]>();
  for (const line of lines) {
    for (const word of new Set(line.map(phrase => phrase[0]!))) {
      const there = index.get(word);
      if (there) there.push(line);
      else index.set(word, [line]);
    }
  }
  return index;
}
