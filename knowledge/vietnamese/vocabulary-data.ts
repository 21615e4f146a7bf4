import { readFileSync } from 'node:fs';
import { load as parse } from 'js-yaml';

/** The field's word lists, read once: data beside the code, edited without touching it. */
function read<T>(file: string): T {
  return parse(readFileSync(new URL(file, import.meta.url), 'utf8')) as T;
}

type Readings = Record<string, string | string[]>;

const asLists = (readings: Readings): ReadonlyMap<string, readonly string[]> =>
  new Map(Object.entries(readings).map(([short, long]) => [short, Array.isArray(long) ? long : [long]]));

const abbreviations = read<{ field: Readings; chat: Readings }>('./abbreviations.yaml');

/** Short form → what it stands for, the likeliest first. */
export const FIELD_ABBREVIATIONS = asLists(abbreviations.field);
export const CHAT_ABBREVIATIONS = asLists(abbreviations.chat);

/** Concept id → phrases that mean it. */
export const CONCEPTS: Readonly<Record<string, readonly string[]>> = read('./concepts.yaml');

/** Phrases of courtesy and talk. */
export const PARTICLES: {
  readonly opening: readonly string[];
  readonly closing: readonly string[];
  readonly words: readonly string[];
} = read('./particles.yaml');

/** Everyday matters that no plan speaks of, a list of phrasings each. */
export const EVERYDAY: readonly (readonly string[])[] = read('./everyday.yaml');
