/** “thứ Sáu tuần sau”, “thứ 2, 4, 6 hằng tuần”, “thứ Hai đầu tiên của tháng”. */
import { addDays, mondayOf, toDay } from './calendar-day.ts';
import { MONTH_REF, monthSaid } from './month-said.ts';
import { numberSaid } from './said-number.ts';
import { isMarked, pattern, type TypedText } from './typed-text.ts';
import type { Anchor, Doubt } from './when-said.ts';

const NUMBERED = '[2-7]|hai|ba|tư|bốn|năm|sáu|bảy|bẩy';
const SUNDAY = 'chủ nhật|chúa nhật|cn';
export const WEEKDAY = `(?:(?<!lần )thứ~(?:${NUMBERED})(?!~[/.]~\\d|\\d)|(?<!lần )thu~[2-7](?!~[/.]~\\d|\\d| (?:triệu|tỷ|tỉ|đồng|trăm|nghìn))|t[2-7](?!\\d|-\\d\\d)|${SUNDAY})`;
const MORE = `(?:(?:thứ~|t)?(?:${NUMBERED})|${SUNDAY})(?!~[/.-]~\\d|\\d)`;
const LIST = `${WEEKDAY}(?:~(?:,|và|&|\\+|với|lẫn)~${MORE})+|${WEEKDAY}(?:~-~${MORE}){2,}|${WEEKDAY}(?: ${WEEKDAY})+`;
const WEEK = 'tuần (?<week>này|sau nữa|sau tới|sau|tới|kế tiếp|kế)';

const RANGE = pattern(`(?:từ )?(?<from>${WEEKDAY})~(?:đến|tới|->|–)~(?<to>${WEEKDAY})(?:§${WEEK})?`);
const NTH = pattern(
  `(?<day>${WEEKDAY}) (?:(?<first>đầu tiên|đầu)(?! tuần)|(?<last>cuối cùng|cuối)(?! tuần)|lần thứ (?<nth>[1-4]|nhất|hai|ba|tư|bốn))` +
    `(?:§(?:(?:mỗi|hằng|hàng|các|từng) )?(?<month>tháng)(?: ${MONTH_REF})?)?`,
);
const LISTED = pattern(
  `(?:${WEEK}§)(?<list>${LIST}|${WEEKDAY})|(?<list>${LIST}|${WEEKDAY})(?:(?<nao> nào cũng)|§${WEEK}| (?<rel>này|tới|sau)(?! (?:khi|đó|lúc))| (?:đầu|cuối) tuần(?! (?:sau|tới|này))| (?<month>(?:của )?(?:đầu |cuối )?tháng (?:sau|tới)))?`,
);
const NUMBERLESS = pattern(
  '(?<!lần |lượt )thứ(?=~$|~[,.?!]| (?:mấy|nào|này|tới|sau|tuần|lúc|vào)(?!\\p{L}))',
);
const ITEM = pattern(`(?:thứ~|t)?(?:${NUMBERED})|${SUNDAY}`);

export function takeWeekday(typed: TypedText, today: string): { anchor: Anchor | null; doubt: Doubt | null } {
  const range = typed.take(RANGE);
  if (range) {
    const [from, to] = [numberOfWeekday(range.groups.from!), numberOfWeekday(range.groups.to!)];
    const weekdays = Array.from({ length: Math.max(to - from + 1, 0) }, (_, i) => from + i);
    const { start, end } = range;
    if (weekdays.length < 2) return { anchor: null, doubt: { about: 'several', start, end } };
    return { anchor: weekdayAnchor(weekdays, range.groups.week, false, today, start, end), doubt: null };
  }
  const match = typed.take(LISTED);
  if (match) {
    const { list, week, rel, nao, month } = match.groups;
    const { start, end } = match;
    // Which week of that month is not said.
    if (month !== undefined)
      return {
        anchor: null,
        doubt: {
          about: 'day-of',
          unit: 'month',
          ...nextMonth(today),
          // The answer is a day of it.
          frame: ['', ` ${month.replace(/^.*(?=th[áa]ng)/u, '')}`],
          start,
          end,
        },
      };
    const weekdays = [...new Set(items(list!).map(numberOfWeekday))].sort();
    const named = week ?? (rel !== undefined && /^sau$/u.test(rel) ? 'sau' : undefined);
    const anchor = weekdayAnchor(weekdays, named, nao !== undefined, today, start, end);
    const coming = rel !== undefined && /^t/u.test(rel);
    return { anchor: anchor.is === 'weekday' ? { ...anchor, coming } : anchor, doubt: null };
  }
  const bare = typed.find(NUMBERLESS);
  return {
    anchor: null,
    doubt: bare && { about: 'weekday', start: bare.start, end: bare.end, frame: ['', ''] },
  };
}

function nextMonth(today: string): { from: string; to: string } {
  const from = toDay(today).with({ day: 1 }).add({ months: 1 });
  return { from: from.toString(), to: from.with({ day: from.daysInMonth }).toString() };
}

function items(list: string): string[] {
  const global = new RegExp(isMarked(list) ? ITEM.marked : ITEM.unmarked, 'gu');
  return [...list.matchAll(global)].map(([item]) => item);
}

function weekdayAnchor(
  weekdays: number[],
  week: string | undefined,
  each: boolean,
  today: string,
  start: number,
  end: number,
): Anchor {
  const monday = week === undefined ? null : addDays(mondayOf(today), 7 * weeksOn(week));
  return { is: 'weekday', weekdays, monday, coming: false, each, start, end };
}

/** How many weeks “tuần này”, “tuần sau”, “tuần sau nữa” lies on. */
export function weeksOn(week: string): number {
  if (/^n[àa]y$/u.test(week)) return 0;
  return /\s/u.test(week) && !/^k/u.test(week) ? 2 : 1;
}

/** “thứ Hai đầu tiên của tháng”. */
export function takeNthWeekday(typed: TypedText, today: string): Anchor | null {
  const match = typed.take(NTH);
  if (!match) return null;
  const { day, first, last, nth, month: named, ref } = match.groups;
  const month = ref !== undefined ? monthSaid(match.groups, today) : named !== undefined ? 'each' : null;
  return {
    is: 'nth-weekday',
    nth: first ? 1 : last ? 'last' : (numberSaid(nth!) as 1 | 2 | 3 | 4),
    weekday: numberOfWeekday(day!),
    month,
    start: match.start,
    end: match.end,
  };
}

/** 1 (Monday) to 7 (Sunday) of “thứ Hai”, “t2”, “6”, “chủ nhật”, “CN”. */
function numberOfWeekday(said: string): number {
  const word = said.replace(/^(?:th[ứu]|t(?=\s*\d))\s*/u, '');
  return /^c/u.test(word) ? 7 : numberSaid(word) - 1;
}
