import { isUnit, type UnitMarker } from './marker.ts';
import { type Piece, wordsOf } from './piece.ts';

/**
 * A place in the outline: the document itself, a template, a numbered unit, or a piece without a number.
 * `children` are in document order.
 */
export interface Node {
  piece: Piece | null;
  parent: Node | null;
  children: Node[];
}

/**
 * The pieces as a tree: each numbered unit holds what stands under it, each template its own units. Bullets
 * and paragraphs hang on the unit they stand in; `placed` decides later which bullet a paragraph belongs to.
 */
export function treeOf(pieces: readonly Piece[]): Node {
  const root: Node = { piece: null, parent: null, children: [] };
  let open = root;
  for (const piece of pieces) {
    const rank = rankOf(piece);
    while (open.piece !== null && rankOf(open.piece) >= rank) open = open.parent!;
    const node: Node = { piece, parent: open, children: [] };
    open.children.push(node);
    if (holdsOthers(piece)) open = node;
  }
  return root;
}

export function unitOf(node: Node): UnitMarker | null {
  const marker = node.piece?.marker ?? null;
  return isUnit(marker) ? marker : null;
}

/** Bullets and paragraphs: what has no number of its own. */
export function isLoose(node: Node): boolean {
  const role = node.piece?.role;
  return (role === 'body' || role === 'preamble') && unitOf(node) === null && !isFootnote(node);
}

export function isFootnote(node: Node): boolean {
  return node.piece?.marker?.form === 'footnote';
}

/** Whether a numbered unit says something itself, by its words alone. */
export function isSentence(node: Node): boolean {
  const words = wordsOf(node.piece!);
  return (
    /[.;!?…]["”)]?$/u.test(words.slice(-3)) || /\p{L}{3}[”")]?\. +\p{Lu}/u.test(unitOf(node)?.rest ?? words)
  );
}

function holdsOthers(piece: Piece): boolean {
  return (
    piece.role === 'annex' || piece.role === 'template' || (piece.role === 'body' && isUnit(piece.marker))
  );
}

const RANKS = { part: 3, chapter: 4, section: 5, roman: 6, article: 7, letter: 20, label: 30 };
const LOOSE = 100;

/** Lower ranks enclose higher ones. */
function rankOf(piece: Piece): number {
  if (piece.role === 'annex') return 1;
  if (piece.role === 'template') return 2;
  if (piece.role === 'stamp') return 0;
  // What closes or heads a document stands beside its units, not under the last one.
  if (piece.role !== 'body') return 3;
  const { marker } = piece;
  if (!isUnit(marker)) return LOOSE;
  return marker.form === 'number' ? 10 + marker.depth : RANKS[marker.form];
}
