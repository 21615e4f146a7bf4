import { headLineRole, isCapitals } from './head-line.ts';
import { isUnit, markerOf } from './marker.ts';
import type { Block, Piece } from './piece.ts';

/** Whether the next line of the same block begins a paragraph of its own. */
export function endsParagraph(last: Piece, before: string, text: string, wrapped: boolean): boolean {
  if (!/^["“(]?\p{Lu}/u.test(text)) return false;
  if (isCapitals(before) !== isCapitals(text)) return true;
  if (wrapped) return false;
  if (/[.:;!?]["”)]?$/.test(before)) return true;
  return isUnit(last.marker) && before.length < 60;
}

/** A scan or a plain-text copy breaks lines at one width; then a line's end says nothing. */
export function isHardWrapped(block: Block): boolean {
  if (block.length < 2) return false;
  const lengths = block.map(({ text }) => text.length);
  const width = Math.max(...lengths.slice(0, 1000));
  return width <= 130 && lengths.slice(0, -1).every(length => length >= width * 0.7);
}

/** “Phụ lục”, “Mẫu 2”, “Mẫu này dùng cho …”: papers that hang on the document. */
export function annexRole(text: string): 'annex' | 'template' | null {
  if (text.length > 150) return null;
  if (/^(?:Phụ lục|PHỤ LỤC)(?:\s+(?:số\s+)?(?:[IVX]+|\d+|[A-E]))?\s*(?:$|[.:\-–])/u.test(text))
    return 'annex';
  return /^(?:Mẫu|MẪU)(?:\s|$)/u.test(text) ? 'template' : null;
}

export function looksLikeRecipient(text: string, height: number): boolean {
  return /^[-–—+•*.…\d]/.test(text) || /[,;:]$/.test(text) || (height > 1 && /^Như /u.test(text));
}

export function isHeading(text: string): boolean {
  const marker = markerOf(text);
  return isUnit(marker) && marker.form !== 'label';
}

export function isOwnTitle(text: string): boolean {
  return (
    headLineRole(text) === 'letterhead' &&
    /\p{L}/u.test(text) &&
    !/^(?:ĐẢNG|CỘNG|ĐỘC|CHI BỘ|HUYỆN|TỈNH|BAN )/u.test(text)
  );
}
