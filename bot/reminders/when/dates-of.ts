/** The days on which a schedule is due. */
import { lunarMonthLength, lunarOf, solarOf } from './lunar.ts';
import type { Days, Schedule } from './schedule.ts';

const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);
const earlier = (a: string, b: string): string => (a < b ? a : b);
const later = (a: string, b: string): string => (a > b ? a : b);

/** Days `YYYY-MM-DD` on which it is due from `from` to `to`, both included, in order. */
export function datesOfSchedule({ days, ...within }: Schedule, from: string, to: string): string[] {
  const first = later(from, within.from);
  const last = within.until === null ? to : earlier(to, within.until);
  if (first > last) return [];
  if (days.kind === 'lunar' && days.once) {
    const next = nextLunar(days, within.from);
    return next >= first && next <= last ? [next] : [];
  }
  const dates = [...candidates(days, within.from, first, last)];
  return [...new Set(dates)].filter(date => date >= first && date <= last).sort();
}

/** The next day from `from` on that has this lunar day (and month). */
export function nextLunar({ day, month }: Extract<Days, { kind: 'lunar' }>, from: string): string {
  const end = Temporal.PlainDate.from(from).add({ days: 800 }).toString();
  return [...lunar(day, month, from, end)].find(date => date >= from)!;
}

/** What is due in or around the window; what lies outside it is cut off by the caller. */
function* candidates(days: Days, start: string, from: string, to: string): Generator<string> {
  switch (days.kind) {
    case 'once':
      yield days.date;
      return;
    case 'daily':
      yield* everyDay(from, to);
      return;
    case 'weekly':
      for (const date of everyDay(from, to)) if (days.weekdays.includes(day(date).dayOfWeek)) yield date;
      return;
    case 'monthly':
      for (const month of everyMonth(from, to))
        if (monthsBetween(start, month) % days.every === 0) yield ofMonth(month, days.day);
      return;
    case 'monthly-weekday':
      for (const month of everyMonth(from, to)) yield weekdayOf(month, days.nth, days.weekday);
      return;
    case 'period-end':
      yield* periodEnds(days, from, to);
      return;
    case 'yearly':
      for (let year = day(from).year; year <= day(to).year; year += 1)
        yield ofMonth(Temporal.PlainYearMonth.from({ year, month: days.month }), days.day);
      return;
    case 'lunar':
      yield* lunar(days.day, days.month, from, to);
  }
}

function* everyDay(from: string, to: string): Generator<string> {
  const last = day(to);
  for (let d = day(from); Temporal.PlainDate.compare(d, last) <= 0; d = d.add({ days: 1 }))
    yield d.toString();
}

function* everyMonth(from: string, to: string): Generator<Temporal.PlainYearMonth> {
  const last = day(to).toPlainYearMonth();
  for (
    let month = day(from).toPlainYearMonth();
    Temporal.PlainYearMonth.compare(month, last) <= 0;
    month = month.add({ months: 1 })
  )
    yield month;
}

function monthsBetween(start: string, month: Temporal.PlainYearMonth): number {
  return (month.year - day(start).year) * 12 + month.month - day(start).month;
}

function ofMonth(month: Temporal.PlainYearMonth, wanted: number | 'last'): string {
  return month.toPlainDate({ day: wanted === 'last' ? month.daysInMonth : wanted }).toString();
}

function weekdayOf(month: Temporal.PlainYearMonth, nth: 1 | 2 | 3 | 4 | 'last', weekday: number): string {
  const first = month.toPlainDate({ day: 1 });
  const offset = (weekday - first.dayOfWeek + 7) % 7;
  const last = offset + 28 < month.daysInMonth ? 5 : 4;
  return first.add({ days: offset + 7 * ((nth === 'last' ? last : nth) - 1) }).toString();
}

const PERIOD_MONTHS = { quarter: 3, 'half-year': 6, year: 12 };

function* periodEnds(
  days: Extract<Days, { kind: 'period-end' }>,
  from: string,
  to: string,
): Generator<string> {
  const reach = day(to).add({ days: days.daysBefore }).toString();
  for (const month of everyMonth(from, reach))
    if (month.month % PERIOD_MONTHS[days.period] === 0)
      yield day(ofMonth(month, 'last')).subtract({ days: days.daysBefore }).toString();
}

/** In every month of that number, leap months only where every month is meant; day 30 of a short month is its 29th. */
function* lunar(wanted: number, month: number | null, from: string, to: string): Generator<string> {
  const last = lunarOf(to).year;
  for (let year = lunarOf(from).year; year <= last; year += 1)
    for (const m of month === null ? Array.from({ length: 12 }, (_, i) => i + 1) : [month])
      for (const leap of month === null ? [false, true] : [false]) {
        const length = lunarMonthLength(year, m, leap);
        if (length !== null) yield solarOf({ year, month: m, day: Math.min(wanted, length), leap })!;
      }
}
