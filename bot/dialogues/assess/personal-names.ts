import { personalNames } from '../../../knowledge/index.ts';

/**
 * The text without names of people, and whether there were any: names have no place in answers and notes. `mark`
 * stands where a name stood.
 */
export function withoutNames(text: string, mark: string): { text: string; found: boolean } {
  const names = personalNames(text);
  let clean = '';
  let from = 0;
  for (const { start, end } of names) {
    clean += text.slice(from, start) + mark;
    from = end;
  }
  return { text: clean + text.slice(from), found: names.length > 0 };
}
