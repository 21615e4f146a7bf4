import { plain } from '../../choose.ts';

/** The words at the end of a text that were found in its plain form, as they were typed: “tối mai” is no “tới mai”. */
export function tailOf(text: string, found: string): string {
  const count = found === '' ? 0 : found.split(' ').length;
  const typed = text.trim().split(/\s+/);
  const end = typed.findLastIndex(word => plain(colons(word)) !== '') + 1;
  for (let last = end; last >= count; last -= 1) {
    const tail = typed.slice(last - count, last).join(' ');
    if (count > 0 && plain(colons(tail)) === found) return tail;
  }
  return found;
}

/** “19:30” and “15.12” keep what stands between their digits when words are made plain. */
export function colons(text: string): string {
  return text.replace(/(\d):(\d\d)/g, '$1h$2').replace(/(\d)\.(\d)/g, '$1/$2');
}
