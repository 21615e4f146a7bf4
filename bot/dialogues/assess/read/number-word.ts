/** Number words of Vietnamese, one word at a time. */

export interface NumberWord {
  kind: 'digit' | 'ten' | 'tens' | 'hundred' | 'thousand' | 'million' | 'filler';
  value: number;
  /** The word is also an everyday word of its own (“năm” is a year, “không” is no): the place has to decide. */
  doubtful: boolean;
}

const word = (kind: NumberWord['kind'], value: number, doubtful = false): NumberWord => ({
  kind,
  value,
  doubtful,
});

// “không” is never read as a number: that nobody is concerned is said in other ways (see `read-count.ts`).
const ACCENTED: Readonly<Record<string, NumberWord>> = {
  một: word('digit', 1, true),
  mốt: word('digit', 1, true),
  hai: word('digit', 2),
  ba: word('digit', 3),
  bốn: word('digit', 4),
  tư: word('digit', 4, true),
  năm: word('digit', 5, true),
  lăm: word('digit', 5, true),
  nhăm: word('digit', 5, true),
  sáu: word('digit', 6),
  bảy: word('digit', 7),
  bẩy: word('digit', 7),
  tám: word('digit', 8),
  chín: word('digit', 9),
  mười: word('ten', 10),
  mươi: word('tens', 10),
  chục: word('tens', 10, true),
  trăm: word('hundred', 100),
  nghìn: word('thousand', 1000),
  ngàn: word('thousand', 1000),
  triệu: word('million', 1_000_000),
  linh: word('filler', 0, true),
  lẻ: word('filler', 0, true),
};

const UNACCENTED: Readonly<Record<string, NumberWord>> = {
  mot: word('digit', 1, true),
  hai: word('digit', 2),
  ba: word('digit', 3, true),
  bon: word('digit', 4, true),
  nam: word('digit', 5, true),
  lam: word('digit', 5, true),
  sau: word('digit', 6, true),
  bay: word('digit', 7, true),
  tam: word('digit', 8, true),
  chin: word('digit', 9),
  muoi: word('ten', 10),
  tram: word('hundred', 100, true),
  nghin: word('thousand', 1000),
  ngan: word('thousand', 1000, true),
  trieu: word('million', 1_000_000, true),
  linh: word('filler', 0, true),
  le: word('filler', 0, true),
};

/** What number word this is, null for any other word. `unmarked`: the whole message has no diacritics. */
export function numberWord(lower: string, unmarked: boolean): NumberWord | null {
  const table = unmarked ? UNACCENTED : ACCENTED;
  return Object.hasOwn(table, lower) ? table[lower]! : null;
}

/** The number that a run of number words says; null when the words make no number. */
export function numberOf(words: readonly NumberWord[]): number | null {
  let total = 0;
  let group = 0;
  let digit: number | null = null;
  let open = true;
  for (const { kind, value } of words) {
    if (kind === 'digit') {
      if (digit !== null || !open) return null;
      digit = value;
      open = false;
    } else if (kind === 'filler') {
      if (group === 0 && total === 0) return null;
      open = true;
    } else if (kind === 'ten' || kind === 'tens') {
      // “mười” alone or after hundreds is ten; after a digit it is written without diacritics: “hai muoi”.
      group += (digit ?? 1) * 10;
      digit = null;
      open = true;
    } else if (kind === 'hundred') {
      if (digit === null) return null;
      group += digit * 100;
      digit = null;
      open = true;
    } else {
      const count = group + (digit ?? 0);
      if (count === 0) return null;
      total += count * value;
      group = 0;
      digit = null;
      open = true;
    }
  }
  return total + group + (digit ?? 0);
}
