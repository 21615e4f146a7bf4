import type { Plan } from '../plan.ts';
import type { Passage } from './passages.ts';

/** Models read a few hundred syllables; what is longer would be refused by some servers. */
const LONGEST = 1200;
const LONGEST_ABOVE = 300;

/** What of a passage is searched by meaning: the document, the headings above it, its own words. */
export function searchedText(plan: Plan, passage: Passage): string {
  const document = [plan.number, plan.title, plan.issuer].filter(part => part !== null).join(', ');
  const above = passage.clause.headings.join(' › ');
  const own = plan.text.slice(passage.start, passage.end);
  return [document.slice(0, LONGEST_ABOVE), above.slice(-LONGEST_ABOVE), own]
    .filter(part => part !== '')
    .join('\n')
    .replace(/[ \t]+/g, ' ')
    .slice(0, LONGEST);
}
