import type { Laid } from '../sentence.ts';
import type { Mention, Role } from './mention.ts';

const ANYONE = /^(?:tổ chức đảng|cấp ủy|chi bộ)$/u;
const DOING: readonly Role[] = ['agent', 'by', 'competent', 'topic', 'recipient', 'assisted', 'owner'];

/** A sentence that names nobody who acts speaks to every committee and branch. */
export function meantByAll({ evidence, mentions }: Laid, mention: Mention): boolean {
  if (mention.role !== 'agent' || mention !== mentions[0] || !ANYONE.test(mention.name)) return false;
  return evidence.mentions.every(({ from, role }) => {
    const part = evidence.parts[from];
    const titled = part === 'head' && (role === 'model' || role === 'owner');
    return part === 'before' || titled || !DOING.includes(role);
  });
}

/** “chi bộ bốn tốt” is no “đảng bộ cơ sở bốn tốt” where the sentence names only one of them. */
export function namesModel({ evidence }: Laid, { name }: Mention): boolean {
  const named = evidence.mentions.filter(
    each => each.role === 'model' && evidence.parts[each.from] === 'own',
  );
  // “chi bộ cơ sở bốn tốt” is decided by another than “chi bộ bốn tốt”.
  const kind = (words: string): string =>
    words.startsWith('chi bộ cơ sở') ? 'chi bộ cơ sở' : words.split(' ').slice(0, 2).join(' ');
  return named.length === 0 || named.some(each => kind(each.name) === kind(name));
}

/** One body as both sides of what is done, or twice in a list. */
export function repeats({ mentions, claim }: Laid): boolean {
  // “các chi, chi bộ”
  if (
    mentions.some(
      ({ from, name }) =>
        name.startsWith('chi ') && claim[from - 1]?.text === ',' && claim[from - 2]?.text === 'chi',
    )
  )
    return true;
  return mentions.some((one, i) =>
    mentions.slice(i + 1).some(other => {
      const short = one.name.split(' ').length > 2 && other.name.startsWith(`${one.name} `);
      const same = one.name === other.name || short;
      if (!one.proper || !same) return false;
      const between = claim.slice(one.to, other.from);
      const reports = one.role === 'recipient' && other.role === 'recipient';
      if (reports && between.some(token => /^(?:để|rồi)$/u.test(token.text))) return true;
      const listed = other.from - one.to <= 2 && /^(?:,|và|hoặc)$/u.test(claim[one.to]!.text);
      return (
        listed ||
        ((one.role === 'agent' || one.role === 'by') &&
          ['recipient', 'assisted', 'partner', 'via'].includes(other.role))
      );
    }),
  );
}
