/**
 * The Vietnamese lunar calendar, by its rules as Hồ Ngọc Đức states them (informatik.uni-leipzig.de/~duc/amlich):
 * a month begins on the day of its new moon; the winter solstice lies in month 11; of the 13 months between two such
 * months, the first in which the Sun enters no new sign is the leap month. Days are those of UTC+7.
 * A new moon within two or three minutes of midnight so far ahead (2054-05-08, 2077-11-16, 2085-10-19) may yet be dated
 * a day earlier: how the Earth’s rotation slows is not known to the minute.
 */
import { newMoon, newMoonNumber } from './new-moon.ts';
import { sunLongitude } from './sun-longitude.ts';

export interface LunarDate {
  year: number;
  month: number;
  day: number;
  /** The second of two months of the same number. */
  leap: boolean;
}

interface LunarMonth {
  year: number;
  month: number;
  leap: boolean;
  /** Days since 1 January 1970 of its first day. */
  start: number;
  length: number;
}

/** Julian Day of 1 January 1970, 0 h UTC. */
const EPOCH = 2440587.5;
const VIET_NAM = 7;

/** Terrestrial Time minus Universal Time in seconds at the start of a year; beyond the table, by its last slope. */
const DELTA_T: readonly (readonly [year: number, seconds: number])[] = [
  [1900, -3],
  [1920, 21],
  [1940, 24],
  [1960, 33],
  [1980, 51],
  [2000, 64],
  [2020, 69],
  [2100, 93],
];

function deltaT(julianDay: number): number {
  const year = 2000 + (julianDay - 2451545) / 365.25;
  const after = DELTA_T.findIndex(([start]) => start > year);
  const right = after === -1 ? DELTA_T.length - 1 : Math.max(after, 1);
  const [[y0, s0], [y1, s1]] = [DELTA_T[right - 1]!, DELTA_T[right]!];
  return s0 + ((s1 - s0) * (year - y0)) / (y1 - y0);
}

/** Day, since 1 January 1970, of the k-th new moon where the clock is `zone` hours ahead of UTC. */
function newMoonDay(k: number, zone: number): number {
  const julian = newMoon(k);
  return Math.floor(julian - deltaT(julian) / 86400 - EPOCH + zone / 24);
}

/** Which twelfth of its way the Sun is in when the day begins. */
function signAt(day: number, zone: number): number {
  const julian = day + EPOCH - zone / 24;
  return Math.floor(sunLongitude(julian + deltaT(julian) / 86400) / 30);
}

/** New moon that begins the month 11 of a year: the last one not after the winter solstice. */
function eleventhNewMoon(year: number, zone: number): number {
  const yearEnd = Date.UTC(year, 11, 31) / 86_400_000;
  let k = newMoonNumber(yearEnd + EPOCH) + 1;
  while (newMoonDay(k, zone) > yearEnd || signAt(newMoonDay(k, zone), zone) >= 9) k -= 1;
  return k;
}

/** Months from month 11 of the year before to month 10 of `year`. */
function monthsAround(year: number, zone: number): LunarMonth[] {
  const first = eleventhNewMoon(year - 1, zone);
  const count = eleventhNewMoon(year, zone) - first;
  const starts = Array.from({ length: count + 1 }, (_, i) => newMoonDay(first + i, zone));
  const leapAt =
    count === 13
      ? starts.findIndex((start, i) => i > 0 && signAt(start, zone) === signAt(starts[i + 1]!, zone))
      : -1;
  return starts.slice(0, -1).map((start, i) => {
    const number = i - (leapAt !== -1 && i >= leapAt ? 1 : 0);
    return {
      year: number < 2 ? year - 1 : year,
      month: ((number + 10) % 12) + 1,
      leap: i === leapAt,
      start,
      length: starts[i + 1]! - start,
    };
  });
}

const known = new Map<string, readonly LunarMonth[]>();

function months(year: number, zone: number): readonly LunarMonth[] {
  const key = `${year}:${zone}`;
  let found = known.get(key);
  if (found === undefined) {
    if (known.size > 400) known.clear();
    found = monthsAround(year, zone);
    known.set(key, found);
  }
  return found;
}

const dayNumber = (date: string): number => Date.parse(`${date}T00:00Z`) / 86_400_000;
const isoDate = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);

/** The lunar date of a day `YYYY-MM-DD`. `zone`: hours ahead of UTC where the calendar is made. */
export function lunarOf(date: string, zone = VIET_NAM): LunarDate {
  const day = dayNumber(date);
  const year = Number(date.slice(0, 4));
  const month = [...months(year, zone), ...months(year + 1, zone)].findLast(({ start }) => start <= day)!;
  return { year: month.year, month: month.month, day: day - month.start + 1, leap: month.leap };
}

/** The day `YYYY-MM-DD` of a lunar date; null: that year has no such month, or the month no such day. */
export function solarOf({ year, month, day, leap }: LunarDate, zone = VIET_NAM): string | null {
  const found = monthOf(year, month, leap, zone);
  return found && day >= 1 && day <= found.length ? isoDate(found.start + day - 1) : null;
}

/** How many days a lunar month has, 29 or 30; null: that year has no such month. */
export function lunarMonthLength(year: number, month: number, leap = false): number | null {
  return monthOf(year, month, leap, VIET_NAM)?.length ?? null;
}

function monthOf(year: number, month: number, leap: boolean, zone: number): LunarMonth | undefined {
  return [...months(year, zone), ...months(year + 1, zone)].find(
    m => m.year === year && m.month === month && m.leap === leap,
  );
}
