import type { Word } from './words.ts';
import { word } from './words.ts';

const VALUES: Record<string, string> = {
  một: '1',
  hai: '2',
  ba: '3',
  bốn: '4',
  tư: '4',
  năm: '5',
  sáu: '6',
  bảy: '7',
  tám: '8',
  chín: '9',
  mười: '10',
};
const FOLDED_VALUES: Record<string, string> = {
  hai: '2',
  ba: '3',
  bon: '4',
  sau: '6',
  bay: '7',
  tam: '8',
  chin: '9',
  muoi: '10',
};
// Words after which a number word before them is a number: “ba tốt”, “hai lần”, “bốn tiêu chí”.
const COUNTED = new Set(
  'tốt lần tháng ngày tuần quý mức tiêu nội điều chi đảng người đồng phần bước loại cấp nhóm ý đại mẫu'.split(
    ' ',
  ),
);
const FOLDED_COUNTED = new Set('tot lan thang ngay tuan quy muc tieu nhom phan'.split(' '));

/** bốn tốt = 4 tốt = 04 tốt: a number word before what it counts becomes its digits. */
export function numberWords(words: readonly Word[]): Word[] {
  return words.map((w, i) => {
    const next = words[i + 1];
    if (!next) return w;
    const value = w.marked || next.marked || VALUES[w.text] ? VALUES[w.text] : FOLDED_VALUES[w.folded];
    const folded = FOLDED_VALUES[w.folded];
    if (value && (COUNTED.has(next.text) || (!next.marked && FOLDED_COUNTED.has(next.folded)))) {
      return word(value, w.start, w.end);
    }
    if (!w.marked && folded && FOLDED_COUNTED.has(next.folded)) return word(folded, w.start, w.end);
    return w;
  });
}
