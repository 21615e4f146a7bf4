import { phraseAt } from '../reading/phrases.ts';
import type { Check } from '../sentence.ts';

const LEADS = [['chủ', 'trì']];
const WITH = [
  ['phối', 'hợp', 'với'],
  ['cùng', 'với'],
];
/** What the one who leads is named behind. */
const BEFORE_WHO = /^(?:[,;]|do|được|giao|là|thì|còn|và|nhưng)$/u;

/** “A chủ trì, phối hợp với B”: it is A that leads, and B that is worked with. */
export const checkLead: Check = ({ claim, aligned, evidence: { tokens, parts } }) => {
  const own = (list: typeof LEADS): number[] =>
    tokens.flatMap((_, at) => (parts[at] === 'own' && phraseAt(tokens, at, list) > 0 ? [at] : []));
  const [lead, second] = own(LEADS);
  if (lead === undefined || second !== undefined) return null;
  const beside = own(WITH).find(place => place > lead);
  if (beside === undefined) return null;
  const isBeside = (place: number): boolean => place > beside;
  for (const [at] of claim.entries()) {
    if (phraseAt(claim, at, LEADS) === 0) continue;
    // “X được giao chủ trì”
    let end = at;
    while (end > 0 && /^(?:được|giao|sẽ|phải|là)$/u.test(claim[end - 1]!.text)) end--;
    const from = claim.findLastIndex((token, i) => i < end && BEFORE_WHO.test(token.text)) + 1;
    // “đơn vị chủ trì là …” names nobody yet.
    if (from >= end - 2) continue;
    const who = aligned.slice(from, end).filter(places => places !== null && places.length > 0);
    const [head] = who;
    const both = who.every(places => places!.some(isBeside)) && who.some(places => places!.every(isBeside));
    if (head && (head.every(isBeside) || both)) return 'role';
  }
  return null;
};
