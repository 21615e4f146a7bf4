import { headLineRole, isCapitals, opensPreamble, opensSignature } from './head-line.ts';
import { isUnit, type Marker, markerOf } from './marker.ts';
import type { Block, Piece, Role } from './piece.ts';

/** Where in a document (or in a template inside it) the reading is. */
type Zone = 'head' | 'body' | 'recipients' | 'signature';

/** Cuts blocks into pieces: letterhead, title, units, bullets, paragraphs, footnotes, signature, templates. */
export function piecesOf(blocks: readonly Block[]): Piece[] {
  const reader = new PieceReader(blocks);
  for (const block of blocks) reader.read(block);
  return reader.pieces;
}

class PieceReader {
  readonly pieces: Piece[] = [];
  private zone: Zone = 'head';
  /** Something was signed or sent: a line “Mẫu …” now begins a template. */
  private closed = false;
  private titled = false;
  private readonly typed: boolean;

  constructor(blocks: readonly Block[]) {
    this.typed = blocks.slice(0, 20).some(block => block.some(({ text }) => headLineRole(text) === 'type'));
  }

  read(block: Block): void {
    const wrapped = isHardWrapped(block);
    for (const [index, { line, text }] of block.entries()) {
      const first = index === 0;
      const above = block[index - 1]?.text ?? '';
      this.enter(text, first, block.length);
      const role = this.roleOf(text);
      const marker = role === 'body' || role === 'preamble' ? markerOf(text) : null;
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

/** Whether the next line of the same block begins a paragraph of its own. */
function endsParagraph(last: Piece, before: string, text: string, wrapped: boolean): boolean {
  if (!/^["“(]?\p{Lu}/u.test(text)) return false;
  if (isCapitals(before) !== isCapitals(text)) return true;
  if (wrapped) return false;
  if (/[.:;!?]["”)]?$/.test(before)) return true;
  return isUnit(last.marker) && before.length < 60;
}

/** A scan or a plain-text copy breaks lines at one width; then a line's end says nothing. */
function isHardWrapped(block: Block): boolean {
  if (block.length < 2) return false;
  const lengths = block.map(({ text }) => text.length);
  const width = Math.max(...lengths.slice(0, 1000));
  return width <= 130 && lengths.slice(0, -1).every(length => length >= width * 0.7);
}

/** “Phụ lục”, “Mẫu 2”, “Mẫu này dùng cho …”: papers that hang on the document. */
function annexRole(text: string): 'annex' | 'template' | null {
  if (text.length > 150) return null;
  if (/^(?:Phụ lục|PHỤ LỤC)(?:\s+(?:số\s+)?(?:[IVX]+|\d+|[A-E]))?\s*(?:$|[.:\-–])/u.test(text))
    return 'annex';
  return /^(?:Mẫu|MẪU)(?:\s|$)/u.test(text) ? 'template' : null;
}

function looksLikeRecipient(text: string, height: number): boolean {
  return /^[-–—+•*.…\d]/.test(text) || /[,;:]$/.test(text) || (height > 1 && /^Như /u.test(text));
}

function isHeading(text: string): boolean {
  const marker = markerOf(text);
  return isUnit(marker) && marker.form !== 'label';
}

function isOwnTitle(text: string): boolean {
  return (
    headLineRole(text) === 'letterhead' &&
    /\p{L}/u.test(text) &&
    !/^(?:ĐẢNG|CỘNG|ĐỘC|CHI BỘ|HUYỆN|TỈNH|BAN )/u.test(text)
  );
}
