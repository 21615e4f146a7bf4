/** A break is taken only when the part before it is at least this share of the longest. */
const LEAST_SHARE = 0.3;

/** Where a text may be cut, best first: each match ends where the next part begins. */
const BREAKS = [/\n[ \t]*\n/g, /\n/g, /[.!?…;:]["”’»)\]]*[ \t]+/g, /[ \t]+/g, /\s+/g];

const graphemes = new Intl.Segmenter('vi', { granularity: 'grapheme' });

/**
 * A text as parts of at most `longest` UTF-16 units: cut between paragraphs, else lines, sentences, words; inside a
 * word only when the word alone is too long, and never inside a character. Nothing but white space is left out.
 * A text without anything visible has no parts.
 */
export function splitText(text: string, longest: number): string[] {
  const parts: string[] = [];
  let rest = sendable(text).trimEnd();
  while (rest.length > longest) {
    const cut = cutOf(rest, longest);
    const part = rest.slice(0, cut).trimEnd();
    if (part.trim() !== '') parts.push(part);
    // The indent of a line belongs to it, so only line ends go.
    rest = rest.slice(cut).replace(/^(?:[ \t]*\n)+/, '');
  }
  if (rest.trim() !== '') parts.push(rest);
  return parts;
}

/** Without what platforms refuse or drop: half characters, control characters, line ends of other systems. */
export function sendable(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]/g, '');
}

function cutOf(text: string, longest: number): number {
  // One more unit: a break may stand just behind a full part.
  const head = text.slice(0, longest + 1);
  for (const breaks of BREAKS) {
    let best = 0;
    for (const match of head.matchAll(breaks)) {
      const end = match.index + match[0].length;
      if (head.slice(0, end).trimEnd().length <= longest) best = end;
    }
    if (best >= longest * LEAST_SHARE) return best;
  }
  const anywhere = head.search(/\s\S*$/) + 1;
  return anywhere > 0 ? anywhere : characterEnd(head, longest);
}

function characterEnd(head: string, longest: number): number {
  let end = 0;
  for (const { index } of graphemes.segment(head)) if (index <= longest) end = index;
  if (end > 0) return end;
  // One character of thousands of marks: between code points at least.
  return /[\ud800-\udbff]/.test(head[longest - 1]!) ? longest - 1 : longest;
}
