import { sameBody } from '../bodies/bodies.ts';
import type { Check, Laid } from '../sentence.ts';
import { samePlaces } from '../words/align.ts';
import { all } from './figures.ts';
import type { Piece } from './pieces.ts';
import { beginsPiece, itemsOf, openingOf, piecesOf, saying } from './pieces.ts';

/**
 * A sentence of a claim speaks of one piece of the evidence between semicolons; whoever acts may be named in another.
 */
export const checkParts: Check = laid => {
  const { evidence, aligned } = laid;
  const parts = piecesOf(evidence);
  if (parts.length < 2) return null;
  // “một cách thường xuyên” takes nothing from a piece that says “cách làm”; “cơ sở” says whose branch.
  const lightHere = (i: number): boolean =>
    laid.light.has(i) && !/^(?:cơ|sở|tiêu|chí|chuẩn)$/u.test(laid.claim[i]!.text);
  const opening = openingOf(evidence);
  /** Item by item through the pieces: another piece is gone on to where it begins. */
  const goesOn = (list: readonly (readonly number[])[]): boolean => {
    let at: Piece | null = null;
    const gone = new Set<Piece>();
    for (const item of list) {
      if (item.length === 0) continue;
      const bearing = parts.filter(part => bears(part, item));
      const here: Piece | undefined =
        bearing.find(part => at === null || part === at) ??
        bearing.find(
          part =>
            beginsPiece(evidence, part, aligned[item[0]!]!) ||
            // Named by a body that the piece before does not name.
            (ledByBody(part, item[0]!) && (at === null || !ledByBody(at, item[0]!))),
        );
      if (!here) return false;
      at = here;
      gone.add(here);
    }
    // A document is of one of the pieces that were gone through.
    return documents.every(
      places =>
        !places.some(place => evidence.parts[place] === 'own') ||
        [...gone].some(({ from, to }) => places.some(place => from <= place && place < to)),
    );
  };
  /** “… còn đảng bộ cơ sở họp …”: the body right before names the piece. */
  const ledByBody = ({ from, to }: Piece, i: number): boolean => {
    const body = laid.mentions.find(each => each.to <= i && i - each.to <= 2);
    return (
      body !== undefined &&
      evidence.mentions.some(each => each.from >= from && each.to <= to && sameBody(body, each, laid.known))
    );
  };
  const bears = ({ from, to }: Piece, words: readonly number[]): boolean =>
    words.every(i => placesOf(i).some(place => from <= place && place < to));
  /** “nghị quyết, kết luận phải …”: two words as the heading has them. */
  const ofHeading = (i: number): boolean =>
    aligned[i]!.some(
      place =>
        evidence.parts[place] === 'head' &&
        [1, -1].some(
          step => aligned[i + step]?.includes(place + step) && evidence.parts[place + step] === 'head',
        ),
    ) && !pairedHere(i);
  const pairedHere = (i: number): boolean =>
    samePlaces(laid.claim[i]!, evidence).some(
      place =>
        evidence.parts[place] === 'own' &&
        [1, -1].some(
          step =>
            laid.claim[i + step]?.kind === 'word' &&
            evidence.tokens[place + step]?.text === laid.claim[i + step]!.text,
        ),
    );
  const content = saying(laid).filter(
    i =>
      !lightHere(i) &&
      !ofHeading(i) &&
      aligned[i]!.some(place => evidence.parts[place] === 'own') &&
      !aligned[i]!.some(place => opening.has(place)),
  );
  if (content.length <= 1 && !namedTogether(laid, parts)) return 'order';
  const documents = all(laid.claim, 'document').map(({ token }) =>
    all(evidence.tokens, 'document').flatMap(each => (each.token.text === token.text ? [each.at] : [])),
  );
  /** The very word, where it is there, tells more than one that says the same. */
  const placesOf = (i: number): readonly number[] => {
    const same = samePlaces(laid.claim[i]!, evidence).filter(
      place =>
        evidence.parts[place] === 'own' &&
        !evidence.mentions.some(each => each.from <= place && place < each.to),
    );
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
  // “A thì bị B”: what follows from A stands with it.
  const follows = laid.claim.some(
    (token, i) => token.text === 'thì' && /^(?:bị|phải|được)$/u.test(laid.claim[i + 1]?.text ?? ''),
  );
  if (items.length >= 2 && !follows && goesOn(items)) return null;
  const listed = itemsOf(laid, true).map(item => content.filter(i => item.includes(i)));
  const leads = openingOf(evidence, false).size > 0;
  return leads && listed.length > 2 && listed.every(inOne) ? null : 'order';
};

/** A claim that only puts bodies together: all of them stand in one piece. */
function namedTogether({ claim, mentions, evidence, known }: Laid, parts: readonly Piece[]): boolean {
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
