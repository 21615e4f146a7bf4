import { isContent } from './check-words.ts';
import type { Evidence } from './evidence.ts';
import type { Check, Laid } from './sentence.ts';

/**
 * A sentence of a claim speaks of one piece of the evidence between semicolons; whoever acts may be named in another.
 */
export const checkParts: Check = laid => {
  const { evidence, aligned } = laid;
  const parts = partsOf(evidence);
  if (parts.length < 2) return null;
  const content = saying(laid).filter(i => aligned[i]!.some(place => evidence.parts[place] === 'own'));
  const inOne = (words: readonly number[]): boolean =>
    parts.some(({ from, to }) => words.every(i => aligned[i]!.some(place => from <= place && place < to)));
  if (inOne(content)) return null;
  // A list may take each of its items from a piece of its own.
  const items = itemsOf(laid).map(item => content.filter(i => item.includes(i)));
  return items.length > 2 && items.every(inOne) ? null : 'order';
};

/** The claim between commas and “và”; what begins with a body goes on from the item before. */
function itemsOf({ claim, mentions }: Laid): number[][] {
  const items: number[][] = [[]];
  claim.forEach((token, i) => {
    const cut = token.kind === 'stop' || token.text === 'và';
    if (cut && !mentions.some(each => each.from === i + 1)) items.push([]);
    else items.at(-1)!.push(i);
  });
  return items.filter(item => item.length > 0);
}

function partsOf({ tokens, parts }: Evidence): { from: number; to: number }[] {
  const cuts = tokens.flatMap((token, i) => (parts[i] === 'own' && token.text === ';' ? [i] : []));
  const own = tokens.findIndex((_, i) => parts[i] === 'own');
  const ends = [...cuts, tokens.length];
  return ends
    .map((to, i) => ({ from: i === 0 ? own : ends[i - 1]! + 1, to }))
    .filter(({ from, to }) => tokens.slice(from, to).some(token => token.kind === 'word'));
}

/** Places of the claim's words of meaning that name no body. */
function saying({ claim, aligned, mentions }: Laid): number[] {
  return claim.flatMap((_, i) => {
    const named = mentions.some(each => each.from <= i && i < each.to);
    const belongs = claim[i]!.text === 'trực';
    return !named && !belongs && isContent(claim, aligned, i) ? [i] : [];
  });
}

const PIVOTS = ['thì', 'để', 'là'] as const;

/** “nếu A thì B”, “A để B”, “A là B”: each side says what it says in the sentence. */
export const checkSides: Check = laid => {
  const { claim, aligned, evidence } = laid;
  const content = saying(laid);
  for (const pivot of PIVOTS) {
    const said = claim.flatMap((token, i) => (token.text === pivot ? [i] : []));
    const cited = (evidence.places.get(pivot) ?? []).filter(place => evidence.parts[place] === 'own');
    if (said.length !== 1 || cited.length !== 1) continue;
    const [at, place] = [said[0]!, cited[0]!];
    const before = (i: number): boolean => aligned[i]!.some(each => each < place);
    const after = (i: number): boolean => aligned[i]!.some(each => each > place);
    const same = content.every(i => (i < at ? before(i) : after(i)));
    const turned = pivot === 'là' && content.every(i => (i < at ? after(i) : before(i)));
    if (!same && !turned) return 'order';
  }
  return null;
};
