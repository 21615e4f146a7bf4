import { NAME_MARK } from '../../words/requirement-words.ts';
import type { Asking } from './assess-state.ts';
import { withoutNames } from './personal-names.ts';

// Where names of units, plans and years are typed, a name is no person's.
const OPENING = new Set<Asking['kind']>(['assessment', 'plan', 'subject', 'unit', 'year']);

/** A typed text as it may be worked on and as it may be logged: without names of people. */
export function keptText(asking: Asking | null, text: string): { text: string; log: string; found: boolean } {
  if (asking === null || OPENING.has(asking.kind)) return { text, log: text, found: false };
  const without = withoutNames(text, NAME_MARK);
  // Chi bộ may bear the names of people (“Chi bộ Trường Nguyễn Du”): only the reasons are cleaned, there.
  if (asking.kind === 'announce') return { text, log: without.text, found: false };
  return { text: without.text, log: without.text, found: without.found };
}
