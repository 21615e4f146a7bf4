import { numbersOf, twoNumbers } from './two-numbers.ts';
import type { TypedAnswer } from './typed-answer.ts';
import { answered, oneOf, UNREADABLE } from './typed-answer.ts';

const SAID = [
  ['better', /(?:^| )(?:tot hon|cao hon|nhieu hon|hon|tang|vuot|tot len|kha hon)(?= |$)/],
  ['equal', /(?:^| )(?:bang|ngang|ngang bang|nhu cu|khong doi|khong thay doi|giu nguyen|nhu nhau)(?= |$)/],
  ['worse', /(?:^| )(?:kem hon|thap hon|it hon|giam|kem|kem di|xau hon|tut)(?= |$)/],
] as const;

/** “tốt hơn”, “bằng”, “kém hơn”; where figures are taken also “12/10”, “năm nay 12, cùng kỳ 10”. */
export function readComparison(marked: string, figures: boolean): TypedAnswer {
  if (numbersOf(marked).length > 0) {
    return figures ? readFigures(marked) : { kind: 'unreadable', reason: { why: 'no-figures' } };
  }
  if (
    /(?:^| )(?:khong|chua|ko) (?:he |duoc )?(?:tot|cao|nhieu|hon|tang|vuot|bang|giam|kem|thap|it)/.test(
      marked,
    )
  )
    return UNREADABLE;
  // “kém hơn” has “hơn” in it: what is worse is taken out before what is better is looked for.
  const found: ('better' | 'equal' | 'worse')[] = [];
  let rest = marked;
  for (const [value, pattern] of [SAID[2], SAID[1], SAID[0]]) {
    if (pattern.test(rest)) found.push(value);
    rest = rest.replace(new RegExp(pattern, 'g'), ' ');
  }
  if (found.length === 1) return answered(found[0]!);
  return found.length === 2 ? oneOf(found[0]!, found[1]!) : UNREADABLE;
}

const BEFORE = /(?:^| )(?:cung ky|nam truoc|nam ngoai|truoc|ky truoc)(?: \S+){0,3}$/;

function readFigures(marked: string): TypedAnswer {
  const two = twoNumbers(marked);
  if (!two) return UNREADABLE;
  if (BEFORE.test(two.before)) return answered({ now: two.second, before: two.first });
  if (BEFORE.test(two.between) || /^(?:\/|;|,|so voi|tren|\S+ so voi|\S+ \/)$/.test(two.between))
    return answered({ now: two.first, before: two.second });
  return UNREADABLE;
}
