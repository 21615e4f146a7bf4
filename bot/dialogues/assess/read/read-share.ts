import { isOf, isWholeFirst, numbersOf, saysAll, twoNumbers, twoPairs } from './two-numbers.ts';
import type { TypedAnswer } from './typed-answer.ts';
import { answered, oneOf, UNREADABLE } from './typed-answer.ts';

/** “9/10”, “9 trên 10 đồng chí”, “10 đồng chí thì 9 tốt”, “cả 10 đồng chí đều tốt”. */
export function readShare(marked: string): TypedAnswer {
  const pairs = twoPairs(marked);
  if (pairs) return oneOf(share(pairs[0]), share(pairs[1]));
  const numbers = numbersOf(marked);
  if (numbers.length === 1) {
    const { value } = numbers[0]!;
    if (/^(?:khong|chua)(?: co)?(?: ai| \S+ \S+ nao)? (?:\S+ ){0,4}(?:trong|tren)/.test(marked))
      return of(0, value);
    return saysAll(marked) ? of(value, value) : { kind: 'half', number: value };
  }
  const two = twoNumbers(marked);
  if (!two)
    return numbers.length > 2 ? { kind: 'unreadable', reason: { why: 'too-many-numbers' } } : UNREADABLE;
  const { first, second } = two;
  if (/(?:^| )(?:hoac|hay)(?: |$)/.test(two.between))
    return { kind: 'unreadable', reason: { why: 'too-many-numbers' } };
  if (
    /(?:^| )(?:trong(?! nam)|tren|tong|tong so)(?: \S+){0,3}$/.test(two.before) &&
    !two.between.includes('/')
  )
    return of(second, first);
  if (isOf(two.between)) return of(first, second);
  if (isWholeFirst(two)) return of(second, first);
  // “9 tốt, tổng 10” and “tổng 10, 9 tốt” alike: a part is never above its whole.
  return of(Math.min(first, second), Math.max(first, second));
}

const share = ([part, whole]: [number, number]) => ({ part, whole });

function of(part: number, whole: number): TypedAnswer {
  if (part > whole) return { kind: 'unreadable', reason: { why: 'part-above-whole', part, whole } };
  return answered({ part, whole });
}
