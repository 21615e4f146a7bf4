import { dateOf, toDay } from './calendar-day.ts';
import { solarOf } from './lunar.ts';
import {
  everyOf,
  NO_SUCH_DATE,
  NOT_POSSIBLE,
  type Of,
  often,
  once,
  type Resolved,
  type Saying,
} from './resolved.ts';

export function resolveMonthDay(anchor: Of<'month-day'>, { repeat, each, today }: Saying): Resolved {
  const { days, month, year } = anchor;
  const day = days[0]!;
  if (days.length > 1) return NOT_POSSIBLE;
  if (!(day >= 1 && day <= 31)) return NO_SUCH_DATE;
  if (month === null) {
    if (repeat && repeat.unit !== 'month' && repeat.unit !== 'day' && repeat.unit !== 'week')
      return { doubt: { about: 'day-of', unit: repeat.unit, from: null, to: null, frame: ['', ''] } };
    if (repeat?.unit === 'month' || each) {
      const every = everyOf(repeat?.count ?? 1);
      return every === null ? NOT_POSSIBLE : often({ kind: 'monthly', day, every });
    }
    return once(nextDay(day, today));
  }
  if (year !== null) {
    const date = dateOf(year, month, day);
    return date === null ? NO_SUCH_DATE : once(date);
  }
  // 2028 is a leap year: any day that exists at all exists then.
  if (dateOf(2028, month, day) === null) return NO_SUCH_DATE;
  if (repeat?.unit === 'year' || each)
    return (repeat?.count ?? 1) > 1 ? NOT_POSSIBLE : often({ kind: 'yearly', month, day });
  for (let y = toDay(today).year; ; y += 1) {
    const date = dateOf(y, month, day);
    if (date !== null && date >= today) return once(date);
  }
}

/** The next day of that number, in the first month that has one. */
export function nextDay(day: number, today: string): string {
  for (let month = toDay(today).toPlainYearMonth(); ; month = month.add({ months: 1 })) {
    const date = dateOf(month.year, month.month, day);
    if (date !== null && date >= today) return date;
  }
}

export function resolveLunar({ days, month, year }: Of<'month-day'>, { repeat, each }: Saying): Resolved {
  const day = days[0]!;
  if (days.length > 1) return NOT_POSSIBLE;
  if (!(day >= 1 && day <= 30) || (month !== null && !(month >= 1 && month <= 12))) return NO_SUCH_DATE;
  if (year !== null && !(year >= 1900 && year < 2200)) return NO_SUCH_DATE;
  if (year !== null && month !== null) {
    const date = solarOf({ year, month, day, leap: false });
    return date === null ? NO_SUCH_DATE : once(date);
  }
  const repeated = each || repeat?.unit === (month === null ? 'month' : 'year');
  if (repeated && (repeat?.count ?? 1) > 1) return NOT_POSSIBLE;
  return { days: { kind: 'lunar', day, month, once: !repeated }, repeatUsed: repeated };
}

export function resolveQuarterDay({ day, month }: Of<'quarter-day'>, { today }: Saying): Resolved {
  if (!(day >= 1 && day <= 31)) return NO_SUCH_DATE;
  for (let m = toDay(today).toPlainYearMonth(); ; m = m.add({ months: 1 })) {
    const date = m.toPlainDate({ day }).toString();
    if ((m.month - month) % 3 === 0 && date >= today)
      return { ...often({ kind: 'monthly', day, every: 3 }), from: date };
  }
}
