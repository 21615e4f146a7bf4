import { pairedNames } from './form.ts';
import { plainName } from './plain-line.ts';

function renamed(name: string, from: 'organisation' | 'committee', to: 'organisation' | 'committee'): string {
  const plain = plainName(name).replaceAll('uỷ', 'ủy').replaceAll('UỶ', 'ỦY');
  const lower = plain.toLocaleLowerCase('vi');
  for (const pair of pairedNames) {
    const begin = pair[from].toLocaleLowerCase('vi');
    // “Đảng bộ huyện X” is no “Đảng bộ” + “huyện X”: the longer pairs come first.
    if (lower === begin || lower.startsWith(`${begin} `)) return pair[to] + plain.slice(begin.length);
  }
  return plain;
}

/** “Đảng ủy xã Tân Trạch” → “Đảng bộ xã Tân Trạch”: how the body above stands over a document. */
export const organisationName = (name: string): string => renamed(name, 'committee', 'organisation');

/** “Đảng bộ xã Tân Trạch” → “Đảng ủy xã Tân Trạch”: who issues, and who receives. */
export const committeeName = (name: string): string => renamed(name, 'organisation', 'committee');

/** In capitals, as names stand over a document. */
export const capitals = (name: string): string => name.toLocaleUpperCase('vi');
