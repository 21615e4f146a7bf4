/**
 * The lines of a document as received, safe to compute with: NFC, one kind of space, no invisible characters.
 *
 * Line numbers stay those of the file (CRLF, CR and LF each end one line), so corrections can name them.
 */
export function documentLines(raw: string): string[] {
  return raw
    .toWellFormed()
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(BREAKS_INSIDE_A_LINE, ' ')
    .replace(INVISIBLE, '')
    .replace(/[^\S\n]/g, ' ')
    .split('\n')
    .map(line => line.trim());
}

/** Tab, vertical tab, form feed and the line separators that text editors do not count as lines. */
const BREAKS_INSIDE_A_LINE = /[\t\v\f\u0085\u2028\u2029]/g;

/** Controls, soft hyphens, zero-width and bidirectional marks: they change what is seen, not what is said. */
const INVISIBLE =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
