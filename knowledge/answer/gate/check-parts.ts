import { sameBody } from './bodies.ts';
import { isContent } from './check-words.ts';
import type { Evidence } from './evidence.ts';
import { all } from './figures.ts';
import type { Check, Laid } from './sentence.ts';

/**
 * A sentence of a claim speaks of one piece of the evidence between semicolons; whoever acts may be named in another.
 */
export const checkParts: Check = laid => {
  const { evidence, aligned } = laid;
  const parts = partsOf(evidence);
  if (parts.length < 2) return null;
  const opening = openingOf(evidence);
  const content = saying(laid).filter(
    i =>
      aligned[i]!.some(place => evidence.parts[place] === 'own') &&
      !aligned[i]!.some(place => opening.has(place)),
  );
  if (content.length <= 1 && !namedTogether(laid, parts)) return 'order';
  const documents = all(laid.claim, 'document').map(({ token }) =>
    all(evidence.tokens, 'document').flatMap(each => (each.token.text === token.text ? [each.at] : [])),
  );
  const inOne = (words: readonly number[]): boolean =>
    parts.some(({ from, to }) => {
      const inside = (place: number): boolean => from <= place && place < to;
      return (
        words.every(i => aligned[i]!.some(inside)) &&
        documents.every(places => places.some(inside) || !places.some(at => evidence.parts[at] === 'own'))
      );
    });
  if (inOne(content)) return null;
  // A list may take each of its items from a piece of its own.
  const items = itemsOf(laid, false).map(item => content.filter(i => item.includes(i)));
  if (items.length > 2 && items.every(inOne)) return null;
  const begins = (item: readonly number[]): boolean =>
    item.length === 0 || parts.some(part => beginsPart(evidence, part, aligned[item[0]!]!));
  if (items.length === 2 && items.every(item => inOne(item) && begins(item))) return null;
  const listed = itemsOf(laid, true).map(item => content.filter(i => item.includes(i)));
  return opening.size > 0 && listed.length > 2 && listed.every(inOne) ? null : 'order';
};

/** What a sentence opens with holds for all of its pieces: up to a colon, or whom it says something of. */
function openingOf({ tokens, parts }: Evidence): Set<number> {
  const own = tokens.flatMap((_, i) => (parts[i] === 'own' ? [i] : [])).slice(0, 12);
  const colon = own.findIndex(i => tokens[i]!.text === ':');
  const says = own.findIndex(i => /^(?:phải|cần|được)$/u.test(tokens[i]!.text));
  return new Set(own.slice(0, Math.max(colon, says, 0)));
}

/** A claim that only puts bodies together: all of them stand in one piece. */
function namedTogether(
  { claim, mentions, evidence, known }: Laid,
  parts: readonly { from: number; to: number }[],
): boolean {
  const is = claim.findIndex(token => token.text === 'là' || token.text === 'gồm');
  return (
    mentions.length < 2 ||
    !mentions.some(each => each.to <= is) ||
    parts.some(({ from, to }) =>
      mentions.every(one =>
        evidence.mentions.some(each => each.from >= from && each.to <= to && sameBody(one, each, known)),
      ),
    )
  );
}

/** One of the first words of a piece stands at these places. */
function beginsPart(
  { tokens }: Evidence,
  { from, to }: { from: number; to: number },
  places: readonly number[],
): boolean {
  const words = tokens.slice(from, to).flatMap((token, k) => (token.kind === 'word' ? [from + k] : []));
  return places.some(place => words.slice(0, 3).includes(place));
}

/** The claim between commas and “và”; what begins with a body goes on from the item before, unless bodies are listed. */
function itemsOf({ claim, mentions }: Laid, bodies: boolean): number[][] {
  const items: number[][] = [[]];
  claim.forEach((token, i) => {
    const cut = token.kind === 'stop' || token.text === 'và';
    if (cut && (bodies || !mentions.some(each => each.from === i + 1))) items.push([]);
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
    const belongs = /^(?:trực|thị|trấn|xã|hạn|chót)$/u.test(claim[i]!.text);
    // “các chi, đảng ủy”; “Kế hoạch được …”
    const listed = claim[i]!.text === 'chi' && claim[i + 1]?.text === ',';
    const plan = i < 2 && claim[0]!.text === 'kế';
    return !named && !belongs && !listed && !plan && isContent(claim, aligned, i) ? [i] : [];
  });
}

const PIVOTS: readonly (readonly string[])[] = [['thì'], ['để', 'nhằm'], ['là']];

/** “nếu A thì B”, “A để B”, “A là B”: each side says what it says in the sentence. */
export const checkSides: Check = laid => {
  const { claim, aligned, evidence } = laid;
  const content = saying(laid);
  for (const pivot of PIVOTS) {
    const said = claim.flatMap((token, i) => (pivot.includes(token.text) ? [i] : []));
    const cited = pivot
      .flatMap(word => evidence.places.get(word) ?? [])
      .filter(place => evidence.parts[place] === 'own');
    if (said.length !== 1 || cited.length !== 1) continue;
    const [at, place] = [said[0]!, cited[0]!];
    const before = (i: number): boolean => aligned[i]!.some(each => each < place);
    const after = (i: number): boolean => aligned[i]!.some(each => each > place);
    const same = content.every(i => (i < at ? before(i) : after(i)));
    const turned = pivot[0] === 'là' && content.every(i => (i < at ? after(i) : before(i)));
    if (!same && !turned && !(pivot[0] === 'để' && ledBy(at, content, before, after))) return 'order';
  }
  return null;

  /** “Để B, A”: the aim goes first and ends at a comma. */
  function ledBy(
    at: number,
    all: number[],
    before: (i: number) => boolean,
    after: (i: number) => boolean,
  ): boolean {
    if (all.some(i => i < at)) return false;
    return claim.some(
      (token, comma) =>
        token.text === ',' && comma > at && all.every(i => (i < comma ? after(i) : before(i))),
    );
  }
};
