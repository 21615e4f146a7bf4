import type { Evidence } from '../evidence.ts';
import type { Laid } from '../sentence.ts';
import { frontOf } from '../sentence.ts';
import { isContent } from './check-words.ts';

/** A piece of the cited sentence between semicolons: places `from` to `to`. */
export interface Piece {
  from: number;
  to: number;
}

/** How long a list of those who have a duty may be, in words and signs. */
const LONG_LIST = 45;
const DOES = /^(?:phải|cần|được|là|để|theo|hiện|khai|dựng)$/u;

/**
 * What a sentence opens with holds for all of its pieces: up to a colon, or whom it says something of; `repeated`: also
 * up to the word that every piece begins with again.
 */
export function openingOf({ tokens, parts }: Evidence, repeated = true): Set<number> {
  const own = tokens.flatMap((_, i) => (parts[i] === 'own' ? [i] : [])).slice(0, 12);
  const all = tokens.flatMap((_, i) => (parts[i] === 'own' ? [i] : []));
  const first = all.findIndex(i => tokens[i]!.text === ';' || tokens[i]!.text === ':');
  const colon = first >= 0 && tokens[all[first]!]!.text === ':' ? first : -1;
  const says = own.findIndex(i => /^(?:phải|cần|được|là)$/u.test(tokens[i]!.text));
  // “Đảng ủy, chi bộ … có trách nhiệm A; B”
  const duty = all.findIndex(
    (i, k) =>
      (first < 0 || k < first || (k < LONG_LIST && onlyListed(first, k))) &&
      tokens[i]!.text === 'trách' &&
      tokens[i - 1]?.text === 'có',
  );
  // “Hội nghị … có kiểm điểm; có biểu dương; …”
  const again =
    first >= 0 && tokens[all[first]! + 1]?.text === 'có' ? all.findIndex(i => tokens[i]!.text === 'có') : -1;
  const has = repeated && again < first ? again : -1;
  return new Set(all.slice(0, Math.max(colon, says, duty, has, 0)));

  /** “Đảng ủy xã, thị trấn; chi bộ cơ sở, … có trách nhiệm”: the first sign stands in the list of who has it. */
  function onlyListed(from: number, to: number): boolean {
    return tokens[all[from]!]!.text === ';' && !all.slice(from, to).some(i => DOES.test(tokens[i]!.text));
  }
}

/** One of the first words of a piece stands at these places. */
export function beginsPiece({ tokens }: Evidence, { from, to }: Piece, places: readonly number[]): boolean {
  // A piece begins at its first words, and again behind a comma of its list.
  const words = tokens.slice(from, to).flatMap((token, k) => (token.kind === 'word' ? [from + k] : []));
  return places.some(
    place =>
      words.slice(0, 3).includes(place) ||
      (from < place && place < to && [1, 2].some(k => /^[,(]$/u.test(tokens[place - k]?.text ?? ''))),
  );
}

/** The claim between commas and “và”; what begins with a body goes on from the item before, unless bodies are listed. */
export function itemsOf({ claim, mentions }: Laid, bodies: boolean): number[][] {
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

export function piecesOf({ tokens, parts }: Evidence): Piece[] {
  const cuts = tokens.flatMap((token, i) => (parts[i] === 'own' && token.text === ';' ? [i] : []));
  const own = tokens.findIndex((_, i) => parts[i] === 'own');
  const ends = [...cuts, tokens.length];
  return ends
    .map((to, i) => ({ from: i === 0 ? own : ends[i - 1]! + 1, to }))
    .filter(({ from, to }) => tokens.slice(from, to).some(token => token.kind === 'word'));
}

/** Places of the claim's words of meaning that name no body. */
export function saying({ claim, aligned, mentions }: Laid): number[] {
  return claim.flatMap((_, i) => {
    const named = mentions.some(each => each.from <= i && i < each.to);
    const belongs = /^(?:trực|thị|trấn|xã|hạn|chót)$/u.test(claim[i]!.text);
    // “các chi, đảng ủy”; “Kế hoạch được …”
    const listed = claim[i]!.text === 'chi' && claim[i + 1]?.text === ',';
    const plan = i < 2 && claim[0]!.text === 'kế';
    return !named && !belongs && !listed && !plan && isContent(claim, aligned, i) ? [i] : [];
  });
}
