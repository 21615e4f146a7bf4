import { sameBody } from '../bodies/bodies.ts';
import type { Evidence } from '../evidence.ts';
import type { Check, Laid } from '../sentence.ts';
import { frontOf } from '../sentence.ts';
import { samePlaces } from '../words/align.ts';
import { isContent } from './check-words.ts';
import { all } from './figures.ts';

/**
 * A sentence of a claim speaks of one piece of the evidence between semicolons; whoever acts may be named in another.
 */
export const checkParts: Check = laid => {
  const { evidence, aligned } = laid;
  const parts = partsOf(evidence);
  if (parts.length < 2) return null;
  // “một cách thường xuyên” takes nothing from a piece that says “cách làm”; “cơ sở” says whose branch.
  const lightHere = (i: number): boolean =>
    laid.light.has(i) && !/^(?:cơ|sở|tiêu|chí|chuẩn)$/u.test(laid.claim[i]!.text);
  const opening = openingOf(evidence);
  /** Item by item through the pieces: another piece is gone on to where it begins. */
  const goesOn = (list: readonly (readonly number[])[]): boolean => {
    let at: { from: number; to: number } | null = null;
    for (const item of list) {
      if (item.length === 0) continue;
      const bearing = parts.filter(part => bears(part, item));
      const here: { from: number; to: number } | undefined =
        bearing.find(part => at === null || part === at) ??
        bearing.find(part => beginsPart(evidence, part, aligned[item[0]!]!) || ledByBody(part, item[0]!));
      if (!here) return false;
      at = here;
    }
    return true;
  };
  /** “… còn đảng bộ cơ sở họp …”: the body right before names the piece. */
  const ledByBody = ({ from, to }: { from: number; to: number }, i: number): boolean => {
    const body = laid.mentions.find(each => each.to <= i && i - each.to <= 2);
    return (
      body !== undefined &&
      evidence.mentions.some(each => each.from >= from && each.to <= to && sameBody(body, each, laid.known))
    );
  };
  const bears = ({ from, to }: { from: number; to: number }, words: readonly number[]): boolean =>
    words.every(i => placesOf(i).some(place => from <= place && place < to));
  const content = saying(laid).filter(
    i =>
      !lightHere(i) &&
      aligned[i]!.some(place => evidence.parts[place] === 'own') &&
      !aligned[i]!.some(place => opening.has(place)),
  );
  if (content.length <= 1 && !namedTogether(laid, parts)) return 'order';
  const documents = all(laid.claim, 'document').map(({ token }) =>
    all(evidence.tokens, 'document').flatMap(each => (each.token.text === token.text ? [each.at] : [])),
  );
  /** The very word, where it is there, tells more than one that says the same. */
  const placesOf = (i: number): readonly number[] => {
    const same = samePlaces(laid.claim[i]!, evidence).filter(place => evidence.parts[place] === 'own');
    return same.length > 0 ? same : aligned[i]!;
  };
  const inOne = (words: readonly number[]): boolean =>
    parts.some(({ from, to }) => {
      const inside = (place: number): boolean => from <= place && place < to;
      return (
        words.every(i => placesOf(i).some(inside)) &&
        documents.every(places => places.some(inside) || !places.some(at => evidence.parts[at] === 'own'))
      );
    });
  if (inOne(content)) return null;
  // A list may take each of its items from a piece of its own.
  const items = itemsOf(laid, false).map(item => content.filter(i => item.includes(i)));
  if (items.length > 2 && items.every(inOne)) return null;
  if (items.length >= 2 && goesOn(items)) return null;
  const listed = itemsOf(laid, true).map(item => content.filter(i => item.includes(i)));
  return opening.size > 0 && listed.length > 2 && listed.every(inOne) ? null : 'order';
};

