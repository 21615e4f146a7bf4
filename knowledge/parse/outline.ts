import type { Clause, ClauseKind } from '../plan.ts';
import { inside, type Name, placeName, TOP, unitName } from './addresses.ts';
import { fixedName, footnoteName } from './fixed-names.ts';
import { isCapitals } from './head-line.ts';
import { type Piece, wordsOf } from './piece.ts';
import { liftClosings, liftFinalWord, type Place, placesIn } from './placed.ts';
import { isFootnote, isLoose, isSentence, type Node, treeOf, unitOf } from './tree.ts';

/** Clauses with their names and offsets, and the text that they point into, without its last newline. */
export function outlined(pieces: readonly Piece[]): { text: string; clauses: Clause[] } {
  const root = treeOf(pieces);
  const outline = new Outline();
  outline.contain(root, TOP, null, []);
  return { text: outline.parts.join(''), clauses: outline.finished() };
}

class Outline {
  readonly parts: string[] = [];
  private readonly clauses: Clause[] = [];
  private readonly names = new Map<Node, Name>();
  private readonly used = new Map<string, number>();
  private length = 0;
  private templates = 0;

  /** A document, annex or template: its own letterhead, units and signature. */
  contain(container: Node, name: Name, parent: string | null, headings: string[]): void {
    liftClosings(container);
    liftFinalWord(container);
    this.stand(container, name, name, parent, headings);
  }

  /** What stands under one unit, in document order. */
  private stand(unit: Node, name: Name, container: Name, parent: string | null, headings: string[]): void {
    const preamble = unit.children.filter(child => isLoose(child) && child.piece?.role === 'preamble');
    const places = new Map<Node, Place>([...placesIn(unit, 'body'), ...placesIn(unit, 'preamble')]);
    let letterheads = 0;
    /** A starred item that ends with a colon announces the bullets after it. */
    let announcing: Node | null = null;
    for (const child of unit.children) {
      const piece = child.piece!;
      const marker = unitOf(child);
      const place = places.get(child);
      if (place?.kind === 'star') announcing = wordsOf(piece).endsWith(':') ? child : null;
      if (piece.role === 'template' || piece.role === 'annex') {
        const own = this.annexName(piece, name);
        const id = this.add(child, own, piece.role === 'template' ? 'template' : 'heading', parent, headings);
        this.contain(child, { ...own, id }, id, [...headings, oneLine(piece)]);
      } else if (marker && piece.role === 'body') {
        const own = unitName(marker, name, container);
        const id = this.add(child, own, unitKind(child), parent, headings);
        this.stand(child, { ...own, id }, container, id, [...headings, oneLine(piece)]);
      } else if (isFootnote(child)) {
        this.add(child, footnoteName(piece, container), 'footnote', null, headings);
      } else if (place && preamble.length === 1 && piece.role === 'preamble') {
        this.add(child, inside(name, 'mở đầu', 'phần mở đầu'), 'preamble', parent, headings);
      } else if (place) {
        const above = piece.role === 'preamble' ? inside(name, 'mở đầu', 'phần mở đầu') : name;
        const own = placeName(place, above, (node: Node) => this.names.get(node)!);
        const holder = holderOf(place) ?? (piece.marker?.form === 'dash' ? announcing : null);
        this.add(child, own, looseKind(piece), holder ? this.names.get(holder)!.id : parent, headings);
      } else {
        if (piece.role === 'letterhead') letterheads++;
        this.add(
          child,
          fixedName(piece, name, letterheads),
          piece.role === 'type' ? 'title' : (piece.role as ClauseKind),
          parent,
          headings,
        );
      }
    }
  }

  private add(node: Node, name: Name, kind: ClauseKind, parent: string | null, headings: string[]): string {
    const piece = node.piece!;
    const id = this.unique(name.id);
    this.names.set(node, { ...name, id });
    const words = wordsOf(piece);
    const gap = this.length === 0 ? '' : piece.tight ? '\n' : '\n\n';
    this.parts.push(gap, words);
    const start = this.length + gap.length;
    const end = start + words.length;
    this.length = end;
    this.clauses.push({
      id,
      address: name.address.join(', '),
      kind,
      start,
      end,
      until: end,
      parent,
      headings,
      line: piece.line,
    });
    return id;
  }

  private unique(id: string): string {
    const times = (this.used.get(id) ?? 0) + 1;
    this.used.set(id, times);
    return times === 1 ? id : this.unique(`${id} lần ${times}`);
  }

  private annexName(piece: Piece, above: Name): Name {
    const words = oneLine(piece);
    if (piece.role === 'annex') {
      const number = /^phụ lục\s+(?:số\s+)?([IVX]+|\d+|[A-E])/iu.exec(words)?.[1];
      const title = number ? `Phụ lục ${number}` : 'Phụ lục';
      return inside(above, title, title);
    }
    this.templates++;
    const number = /^mẫu\s+(?:số\s+)?0*(\d+\p{L}?)(?![\p{L}\d])/iu.exec(words)?.[1] ?? this.templates;
    return inside(above, `Mẫu ${number}`, `Mẫu ${number}`);
  }

  /** The clauses, each reaching to the end of what stands under it. */
  finished(): Clause[] {
    const byId = new Map(this.clauses.map(clause => [clause.id, clause]));
    for (const { parent, until } of [...this.clauses].reverse()) {
      const above = parent === null ? undefined : byId.get(parent);
      if (above && above.until < until) above.until = until;
    }
    return this.clauses;
  }
}

function unitKind(node: Node): ClauseKind {
  const words = wordsOf(node.piece!);
  const isLeaf = node.children.every(isFootnote);
  if (isCapitals(words) || unitOf(node)?.form === 'label') return 'heading';
  return isSentence(node) || (isLeaf && !words.endsWith(':')) ? 'item' : 'heading';
}

function looseKind({ marker, role }: Piece): ClauseKind {
  if (marker !== null) return 'bullet';
  return role === 'preamble' ? 'preamble' : 'paragraph';
}

function holderOf(place: Place): Node | null {
  if (place.kind === 'continuation') return place.of;
  return place.kind === 'plus' ? place.under : null;
}

function oneLine(piece: Piece): string {
  return piece.lines.filter(line => line !== '').join(' ');
}
