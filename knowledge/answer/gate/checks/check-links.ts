import type { Check, Laid } from '../sentence.ts';
import { FREE } from '../words/gate-words.ts';
import { isNegation } from './check-negation.ts';
import { isContent } from './check-words.ts';
import { firstContent } from './first-content.ts';

/** “A hoặc B” stands between the same words in the sentence. */
function chooses(
  at: number,
  claim: Laid['claim'],
  aligned: Laid['aligned'],
  { tokens, parts }: Laid['evidence'],
): boolean {
  const next = firstContent(claim, aligned, at);
  if (next === null || next > at + 3) return true;
  const last = claim.findLastIndex((_, i) => i < at && isContent(claim, aligned, i));
  const links = tokens.flatMap((token, i) =>
    /^(?:hoặc|hay)$/u.test(token.text) && parts[i] !== 'before' ? [i] : [],
  );
  return (
    links.length === 0 ||
    links.some(link => aligned[next]!.some(place => place > link && place <= link + 8)) ||
    // “B hoặc A” of “A hoặc B”
    (last >= 0 &&
      links.some(
        link =>
          aligned[next]!.some(place => place < link && place >= link - 4) &&
          aligned[last]!.some(place => place > link && place <= link + 4),
      ))
  );
}

/** “phải B” where the sentence leaves it to choose: “A hoặc B”. */
function onlyOne({ claim, aligned, evidence }: Laid): boolean {
  const { tokens, parts } = evidence;
  const must = claim.findIndex(token => /^(?:phải|buộc)$/u.test(token.text));
  if (must < 0 || claim.some(token => /^(?:hoặc|hay)$/u.test(token.text))) return false;
  const content = (i: number): boolean => tokens[i]?.kind === 'word' && !FREE.has(tokens[i]!.text);
  const said = (place: number): boolean =>
    aligned.some(
      (places, i) =>
        i > must && i <= must + 4 && places?.includes(place) && claim[i]!.text === tokens[place]!.text,
    );
  return tokens.some((token, at) => {
    if (token.text !== 'hoặc' || parts[at] !== 'own' || !content(at - 1) || !content(at + 1)) return false;
    const [last, next] = [said(at - 1) && said(at - 2), said(at + 1) && said(at + 2)];
    return last !== next;
  });
}

const OTHER_LINK: Readonly<Record<string, string>> = { và: 'hoặc', hoặc: 'và' };

/** “Hoặc” and “và” are the sentence's own. */
export const checkLinks: Check = laid => {
  const { claim, aligned, evidence, mentions } = laid;
  if (onlyOne(laid)) return 'scope';
  // “chi bộ hoặc đảng bộ” of those that the sentence lists with a comma.
  const listed = (at: number): boolean =>
    mentions.some(each => each.to === at) &&
    mentions.some(each => each.from === at + 1) &&
    !/(?<!\p{L})(?:và|hoặc|hay)(?!\p{L})/u.test(evidence.own);
  /** “có cách làm hay thì …”: good, not or. */
  const isGood = (i: number): boolean =>
    claim[i - 1]?.text === 'làm' ||
    claim[i + 1] === undefined ||
    /^(?:thì|,|;|\.)$/u.test(claim[i + 1]!.text);
  const either = claim.findIndex(
    (token, i) => (token.text === 'hoặc' || (token.text === 'hay' && !isGood(i))) && !listed(i),
  );
  const negated = claim.slice(0, Math.max(0, either)).some(token => isNegation(token) || token.text === 'dù');
  const bothWays = claim[either + 1]?.text === 'không' && claim[either - 1]?.text === claim[either + 2]?.text;
  if (either >= 0 && !negated && !bothWays && !chooses(either, claim, aligned, evidence)) return 'scope';
  if (
    either >= 0 &&
    !negated &&
    !bothWays &&
    !/(?<!\p{L})(?:hoặc|Hoặc|hay)(?!\p{L})|\p{Ll}\/\p{Ll}/u.test(`${evidence.own} ${evidence.head}`)
  )
    return 'scope';
  for (const [i, token] of claim.entries()) {
    const other = token.kind === 'word' ? OTHER_LINK[token.text] : undefined;
    if (!other) continue;
    const named = mentions.some(each => each.from === i + 1);
    if (!named && claim[i - 1]?.kind === 'word' && claim[i - 1]!.text === claim[i + 1]?.text) return 'scope';
    if (!aligned[i - 1] || !aligned[i + 1]) continue;
    const linked = aligned[i - 1]!.some(
      place => aligned[i + 1]!.includes(place + 2) && evidence.tokens[place + 1]!.text === other,
    );
    const both = claim[i + 1]?.text === 'không' && claim[i - 1]?.text === claim[i + 2]?.text;
    if (linked && !both) return 'scope';
  }
  return null;
};
