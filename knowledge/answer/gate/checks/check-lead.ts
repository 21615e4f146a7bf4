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
  for (const [at] of claim.entries()) {
    if (phraseAt(claim, at, LEADS) === 0) continue;
    const who = claim.findLastIndex((token, i) => i < at && BEFORE_WHO.test(token.text)) + 1;
    // “đơn vị chủ trì là …” names nobody yet.
    const places = who < at - 2 ? aligned[who] : null;
    if (places && places.length > 0 && places.every(place => place > beside)) return 'role';
  }
  return null;
};
