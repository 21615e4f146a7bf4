import { PLACEHOLDER, privateSpans } from './mask-spans.ts';

/** What stands for private words in one call, and back. */
export interface Mask {
  /** The text (made NFC) with a placeholder for each private part; the same part always has the same one. */
  mask(text: string): string;
  /** The private parts again in the place of their placeholders; a placeholder that was never given stays. */
  unmask(text: string): string;
}

/** Shorter parts are not looked for again by themselves: too many other words hold them. */
const LEAST = 4;
const HELD = new RegExp(`(${PLACEHOLDER.source})`, 'gu');

/** `numbered: false`: one placeholder a kind, for texts that never come back and should look alike (vectors). */
export function openMask({ numbered = true } = {}): Mask {
  const byWords = new Map<string, string>();
  const byPlaceholder = new Map<string, string>();
  const placeholderOf = (words: string, kind: string): string => {
    const known = byWords.get(words);
    if (known !== undefined) return known;
    const placeholder = numbered ? `[${kind}_${byWords.size + 1}]` : `[${kind}]`;
    byWords.set(words, placeholder);
    byPlaceholder.set(placeholder, words);
    return placeholder;
  };
  const cut = (text: string): string => {
    let out = '';
    let from = 0;
    for (const { start, end, kind } of privateSpans(text)) {
      out += text.slice(from, start) + placeholderOf(text.slice(start, end), kind);
      from = end;
    }
    return out + text.slice(from);
  };
  return {
    mask(text) {
      return knownAgain(cut(text.normalize('NFC')), byWords);
    },
    unmask(text) {
      return text.replace(PLACEHOLDER, placeholder => byPlaceholder.get(placeholder) ?? placeholder);
    },
  };
}

/** What was private once is private wherever it stands again, also where nothing around it tells. */
function knownAgain(text: string, byWords: ReadonlyMap<string, string>): string {
  let out = text;
  for (const [words, placeholder] of byWords) {
    if (words.length < LEAST || !out.includes(words)) continue;
    const again = new RegExp(`(?<![\\p{L}\\p{N}])${RegExp.escape(words)}(?![\\p{L}\\p{N}])`, 'gu');
    out = out
      .split(HELD)
      .map((part, at) => (at % 2 === 1 ? part : part.replace(again, placeholder)))
      .join('');
  }
  return out;
}
