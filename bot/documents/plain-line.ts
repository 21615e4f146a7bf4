/**
 * Text that somebody typed, as one harmless line of a document: no control, direction or unseen characters,
 * no towers of marks, no more than `limit` characters.
 */
export function plainLine(text: string, limit: number): string {
  // Cut before anything costly: nobody needs the end of a megabyte.
  const line = text
    .slice(0, limit * 8)
    .replace(/[\p{Zl}\p{Zp}\p{Zs}\t\n\v\f\r]+/gu, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu, '')
    .normalize('NFC')
    .replace(/(\p{M}{2})\p{M}+/gu, '$1')
    .replace(/ {2,}/g, ' ')
    .trim();
  const letters = [...line];
  return letters.length <= limit
    ? line
    : `${letters
        .slice(0, limit - 1)
        .join('')
        .trimEnd()}…`;
}

/** Longest name of a unit, a place or a chi bộ. */
export const NAME_LIMIT = 120;
/** Longest note, reason or basis. */
export const NOTE_LIMIT = 600;

/** A name of a unit or a place. */
export const plainName = (name: string): string => plainLine(name, NAME_LIMIT);
/** A note, a reason, a basis. */
export const plainNote = (note: string): string => plainLine(note, NOTE_LIMIT);
