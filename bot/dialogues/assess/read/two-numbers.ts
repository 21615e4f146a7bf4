/** Two numbers said together, and the words around them. */
export interface TwoNumbers {
  first: number;
  second: number;
  before: string;
  between: string;
  after: string;
}

/** Every number of a marked text; years (“năm 2024”) are left out, they say when. */
export function numbersOf(marked: string): { value: number; at: number; end: number }[] {
  return [...marked.matchAll(/(?<!nam )#(\d+)/g)].map(found => ({
    value: Number(found[1]),
    at: found.index,
    end: found.index + found[0].length,
  }));
}

/** The only two numbers of a marked text, null when there are more or fewer. */
export function twoNumbers(marked: string): TwoNumbers | null {
  const [first, second, third] = numbersOf(marked);
  if (!first || !second || third) return null;
  return {
    first: first.value,
    second: second.value,
    before: marked.slice(0, first.at).trim(),
    between: marked.slice(first.end, second.at).trim(),
    after: marked.slice(second.end).trim(),
  };
}

/** “9/10”, “9 trên 10”, “9 đồng chí trong tổng số 10”, “chín phần mười”: the first of the second. */
export function isOf(between: string): boolean {
  return /(?:^| )(?:\/|tren|phan|trong(?! do| nam))(?: |$)/.test(between);
}

/** “10 đồng chí thì 9 tốt”, “10, trong đó 9”, “trong 10 đồng chí có 9”: the whole stands first. */
export function isWholeFirst({ before, between }: TwoNumbers): boolean {
  if (/(?:^| )(?:trong(?! nam)|tren|tong|tong so|tong cong)(?: so)?(?: \S+){0,3}$/.test(before)) return true;
  return /(?:^| )(?:thi|trong do|trong so do|co|duoc|dat|da)(?: |$)/.test(between);
}

/** Two pairs “9/10 … 8/10”, null when the text does not say exactly two. */
export function twoPairs(marked: string): [[number, number], [number, number]] | null {
  const numbers = numbersOf(marked);
  const pairs = [...marked.matchAll(/#(\d+)(?: [a-z]+){0,3} (?:\/|tren|trong|phan)(?: [a-z]+){0,3} #(\d+)/g)];
  if (numbers.length !== 4 || pairs.length !== 2) return null;
  return [
    [Number(pairs[0]![1]), Number(pairs[0]![2])],
    [Number(pairs[1]![1]), Number(pairs[1]![2])],
  ];
}

/** “cả 12 tháng”, “đủ 10/10”, “10 đồng chí đều tốt”: all of them. */
export function saysAll(marked: string): boolean {
  return /(?:^| )(?:ca|du ca|tat ca|toan bo|du|het) (?:so )?(?:\S+ )?#\d+|#\d+(?: \S+){0,4} (?:deu|du|tat ca)(?: |$)/.test(
    marked,
  );
}