/** What a sentence opens with holds for all of its pieces: up to a colon, or whom it says something of. */
function openingOf({ tokens, parts }: Evidence): Set<number> {
  const own = tokens.flatMap((_, i) => (parts[i] === 'own' ? [i] : [])).slice(0, 12);
  const all = tokens.flatMap((_, i) => (parts[i] === 'own' ? [i] : []));
  const first = all.findIndex(i => tokens[i]!.text === ';' || tokens[i]!.text === ':');
  const colon = first >= 0 && tokens[all[first]!]!.text === ':' ? first : -1;
  const says = own.findIndex(i => /^(?:phải|cần|được|là)$/u.test(tokens[i]!.text));
  // “Đảng ủy, chi bộ … có trách nhiệm A; B”
  const duty = all.findIndex(
    (i, k) => (first < 0 || k < first) && tokens[i]!.text === 'trách' && tokens[i - 1]?.text === 'có',
  );
  return new Set(all.slice(0, Math.max(colon, says, duty, 0)));
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
  // A piece begins at its first words, and again behind a comma of its list.
  const words = tokens.slice(from, to).flatMap((token, k) => (token.kind === 'word' ? [from + k] : []));
  return places.some(
    place =>
      words.slice(0, 3).includes(place) ||
      (from < place && place < to && [1, 2].some(k => /^[,(]$/u.test(tokens[place - k]?.text ?? ''))),
  );
}

/** The claim between commas and “và”; what begins with a body goes on from the item before, unless bodies are listed. */
function itemsOf({ claim, mentions }: Laid, bodies: boolean): number[][] {
  const front = frontOf(claim);
  const items: number[][] = [[]];
  claim.forEach((token, i) => {
    const cut = token.kind === 'stop' || token.text === 'và';
    if ((i > 0 && i === front) || (cut && (bodies || !mentions.some(each => each.from === i + 1))))
      items.push([]);
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

const BESIDE = 5;
const PIVOTS: readonly (readonly string[])[] = [['thì'], ['để', 'nhằm'], ['là']];

/** “nếu A thì B”, “A để B”, “A là B”: each side says what it says in the sentence. */
export const checkSides: Check = laid => {
  const { claim, aligned, evidence } = laid;
  const front = frontOf(claim);
  const content = saying(laid).filter(i => i >= front);
  for (const pivot of PIVOTS) {
    const said = claim.flatMap((token, i) => (pivot.includes(token.text) ? [i] : []));
    const cited = pivot
      .flatMap(word => evidence.places.get(word) ?? [])
      .filter(place => evidence.parts[place] === 'own');
    if (said.length !== 1 || cited.length !== 1) continue;
    const [at, place] = [said[0]!, cited[0]!];
    if (at < front || !besideIt(at, place)) continue;
    const before = (i: number): boolean => aligned[i]!.some(each => each < place);
    const after = (i: number): boolean => aligned[i]!.some(each => each > place);
    if (pivot[0] !== 'thì') {
      if (crossed(at, before, after)) return 'order';
      continue;
    }
    const same = content.every(i => (i < at ? before(i) : after(i)));
    if (!same) return 'order';
  }
  return null;

  /** What stands next to it in the claim stands near it in the sentence: it is the same link. */
  function besideIt(at: number, place: number): boolean {
    const last = claim.findLastIndex((_, i) => i < at && isContent(claim, aligned, i));
    const next = claim.findIndex((_, i) => i > at && isContent(claim, aligned, i));
    return [last, next].some(i => aligned[i]?.some(each => Math.abs(each - place) <= BESIDE) ?? false);
  }

  /** What stands right before the link in the claim stands behind it in the sentence, or the reverse; “B là A” is one. */
  function crossed(at: number, before: (i: number) => boolean, after: (i: number) => boolean): boolean {
    const last = claim.findLastIndex((_, i) => i < at && isContent(claim, aligned, i));
    const next = claim.findIndex((_, i) => i > at && isContent(claim, aligned, i));
    const [nextTo, lastTo] = [aligned[next] ?? [], aligned[last] ?? []];
    // “tổng hợp để báo cáo” of “để tổng hợp, báo cáo”.
    if (nextTo.some(p => lastTo.some(q => p > q && p - q <= 2))) return false;
    const [one, other] = [last >= front && !before(last), next >= 0 && !after(next)];
    return claim[at]!.text === 'là' ? one !== other : last >= front && (one || other);
  }
};
