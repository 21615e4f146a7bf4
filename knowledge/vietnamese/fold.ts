/**
 * One spelling for what Vietnamese writes in two ways: tone placement (hoà → hòa, uỷ → ủy; never after q) and
 * i/y (tỉ lệ → tỷ lệ, kí → ký, qui → quy). Lower case, NFC.
 */
export function canonical(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/(o)([àáảãạèéẻẽẹ])(?!\p{L})/gu, moveTone)
    .replace(/(?<!q)(u)([ỳýỷỹỵ])(?!\p{L})/gu, moveTone)
    .replace(/(?<!\p{L})(qu|k|l|t|s)([iìíỉĩị])(?!\p{L})/gu, (word, onset: string, vowel: string) =>
      `${onset}${vowel}` === 'ti' || `${onset}${vowel}` === 'si' ? word : onset + Y_FOR_I[vowel],
    );
}

const Y_FOR_I: Record<string, string> = { i: 'y', ì: 'ỳ', í: 'ý', ỉ: 'ỷ', ĩ: 'ỹ', ị: 'ỵ' };

function moveTone(_: string, first: string, second: string): string {
  const [base, ...marks] = second.normalize('NFD');
  return (first + marks.join('')).normalize('NFC') + base;
}

/** Without diacritics, đ → d, lower case: how people type when in a hurry. */
export function fold(text: string): string {
  return text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd');
}

/** True when some letter carries a Vietnamese diacritic. */
export function isMarked(text: string): boolean {
  return /[đĐ]|\p{M}/u.test(text.normalize('NFD'));
}
