/** “cuối quý này”, “ngày cuối tháng 12”, “giữa tháng”, “đầu tuần sau”. */
import { addDays, lastDayOf, mondayOf, toDay } from './calendar-day.ts';
import { MONTH_REF, monthSaid, yearSaid } from './month-said.ts';
import { numberSaid } from './said-number.ts';
import { weeksOn } from './take-weekday.ts';
import { type Match, pattern, type TypedText } from './typed-text.ts';
import type { Anchor, MonthSaid } from './when-said.ts';

const EVERY = '(?<each>mỗi|hằng|hàng|các|từng|mọi)';
const MONTH = `tháng(?: ${MONTH_REF})?`;
const QUARTER = `(?:quý|quí)(?: (?<qref>này|sau|tới|[1-4]|iii|ii|iv|i|một|hai|ba|tư|bốn)(?!\\d|~/~\\d{1,2}(?!\\d)))?(?:~[/,-]?~(?:năm )?(?<qyear>\\d{4})|~năm (?<qyear>nay|sau|tới))?`;
const YEAR = 'năm(?: (?<yref>nay|này|sau|tới|\\d{4}))?';
const HALF_YEAR = '(?:nửa năm|(?:6|sáu) tháng)';
const WEEK = 'tuần(?: (?<wref>này|sau nữa|sau|tới|kế))?';
const PERIOD = `(?:(?<half>${HALF_YEAR})|(?<week>${WEEK})|(?<month>${MONTH})|(?<quarter>${QUARTER})|(?<yearly>${YEAR}))`;

const END = pattern(`(?:ngày )?(?:cuối cùng|cuối|hết)(?: ngày)?(?:§| )(?:của )?(?:${EVERY} )?${PERIOD}`);
const MIDDLE = pattern(`giữa (?:${EVERY} )?${MONTH}`);
const START = pattern(`đầu (?:${EVERY} )?${PERIOD}`);
const NAMED = pattern(
  'tuần (?<wref>này|sau nữa|sau|tới|kế)|tháng (?<mref>này|sau nữa|sau|tới)|quý (?<qref>này|sau|tới)|năm (?<yref>sau|tới)',
);
const IN = pattern(`trong ${PERIOD}`);

/** “tháng 13”: a day of it, to be found wanting. */
const isNoMonth = ({ groups }: Match): boolean => groups.ref !== undefined && numberSaid(groups.ref) > 12;
const noMonth = (match: Match): Anchor => ({
  is: 'month-day',
  days: [1],
  month: 13,
  year: null,
  lunar: false,
  ...where(match),
});

interface Period {
  unit: 'week' | 'month' | 'quarter' | 'half-year' | 'year';
  from: string;
  to: string;
  /** It was said which one. */
  named: boolean;
}

/** An end or a middle. */
export function takePeriod(typed: TypedText, today: string): Anchor | null {
  const middle = typed.take(MIDDLE);
  if (middle) {
    if (isNoMonth(middle)) return noMonth(middle);
    const month: MonthSaid | null = middle.groups.ref ? monthSaid(middle.groups, today) : null;
    return { is: 'middle', month, each: middle.groups.each !== undefined, ...where(middle) };
  }
  const end = typed.take(END);
  if (end) {
    if (isNoMonth(end)) return noMonth(end);
    const { unit, from, to, named } = periodSaid(end, today);
    if (unit === 'week') return { is: 'period', unit, from: addDays(from, 5), to, ...where(end) };
    const each = end.groups.each !== undefined || unit === 'half-year';
    return { is: 'end', unit, last: named || !each ? to : null, named, each: each && !named, ...where(end) };
  }
  return null;
}

/** “tuần sau”, “đầu tháng” with no day of it: taken when nothing else says which day. */
export function takePeriodWithoutDay(typed: TypedText, today: string): Anchor | null {
  const start = typed.take(START) ?? typed.take(IN);
  if (start && isNoMonth(start)) return noMonth(start);
  if (start) return { is: 'period', ...without(periodSaid(start, today)), ...where(start) };
  const match = typed.take(NAMED);
  if (!match) return null;
  const { wref, mref, qref, yref } = match.groups;
  const groups = {
    ...(wref && { week: wref, wref }),
    ...(mref && { month: mref, ref: mref }),
    ...(qref && { quarter: qref, qref }),
    ...(yref && { yearly: yref, yref }),
  };
  return { is: 'period', ...without(periodSaid({ ...match, groups }, today)), ...where(match) };
}

const without = ({ unit, from, to }: Period): { unit: Period['unit']; from: string; to: string } => ({
  unit,
  from,
  to,
});

function periodSaid({ groups }: Match, today: string): Period {
  if (groups.week !== undefined) {
    const monday = addDays(mondayOf(today), groups.wref ? 7 * weeksOn(groups.wref) : 0);
    return { unit: 'week', from: monday, to: addDays(monday, 6), named: groups.wref !== undefined };
  }
  const now = toDay(today);
  if (groups.month !== undefined) {
    const { year, month } = groups.ref ? monthSaid(groups, today) : { year: now.year, month: now.month };
    return span('month', year, month, 1, groups.ref !== undefined);
  }
  if (groups.quarter !== undefined) return quarterSaid(groups, today);
  if (groups.half !== undefined) return span('half-year', now.year, now.month <= 6 ? 1 : 7, 6, false);
  const yref = groups.yref;
  return span('year', yref ? yearSaid(yref, today) : now.year, 1, 12, yref !== undefined);
}

function quarterSaid(groups: Match['groups'], today: string): Period {
  const { year, month } = toDay(today);
  const { qref: ref, qyear } = groups;
  const current = Math.ceil(month / 3);
  if (ref !== undefined && /^(?:sau|t[ớo]i)$/u.test(ref))
    return span('quarter', current === 4 ? year + 1 : year, ((current % 4) + 1) * 3 - 2, 3, true);
  const quarter = ref === undefined || /^n/u.test(ref) ? current : numberSaid(ref);
  const inYear = qyear ? yearSaid(qyear, today) : quarter < current ? year + 1 : year;
  return span('quarter', inYear, quarter * 3 - 2, 3, ref !== undefined || qyear !== undefined);
}

function span(unit: Period['unit'], year: number, month: number, months: number, named: boolean): Period {
  const from = Temporal.PlainDate.from({ year, month, day: 1 }).toString();
  return { unit, from, to: lastDayOf(year, month + months - 1), named };
}

const where = ({ start, end }: Match): { start: number; end: number } => ({ start, end });
