/** “hằng tháng”, “mỗi thứ Sáu”, “3 tháng một lần”. */

import { PART } from './read-time.ts';
import { NUMBER, numberSaid } from './said-number.ts';
import { WEEKDAY } from './take-weekday.ts';
import { EACH, type Match, pattern, type TypedText } from './typed-text.ts';
import type { Unit } from './when-said.ts';

export interface Repeat {
  unit: Unit;
  count: number;
  start: number;
  end: number;
}

const EVERY = '(?:hằng|hàng|mỗi|mọi|từng|các)';
const ONCE = '(?:một|1) lần';
const HALF_YEAR = `nửa năm|6 tháng|sáu tháng`;

const COUNTED = pattern(
  `(?:${EVERY} |cứ )?(?<n>${NUMBER})~(?<unit>ngày|tuần|tháng|quý|năm)(?: là)?(?:,? |~,~)${ONCE}|` +
    `(?:mỗi|cứ) (?!năm ngày~\\d)(?<n>${NUMBER}) (?<unit>ngày|tuần|tháng|quý|năm)(?! (?:một|1)(?! lần))(?: ${ONCE})?`,
);
const HALF_YEARLY = pattern(`${EVERY} (?:${HALF_YEAR})`);
const PLAIN = pattern(
  `${EVERY} (?<unit>ngày(?! (?:thứ|\\d|chủ|cuối))|hôm|tuần|tháng|quý|năm)(?: ${ONCE})?|` +
    `(?<unit>ngày|hôm|tuần|tháng|quý|năm) (?:nào cũng(?: vậy)?|${ONCE})`,
);
const EACH_BEFORE = pattern(
  `(?:vào )?(?:mỗi|mọi|các|những|hằng|hàng)(?= (?:(?:buổi|ngày) )?(?:${PART}|${WEEKDAY}|ngày|rằm|mùng|mồng|\\d))`,
);
const SECOND_DAY = pattern('cách (?:ngày|nhật)');

const UNITS: readonly (readonly [RegExp, Unit])[] = [
  [/^(?:ng|h)/u, 'day'],
  [/^tu/u, 'week'],
  [/^th/u, 'month'],
  [/^q/u, 'quarter'],
  [/^n/u, 'year'],
];
const unitSaid = (said: string): Unit => UNITS.find(([word]) => word.test(said))![1];

/** Finds, without taking it, how often; whether it belongs to the time or to the text is settled by its neighbours. */
export function findRepeat(typed: TypedText): Repeat | null {
  const halfYearly = typed.find(HALF_YEARLY);
  const counted = typed.find(COUNTED);
  if (counted) {
    const unit = unitSaid(counted.groups.unit!);
    return { unit, count: numberSaid(counted.groups.n!), ...where(counted) };
  }
  if (halfYearly) return { unit: 'half-year', count: 1, ...where(halfYearly) };
  const second = typed.find(SECOND_DAY);
  if (second) return { unit: 'day', count: 2, ...where(second) };
  const plain = typed.find(PLAIN);
  return plain && { unit: unitSaid(plain.groups.unit!), count: 1, ...where(plain) };
}

/** Takes “mỗi”, “các” before a day. */
export const takeEach = (typed: TypedText): Match | null => typed.take(EACH_BEFORE, EACH);

const where = ({ start, end }: Match): { start: number; end: number } => ({ start, end });
