import type { Evidence } from './evidence.ts';
import { withoutMarker } from './evidence.ts';

/** Fewer words are a heading or a scrap. */
const LEAST_WORDS = 6;

/**
 * Whether a sentence is the cited one word for word, from its beginning to its end. A heading, and an opening that
 * leaves its sense to a list, say nothing by themselves.
 */
export function isVerbatim(sentence: string, { own }: Evidence): boolean {
  const said = plainly(sentence);
  return said !== null && said === plainlyOnce(own);
}

const read = new Map<string, string | null>();

/** Of a sentence of a plan, read once. */
function plainlyOnce(own: string): string | null {
  let plain = read.get(own);
  if (plain === undefined) {
    plain = plainly(own);
    if (read.size > 4000) read.clear();
    read.set(own, plain);
  }
  return plain;
}

function plainly(text: string): string | null {
  const bare = withoutMarker(
    text
      .normalize('NFC')
      .replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹*]/gu, '')
      .trim(),
  );
  if (/:\s*$/u.test(bare) || bare === bare.toUpperCase()) return null;
  const words = bare
    .toLowerCase()
    .replace(/[\s"“”]+/gu, ' ')
    .replace(/[\s.;,]+$/u, '')
    .trim();
  return words.split(' ').length >= LEAST_WORDS ? words : null;
}
