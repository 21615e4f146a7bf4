import { inside, type Name } from './addresses.ts';
import type { Piece } from './piece.ts';

/** `chú thích 7`, `chú thích 7 đ2`. */
export function footnoteName({ marker }: Piece, container: Name): Name {
  if (marker?.form !== 'footnote') return container;
  const note = inside(container, `chú thích ${marker.name}`, `chú thích ${marker.name}`);
  return marker.nth ? inside(note, `đ${marker.nth}`, `đoạn ${marker.nth}`) : note;
}

const FIXED: Partial<Record<Piece['role'], [id: string, address: string]>> = {
  number: ['số', 'phần số, ký hiệu'],
  'place-date': ['nơi ngày', 'phần địa danh, ngày tháng'],
  type: ['tên loại', 'tên loại văn bản'],
  title: ['tên', 'tên văn bản'],
  recipients: ['Nơi nhận', 'phần nơi nhận'],
  signature: ['ký', 'phần chữ ký'],
  stamp: ['dấu', 'dấu, ký hiệu ghi trên bản giấy (không thuộc văn bản)'],
};

/** What every document has once: its number, title, recipients, signature. */
export function fixedName({ role }: Piece, above: Name, letterheads: number): Name {
  if (role === 'letterhead')
    return inside(above, letterheads > 1 ? `tiêu đề ${letterheads}` : 'tiêu đề', 'phần tiêu đề');
  const [id, address] = FIXED[role] ?? ['phần', 'phần'];
  return inside(above, id, address);
}
