import { readFileSync } from 'node:fs';
import { load as parse } from 'js-yaml';
import { canonical } from '../../../vietnamese/fold.ts';

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
  whole: string[];
  opposites: [string[], string[]][];
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
/** Words that tell no fact of their own; a run of strays may be made of them. */
export const LIGHT: Phrases = read<string[][]>('./light-words.yaml').flat().map(split);
export const MUSTS: Phrases = lists.musts.map(split);
/** Words that weigh, and pairs of opposites. */
export const WHOLE: Phrases = lists.whole.map(split);
export const OPPOSITES: readonly (readonly [Phrases, Phrases])[] = lists.opposites.map(([one, other]) => [
  one.map(split),
  other.map(split),
]);
const ALIKE = [
  'everyday-words',
  'deciding-and-rating',
  'leading',
  'people-and-state',
  'training-and-members',
  'work-of-branches',
];

/** What a claim may say, and the words of a plan that it may be said for. */
export interface Meaning {
  said: Phrases;
  stands: Phrases;
}

const alike = ALIKE.flatMap(file => read<string[][]>(`./meanings/${file}.yaml`).map(line => line.map(split)));
const saidFor = Object.entries(read<Record<string, string[]>>('./meanings/said-for.yaml'));

const MEANINGS: readonly Meaning[] = [
  ...alike.map(line => ({ said: line, stands: line })),
  ...saidFor.map(([plan, said]) => ({ said: said.map(split), stands: [split(plan)] })),
];

/** Meanings that may be said by a phrase which begins with a word. */
export const MEANINGS_FROM: ReadonlyMap<string, readonly Meaning[]> = byWord(MEANINGS);

function byWord(meanings: readonly Meaning[]): Map<string, Meaning[]> {
  const index = new Map<string, Meaning[]>();
  for (const meaning of meanings) {
    for (const word of new Set(meaning.said.map(phrase => phrase[0]!))) {
      const there = index.get(word);
      if (there) there.push(meaning);
      else index.set(word, [meaning]);
    }
  }
  return index;
}
