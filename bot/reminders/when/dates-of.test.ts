import { assert, constantFrom, integer, option, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, toDay } from './calendar-day.ts';
import { type Days, datesOfSchedule, instantOf, lunarOf } from './index.ts';
import { lunarMonthLength } from './lunar.ts';

const dates = (days: Days, from: string, to: string, start = '2026-01-01', until: string | null = null) =>
  datesOfSchedule({ days, time: null, from: start, until }, from, to);

describe('the days of a schedule', () => {
  it.each<[string, Days, string[]]>([
    ['once', { kind: 'once', date: '2028-02-29' }, ['2028-02-29']],
    [
      'day 31 is the last day of a shorter month',
      { kind: 'monthly', day: 31, every: 1 },
      ['2028-01-31', '2028-02-29', '2028-03-31'],
    ],
    ['the last day', { kind: 'monthly', day: 'last', every: 1 }, ['2028-01-31', '2028-02-29', '2028-03-31']],
    ['every three months from the first month', { kind: 'monthly', day: 30, every: 3 }, ['2028-01-30']],
    ['29 February every year', { kind: 'yearly', month: 2, day: 29 }, ['2028-02-29']],
    [
      'the second Tuesday',
      { kind: 'monthly-weekday', nth: 2, weekday: 2 },
      ['2028-01-11', '2028-02-08', '2028-03-14'],
    ],
    [
      'the last Tuesday',
      { kind: 'monthly-weekday', nth: 'last', weekday: 2 },
      ['2028-01-25', '2028-02-29', '2028-03-28'],
    ],
    ['the quarter’s end', { kind: 'period-end', period: 'quarter', daysBefore: 0 }, ['2028-03-31']],
    [
      '40 days before a quarter’s end',
      { kind: 'period-end', period: 'quarter', daysBefore: 40 },
      ['2028-02-20'],
    ],
    [
      '90 days before the half-year’s end',
      { kind: 'period-end', period: 'half-year', daysBefore: 91 },
      ['2028-03-31'],
    ],
    ['Tết and the day before', { kind: 'lunar', day: 30, month: 12, once: false }, ['2028-01-25']],
    [
      'every first day of a lunar month',
      { kind: 'lunar', day: 1, month: null, once: false },
      ['2028-01-26', '2028-02-25', '2028-03-26'],
    ],
    [
      'a lunar day once: the next one from the first day',
      { kind: 'lunar', day: 1, month: 1, once: true },
      [],
    ],
  ])('[N22] from January to March 2028: %s', (_, days, expected) => {
    expect(dates(days, '2028-01-01', '2028-03-31')).toEqual(expected);
  });

  it('[N22] 29 February every year is 28 February where there is none', () => {
    expect(dates({ kind: 'yearly', month: 2, day: 29 }, '2026-01-01', '2028-12-31')).toEqual([
      '2026-02-28',
      '2027-02-28',
      '2028-02-29',
    ]);
  });

  it('[N22] both ends are included, and nothing before the first or after the last day counts', () => {
    const daily: Days = { kind: 'daily' };
    expect(dates(daily, '2026-12-30', '2027-01-02')).toEqual([
      '2026-12-30',
      '2026-12-31',
      '2027-01-01',
      '2027-01-02',
    ]);
    expect(dates(daily, '2026-12-30', '2027-01-02', '2027-01-01')).toEqual(['2027-01-01', '2027-01-02']);
    expect(dates(daily, '2026-12-30', '2027-01-02', '2026-01-01', '2026-12-30')).toEqual(['2026-12-30']);
    expect(dates(daily, '2027-01-02', '2026-12-30')).toEqual([]);
  });

  it('[N22] any schedule over any window is what looking at each day gives', () => {
    const anyDays = constantFrom<Days[]>(
      { kind: 'daily' },
      { kind: 'weekly', weekdays: [1, 3, 7] },
      ...[1, 15, 29, 30, 31, 'last' as const].flatMap(day =>
        ([1, 2, 3, 6] as const).map((every): Days => ({ kind: 'monthly', day, every })),
      ),
      ...([1, 2, 3, 4, 'last'] as const).map((nth): Days => ({ kind: 'monthly-weekday', nth, weekday: 5 })),
      ...(['quarter', 'half-year', 'year'] as const).flatMap(period =>
        [0, 5, 45].map((daysBefore): Days => ({ kind: 'period-end', period, daysBefore })),
      ),
      { kind: 'yearly', month: 2, day: 29 },
      { kind: 'yearly', month: 12, day: 31 },
      ...[1, 15, 29, 30].flatMap(day =>
        [null, 1, 6, 12].map((month): Days => ({ kind: 'lunar', day, month, once: false })),
      ),
    );
    assert(
      property(
        record({
          days: anyDays,
          start: integer({ min: 0, max: 900 }),
          from: integer({ min: 0, max: 900 }),
          length: integer({ min: 0, max: 420 }),
          until: option(integer({ min: 0, max: 1500 })),
        }),
        ({ days, start, from, length, until }) => {
          const day = (n: number): string => addDays('2026-11-01', n);
          const expected = Array.from({ length: length + 1 }, (_, i) => day(from + i)).filter(
            date =>
              date >= day(start) && (until === null || date <= day(until)) && isDue(days, date, day(start)),
          );
          const last = until === null ? null : day(until);
          expect(dates(days, day(from), day(from + length), day(start), last)).toEqual(expected);
        },
      ),
      { numRuns: 300 },
    );
  }, 60_000);
});

/** Whether a schedule is due on one day, told from that day alone. */
function isDue(days: Days, date: string, start: string): boolean {
  const day = toDay(date);
  switch (days.kind) {
    case 'once':
      return days.date === date;
    case 'daily':
      return true;
    case 'weekly':
      return days.weekdays.includes(day.dayOfWeek);
    case 'monthly': {
      const months = (day.year - toDay(start).year) * 12 + day.month - toDay(start).month;
      const wanted = days.day === 'last' ? 31 : days.day;
      return months % days.every === 0 && day.day === Math.min(wanted, day.daysInMonth);
    }
    case 'monthly-weekday':
      return (
        day.dayOfWeek === days.weekday &&
        (days.nth === 'last' ? day.day + 7 > day.daysInMonth : Math.ceil(day.day / 7) === days.nth)
      );
    case 'period-end': {
      const end = day.add({ days: days.daysBefore });
      const months = { quarter: 3, 'half-year': 6, year: 12 }[days.period];
      return end.day === end.daysInMonth && end.month % months === 0;
    }
    case 'yearly':
      return day.month === days.month && day.day === Math.min(days.day, day.daysInMonth);
    case 'lunar': {
      const lunar = lunarOf(date);
      const length = lunarMonthLength(lunar.year, lunar.month, lunar.leap)!;
      const month = days.month === null || (lunar.month === days.month && !lunar.leap);
      return month && lunar.day === Math.min(days.day, length);
    }
  }
}

describe('the instant of a day and an hour', () => {
  it('[N30] is that of the clock in Viet Nam', () => {
    expect(new Date(instantOf('2026-11-27', '07:30')).toISOString()).toBe('2026-11-27T00:30:00.000Z');
    expect(new Date(instantOf('2026-12-01', '00:00')).toISOString()).toBe('2026-11-30T17:00:00.000Z');
  });
});
