/** From one phrase to the days it means, or to what must be asked. */
import { addDays, dateOf, toDay, weekdayOf } from './calendar-day.ts';
import { datesOfSchedule } from './dates-of.ts';
import { nextDay, resolveLunar, resolveMonthDay, resolveQuarterDay } from './resolve-month-day.ts';
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
import type { Anchor, MonthSaid } from './when-said.ts';

export function resolveDays(anchor: Anchor, saying: Saying): Resolved {
  switch (anchor.is) {
    case 'date':
      return once(anchor.date);
    case 'weekday':
      return resolveWeekday(anchor, saying);
    case 'nth-weekday':
      return resolveNth(anchor, saying);
    case 'month-day':
      return anchor.lunar ? resolveLunar(anchor, saying) : resolveMonthDay(anchor, saying);
    case 'quarter-day':
      return resolveQuarterDay(anchor, saying);
    case 'end':
      return resolveEnd(anchor, saying);
    case 'middle':
      return resolveMiddle(anchor, saying);
    case 'period':
      return {
        doubt: {
          about: 'day-of',
          unit: anchor.unit,
          from: anchor.from < saying.today ? saying.today : anchor.from,
          to: anchor.to,
        },
      };
  }
}

function resolveWeekday(
  anchor: Of<'weekday'>,
  { repeat, each, onlyOnce, today, clock, time }: Saying,
): Resolved {
  const { weekdays, monday } = anchor;
  if (monday === null && (each || anchor.each || repeat?.unit === 'week' || repeat?.unit === 'day'))
    return (repeat?.count ?? 1) > 1 ? NOT_POSSIBLE : often({ kind: 'weekly', weekdays });
  if (monday === null && repeat?.unit === 'month' && !anchor.coming)
    return { doubt: { about: 'day-of', unit: 'month', from: null, to: null } };
  if (weekdays.length > 1 && onlyOnce) return NOT_POSSIBLE;
  if (weekdays.length > 1) return { doubt: { about: 'repeats', start: anchor.start, end: anchor.end } };
  const weekday = weekdays[0]!;
  if (monday !== null) return once(addDays(monday, weekday - 1));
  const ahead = (weekday - weekdayOf(today) + 7) % 7;
  if (ahead > 0) return once(addDays(today, ahead));
  if (anchor.coming || (time !== null && time <= clock)) return once(addDays(today, 7));
  return { doubt: { about: 'which-day', dates: [today, addDays(today, 7)] } };
}

function resolveNth({ nth, weekday, month }: Of<'nth-weekday'>, saying: Saying): Resolved {
  const { repeat, each, onlyOnce, today } = saying;
  if (typeof month === 'object' && month !== null && dateOf(month.year, month.month, 1) === null)
    return NO_SUCH_DATE;
  const days = { kind: 'monthly-weekday', nth, weekday } as const;
  if (onlyOnce || (month !== null && month !== 'each')) {
    const from = typeof month === 'object' && month !== null ? dateOfMonth(month, 1) : today;
    const [next] = datesOfSchedule({ days, time: null, from, until: null }, from, addDays(from, 70));
    return once(next!);
  }
  const monthly = month === 'each' || each || (repeat?.unit === 'month' && repeat.count === 1);
  return monthly ? often(days) : { doubt: { about: 'repeats' } };
}

function resolveEnd({ unit, last, named, each }: Of<'end'>, { repeat, each: every }: Saying): Resolved {
  if (last !== null && named) {
    if (repeat?.unit !== 'year' || unit === 'year') return once(last);
    const { month, day } = toDay(last);
    return often({ kind: 'yearly', month, day: month === 2 ? 29 : day });
  }
  const repeats = each || every || repeat?.unit === unit || (unit === 'month' && repeat?.unit === 'quarter');
  if (last !== null && !repeats) return once(last);
  const count = repeat?.count ?? 1;
  if (unit === 'month') {
    const months = everyOf(repeat?.unit === 'quarter' ? 3 * count : count);
    return months === null ? NOT_POSSIBLE : often({ kind: 'monthly', day: 'last', every: months });
  }
  return count > 1 ? NOT_POSSIBLE : often({ kind: 'period-end', period: unit, daysBefore: 0 });
}

function resolveMiddle({ month, each }: Of<'middle'>, { repeat, each: every, today }: Saying): Resolved {
  if (month !== null) return once(dateOfMonth(month, 15));
  if (each || every || repeat?.unit === 'month') {
    const count = everyOf(repeat?.count ?? 1);
    return count === null ? NOT_POSSIBLE : often({ kind: 'monthly', day: 15, every: count });
  }
  return once(nextDay(15, today));
}

const dateOfMonth = ({ year, month }: MonthSaid, day: number): string => dateOf(year, month, day)!;
