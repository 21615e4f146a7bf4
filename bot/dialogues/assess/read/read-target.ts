import { isOf, isWholeFirst, numbersOf, saysAll, twoNumbers, twoPairs } from './two-numbers.ts';
import type { TypedAnswer } from './typed-answer.ts';
import { answered, oneOf, UNREADABLE } from './typed-answer.ts';

const TARGET =
  /(?:^| )(?:chi tieu|duoc giao|giao|ke hoach|de ra|phai|chuong trinh|tong|tong so|yeu cau)(?: la| \S+){0,2}$/;

/** “3/2”, “kết nạp 3, chỉ tiêu 2”, “đề ra 5 cuộc, hoàn thành 4”, “cả 12 tháng”. What is done may exceed the target. */
export function readTarget(marked: string): TypedAnswer {
  const pairs = twoPairs(marked);
  if (pairs) return oneOf(target(...pairs[0]), target(...pairs[1]));
  const numbers = numbersOf(marked);
  if (numbers.length === 1) {
    const { value, at } = numbers[0]!;
    if (value === 0 && TARGET.test(marked.slice(0, at).trim())) return answered(target(0, 0));
    return saysAll(marked) ? answered(target(value, value)) : { kind: 'half', number: value };
  }
  const two = twoNumbers(marked);
  if (!two)
    return numbers.length > 2 ? { kind: 'unreadable', reason: { why: 'too-many-numbers' } } : UNREADABLE;
  const { first, second } = two;
  if (/(?:^| )(?:hoac|hay)(?: |$)/.test(two.between))
    return { kind: 'unreadable', reason: { why: 'too-many-numbers' } };
  if (isOf(two.between)) return answered(target(first, second));
  if (TARGET.test(two.between)) return answered(target(first, second));
  if (TARGET.test(two.before) || isWholeFirst(two)) return answered(target(second, first));
  return UNREADABLE;
}

const target = (done: number, of: number) => ({ done, target: of });
