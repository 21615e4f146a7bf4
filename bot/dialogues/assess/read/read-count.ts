import { numbersOf } from './two-numbers.ts';
import type { TypedAnswer } from './typed-answer.ts';
import { answered, oneOf, UNREADABLE } from './typed-answer.ts';

const NONE =
  /^(?:khong|ko|chua|k)(?: (?:he|co|ai|de|xay ra|phat sinh|con|bi|nao|vu|vu viec|viec|truong hop|dong chi|dang vien|nguoi|to chuc|to chuc dang|thanh vien|ky luat|vi pham|khieu nai|ton dong|mat doan ket|khien trach|chi bo|chung toi|a|nhe|gi|ca))*$/;

/** “0”, “2 đồng chí”, “không có ai”, “không”. */
export function readCount(marked: string): TypedAnswer {
  const numbers = numbersOf(marked);
  if (numbers.length === 0) return NONE.test(marked) ? answered({ count: 0 }) : UNREADABLE;
  if (/#\d+ (?:\S+ )?\/ #\d+/.test(marked))
    return { kind: 'unreadable', reason: { why: 'too-many-numbers' } };
  if (numbers.length === 1) return answered({ count: numbers[0]!.value });
  if (numbers.length === 2) return oneOf({ count: numbers[0]!.value }, { count: numbers[1]!.value });
  return { kind: 'unreadable', reason: { why: 'too-many-numbers' } };
}
