import { cleanMessage } from '../../../knowledge/index.ts';

/** Longer names are cut: the longest real ones have under a hundred characters. */
export const LONGEST_NAME = 120;

/**
 * A unit's name made safe to store and to show: one line, no control, bidi or markup characters, nothing that a
 * spreadsheet takes for a formula, bounded. Null: nothing is left that is a name.
 */
export function cleanUnitName(typed: string): { name: string; changed: boolean } | null {
  const asked = cleanMessage(typed.slice(0, 20_000).toWellFormed()).replace(/\n/g, ' ');
  const safe = asked
    .replace(/<[^<>]{0,200}>/g, ' ')
    .replace(/[<>{}[\]|\\^~`*_#$;"]/g, ' ')
    // Emoji and other signs, unassigned and private characters, stacked marks.
    .replace(/[^\p{L}\p{M}\p{N}\p{P}\p{Zs}+]/gu, ' ')
    .replace(/(\p{M}{2})\p{M}+/gu, '$1')
    .replace(/\s+/g, ' ')
    .replace(/^[\s=+\-@,.:!'’(/&%]+/u, '')
    .trim();
  let name = safe;
  if (name.length > LONGEST_NAME) {
    const cut = name.slice(0, LONGEST_NAME);
    name = (cut.includes(' ') ? cut.slice(0, cut.lastIndexOf(' ')) : cut).trim().toWellFormed();
  }
  if (!/\p{L}/u.test(name)) return null;
  return { name, changed: name !== typed.normalize('NFC').trim() };
}
