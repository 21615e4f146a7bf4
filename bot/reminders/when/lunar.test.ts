import { describe, expect, it } from 'vitest';
import { lunarMonthLength, lunarOf, solarOf } from './lunar.ts';

const tet = (year: number, zone?: number) => solarOf({ year, month: 1, day: 1, leap: false }, zone);

/** Days of a range as ISO dates. */
function* days(from: string, to: string): Generator<string> {
  const last = Temporal.PlainDate.from(to);
  for (
    let day = Temporal.PlainDate.from(from);
    Temporal.PlainDate.compare(day, last) <= 0;
    day = day.add({ days: 1 })
  )
    yield day.toString();
}

describe('the Vietnamese lunar calendar', () => {
  // 1968, 1969, 1985, 2007, 2030, 2053: years in which Viet Nam and China begin the year on different days.
  it.each([
    [1968, '1968-01-29', '1968-01-30'],
    [1969, '1969-02-16', '1969-02-17'],
    [1985, '1985-01-21', '1985-02-20'],
    [2007, '2007-02-17', '2007-02-18'],
    [2030, '2030-02-02', '2030-02-03'],
    [2053, '2053-02-18', '2053-02-19'],
  ])('[N20] Tết %i is a day of Viet Nam, not of China', (year, here, there) => {
    expect([tet(year), tet(year, 8)]).toEqual([here, there]);
  });

  it('[N20] in every other year from 1968 to 2053 both begin on the same day', () => {
    const different = Array.from({ length: 86 }, (_, i) => 1968 + i).filter(
      year => tet(year) !== tet(year, 8),
    );
    expect(different).toEqual([1968, 1969, 1985, 2007, 2030, 2053]);
  });

  it.each([
    '1975-02-11 1976-01-31 1980-02-16 1990-01-27 1995-01-31 2000-02-05 2001-01-24 2010-02-14 2015-02-19',
    '2019-02-05 2020-01-25 2021-02-12 2022-02-01 2023-01-22 2024-02-10 2025-01-29 2026-02-17 2027-02-06',
    '2028-01-26 2029-02-13 2031-01-23 2032-02-11 2033-01-31 2034-02-19 2040-02-12 2050-01-23',
  ])('[N20] Tết as calendars print it: %s', dates => {
    for (const date of dates.split(' ')) expect(tet(Number(date.slice(0, 4)))).toBe(date);
  });

  it.each([
    [1984, null],
    [1985, 2],
    [1987, 7],
    [2006, 7],
    [2017, 6],
    [2020, 4],
    [2023, 2],
    [2025, 6],
    [2026, null],
    [2028, 5],
    [2033, 11],
    [2034, null],
  ])('[N20] leap month of %i: %s', (year, leap) => {
    const found = Array.from({ length: 12 }, (_, i) => i + 1).filter(
      month => lunarMonthLength(year, month, true) !== null,
    );
    expect(found).toEqual(leap === null ? [] : [leap]);
  });

  it('[N20] every day from 1950 to 2100 comes back, each day follows the one before', () => {
    let before = lunarOf('1949-12-31');
    for (const date of days('1950-01-01', '2100-12-31')) {
      const lunar = lunarOf(date);
      if (solarOf(lunar) !== date) expect({ date, back: solarOf(lunar) }).toEqual({ date, back: date });
      const follows = lunar.day === before.day + 1 || (lunar.day === 1 && before.day >= 29);
      if (!follows) expect({ date, lunar, before }).toBeNull();
      before = lunar;
    }
    expect(before).toEqual({ year: 2100, month: 12, day: 1, leap: false });
  });

  it('[N20] a month has no day 30 or no leap month where it has none', () => {
    expect(lunarMonthLength(2023, 12)).toBe(30);
    expect(lunarMonthLength(2024, 12)).toBe(29);
    expect(solarOf({ year: 2024, month: 12, day: 30, leap: false })).toBeNull();
    expect(solarOf({ year: 2026, month: 5, day: 1, leap: true })).toBeNull();
  });

  // Before 1929 China counted by Beijing's local time. In 2057 and 2097 a new moon falls within a minute or two of
  // midnight in China, where the difference of clocks so far ahead is not known to that minute.
  it('[N20] at UTC+8 it is the Chinese calendar of the JavaScript engine, 1929 to 2100', () => {
    const different = new Set<string>();
    for (const date of days('1929-01-01', '2100-12-31')) {
      const theirs = Temporal.PlainDate.from(date).withCalendar('chinese');
      const ours = lunarOf(date, 8);
      const code = `M${String(ours.month).padStart(2, '0')}${ours.leap ? 'L' : ''}`;
      if (theirs.year !== ours.year || theirs.monthCode !== code || theirs.day !== ours.day)
        different.add(`${theirs.year} ${theirs.monthCode}`);
    }
    expect([...different]).toEqual(['2057 M09', '2097 M07']);
  });
});
