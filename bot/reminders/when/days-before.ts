import { addDays, toDay } from './calendar-day.ts';
import { nextLunar } from './dates-of.ts';
import type { Days } from './schedule.ts';

/** The days that lie `days` and `months` before those of `of`; null: no schedule holds them. */
export function daysBefore(
  of: Days,
  { days, months }: { days: number; months: number },
  today: string,
): Days | null {
  if (of.kind === 'once') return { kind: 'once', date: earlier(of.date, days, months) };
  if (of.kind === 'lunar' && of.once) {
    let next = nextLunar(of, today);
    // The one after, when it is too late for the next one.
    if (earlier(next, days, months) < today) next = nextLunar(of, addDays(next, 1));
    return { kind: 'once', date: earlier(next, days, months) };
  }
  if (months !== 0) return null;
  switch (of.kind) {
    case 'weekly':
      return { kind: 'weekly', weekdays: of.weekdays.map(w => ((((w - 1 - days) % 7) + 7) % 7) + 1).sort() };
    case 'monthly':
      return of.day !== 'last' && of.day <= 28 && of.day - days >= 1 && of.day - days <= 28
        ? { ...of, day: of.day - days }
        : null;
    case 'lunar':
      return of.day <= 29 && of.day - days >= 1 && of.day - days <= 29 ? { ...of, day: of.day - days } : null;
    case 'period-end':
      return days >= 0 && days < 80 ? { ...of, daysBefore: of.daysBefore + days } : null;
    case 'yearly': {
      if (of.month === 2 && of.day === 29) return null;
      // 2027 and 2028, a leap year: where they differ, no day of the year can be named.
      const [a, b] = [2027, 2028].map(year =>
        toDay(earlier(toDay(`${year}-${iso(of)}`).toString(), days, 0)),
      );
      return a!.month === b!.month && a!.day === b!.day
        ? { kind: 'yearly', month: a!.month, day: a!.day }
        : null;
    }
    default:
      return null;
  }
}

const earlier = (date: string, days: number, months: number): string =>
  toDay(date).subtract({ months }).subtract({ days }).toString();

const iso = ({ month, day }: { month: number; day: number }): string =>
  `${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
