import type { Word } from '../vietnamese/words.ts';

/** A number somebody gives of their own unit, with the words that follow it. */
export interface Given {
  value: number;
  /** Folded words up to the next number: what is counted and how it stands. */
  tail: string;
  percent: boolean;
}

/** The whole numbers of a question that count something; “4 tốt”, dates and document numbers are none. */
export function readNumbers(words: readonly Word[]): Given[] {
  const given: Given[] = [];
  words.forEach((typed, i) => {
    // “2.000” is two thousand.
    const w = /^\d{1,3}(\.\d{3})+$/.test(typed.folded)
      ? { ...typed, folded: typed.folded.replaceAll('.', '') }
      : typed;
    const next = words[i + 1]?.folded ?? '';
    if (
      !/^\d{1,6}$/.test(w.folded) ||
      next === 'tot' ||
      /^(ngay|thang|nam|so|khoan|dieu|quy|muc)$/.test(words[i - 1]?.folded ?? '')
    ) {
      if (
        /^\d{1,6}\/\d{1,6}$/.test(w.folded) &&
        /dat|dang vien|chi bo|hoan thanh|to chuc|dong chi|cuoc|nhiem vu|noi dung/.test(tailOf(words, i))
      ) {
        const [part, whole] = w.folded.split('/').map(Number);
        given.push(
          { value: whole!, tail: '', percent: false },
          { value: part!, tail: tailOf(words, i), percent: false },
        );
      }
      return;
    }
    if (/^(nam|thang|lan|tieu|ngay|cap)$/.test(next)) return;
    given.push({ value: Number(w.folded), tail: tailOf(words, i), percent: next === '%' || next === 'phan' });
  });
  return given;
}

function tailOf(words: readonly Word[], from: number): string {
  const tail: string[] = [];
  for (let i = from + 1; i < words.length && tail.length < 12; i++) {
    if (/^\d/.test(words[i]!.folded) && words[i + 1]?.folded !== 'tot') break;
    tail.push(words[i]!.folded);
  }
  return tail.join(' ');
}
