import type { Span } from '../plan.ts';

/** Finds passages in one text, whatever their whitespace, emphasis stars and footnote marks. */
export interface PassageFinder {
  /** The first place of `passage` that lies within `within`, as a span of the real text; null if none does. */
  find(passage: string, within?: Span): Span | null;
}

const IGNORED = /[\s*⁰¹²³⁴⁵⁶⁷⁸⁹]/;

export function passageFinder(text: string): PassageFinder {
  const kept: string[] = [];
  const offsets: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const unit = text[at]!;
    if (IGNORED.test(unit)) continue;
    kept.push(unit);
    offsets.push(at);
  }
  const bare = kept.join('');
  return {
    find(passage, within = { start: 0, end: text.length }) {
      const sought = [...passage.normalize('NFC')].filter(character => !IGNORED.test(character)).join('');
      if (sought === '') return null;
      const from = within.start === 0 ? 0 : offsets.findIndex(offset => offset >= within.start);
      const at = from < 0 ? -1 : bare.indexOf(sought, from);
      if (at < 0) return null;
      const span = { start: offsets[at]!, end: offsets[at + sought.length - 1]! + 1 };
      return span.end <= within.end ? span : null;
    },
  };
}
