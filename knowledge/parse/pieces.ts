import { headLineRole, isCapitals, opensPreamble, opensSignature } from './head-line.ts';
import {
  annexRole,
  endsParagraph,
  isHardWrapped,
  isHeading,
  isOwnTitle,
  looksLikeRecipient,
} from './line-forms.ts';
import { isUnit, type Marker, markerOf } from './marker.ts';
import type { Block, Piece, Role } from './piece.ts';

/** Where in a document (or in a template inside it) the reading is. */
type Zone = 'head' | 'body' | 'recipients' | 'signature';

/** Cuts blocks into pieces: letterhead, title, units, bullets, paragraphs, footnotes, signature, templates. */
export function piecesOf(blocks: readonly Block[]): Piece[] {
  const reader = new PieceReader(blocks);
  for (const block of blocks) reader.read(block);
  return reader.finished();
}

class PieceReader {
  readonly pieces: Piece[] = [];
  private zone: Zone = 'head';
  /** Something was signed or sent: a line “Mẫu …” now begins a template. */
  private closed = false;
  private titled = false;
  /** The document (or annex) names its type, so capitals above that are a letterhead and no title. */
  private typed: boolean;
  private lastNumber = '';

  constructor(blocks: readonly Block[]) {
    this.typed = blocks.slice(0, 20).some(block => block.some(({ text }) => headLineRole(text) === 'type'));
  }

  /** Without any unit there is no body to be the preamble of. */
  finished(): Piece[] {
    if (this.pieces.some(({ marker }) => isUnit(marker))) return this.pieces;
    return this.pieces.map(piece => (piece.role === 'preamble' ? { ...piece, role: 'body' } : piece));
  }

  read(block: Block): void {
    const wrapped = isHardWrapped(block);
    for (const [index, { line, text }] of block.entries()) {
      const first = index === 0;
      const above = block[index - 1]?.text ?? '';
      this.enter(text, first, block.length);
      const role = this.roleOf(text);
      const marker = role === 'body' || role === 'preamble' ? this.markerAt(text, above) : null;
      const last = this.pieces.at(-1);
      if (last && this.continues(last, role, marker, text, above, wrapped)) {
        if (keepsLines(role)) last.lines.push(...(first ? ['', text] : [text]));
        else if (isBareHeading(last)) last.lines.push(text);
        else last.lines[last.lines.length - 1] += ` ${text}`;
      } else {
        this.pieces.push({ role, marker, lines: [text], line, tight: !first });
      }
    }
  }

  /** The marker of a line, unless a hard-wrapped sentence merely happens to break before it. */
  private markerAt(text: string, above: string): Marker | null {
    const marker = markerOf(text);
    const breaksOff = above !== '' && !/[.,:;!?…”"]$/.test(above) && !isCapitals(above);
    if (marker?.form === 'dash' && breaksOff && /^\p{Ll}/u.test(marker.rest)) return null;
    if (marker?.form !== 'number') return marker;
    const follows =
      marker.name === '1' ||
      marker.depth > 1 ||
      Number(marker.name) === Number.parseInt(this.lastNumber, 10) + 1;
    if (breaksOff && !follows) return null;
    this.lastNumber = marker.name;
    return marker;
  }

  /** Moves to the zone that this line opens. */
  private enter(text: string, first: boolean, height: number): void {
    if (/^Nơi nhận\s*(?::|$)/u.test(text)) this.close('recipients');
    else if (opensSignature(text) && this.zone !== 'head') this.close('signature');
    else if (first && annexRole(text) !== null && (this.closed || annexRole(text) === 'annex'))
      this.zone = 'head';
    else if (this.zone === 'head' && this.opensBody(text)) this.zone = 'body';
    else if (this.zone === 'recipients' && first && !looksLikeRecipient(text, height))
      this.zone = 'signature';
    else if (this.zone === 'signature' && first && (text.length > 150 || isHeading(text))) this.zone = 'body';
  }

  private close(zone: Zone): void {
    this.zone = zone;
    this.closed = true;
  }

  private opensBody(text: string): boolean {
    const marker = markerOf(text);
    if (!isUnit(marker)) return false;
    return marker.form !== 'label' && !(marker.form === 'letter' && !this.titled);
  }

  private roleOf(text: string): Role {
    if (this.zone !== 'head') return this.zone;
    const annex = annexRole(text);
    if (annex !== null && (this.closed || annex === 'annex') && this.pieces.at(-1)?.role !== annex) {
      this.titled = false;
      this.typed = annex === 'template';
      return annex;
    }
    const role = headLineRole(text);
    if (role === 'type') return 'type';
    if (!this.titled) {
      if (role === 'number' || role === 'place-date') return role;
      const afterType = this.pieces.at(-1)?.role === 'type';
      if (afterType && !opensPreamble(text)) return this.entitle('title');
      if (role === 'title' || (role === 'letterhead' && !this.typed && isOwnTitle(text)))
        return this.entitle('title');
      if (role === 'letterhead') return role;
      return this.entitle('preamble');
    }
    return role === 'letterhead' && !/\p{L}/u.test(text) ? 'letterhead' : 'preamble';
  }

  private entitle(role: Role): Role {
    this.titled = true;
    return role;
  }

  private continues(
    last: Piece,
    role: Role,
    marker: Marker | null,
    text: string,
    above: string,
    wrapped: boolean,
  ): boolean {
    if (role === 'recipients') return last.role === role && !/^Nơi nhận/u.test(text);
    if (role === 'signature' || role === 'letterhead') return last.role === role;
    if (above === '') return isBareHeading(last) && marker === null && isCapitals(text);
    if (marker !== null) return false;
    if (role === 'preamble' && last.role === 'title') return !opensPreamble(text);
    if (role !== last.role) return false;
    if (role !== 'body' && role !== 'preamble') return role === 'title';
    return isBareHeading(last) || !endsParagraph(last, above, text, wrapped);
  }
}

function keepsLines(role: Role): boolean {
  return role === 'recipients' || role === 'signature' || role === 'letterhead';
}

/** “Chương II” or “Điều 5” whose name stands on the next line. */
function isBareHeading(piece: Piece): boolean {
  const { marker } = piece;
  if (marker === null || !isUnit(marker) || marker.rest !== '' || piece.lines.length > 1) return false;
  return ['part', 'chapter', 'section', 'article'].includes(marker.form);
}
