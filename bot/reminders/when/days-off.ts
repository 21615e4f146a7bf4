import type { DayOff } from '../agenda-item.ts';
import { lunarMonthLength, lunarOf } from './lunar.ts';

/** Public holidays of fixed days, by article 112 of the Labour Code of 2019; the second day of 2/9 varies and is left out. */
const HOLIDAYS: Readonly<Record<string, string>> = {
  '01-01': 'Tết Dương lịch',
  '04-30': 'Ngày Chiến thắng',
  '05-01': 'Ngày Quốc tế Lao động',
  '09-02': 'Quốc khánh',
};
const HUNG_KINGS = 'Giỗ Tổ Hùng Vương';

/** Why a day `YYYY-MM-DD` is no working day: Tết before a holiday, a holiday before a weekend; null: people work. */
export function dayOff(date: string): DayOff | null {
  const lunar = lunarOf(date);
  if (inTet(lunar)) return { kind: 'tet', lunarDay: lunar.day, lunarMonth: lunar.month };
  const name = HOLIDAYS[date.slice(5)];
  if (name !== undefined) return { kind: 'holiday', name };
  if (lunar.month === 3 && lunar.day === 10 && !lunar.leap) return { kind: 'holiday', name: HUNG_KINGS };
  const weekday = Temporal.PlainDate.from(date).dayOfWeek;
  return weekday === 6 || weekday === 7 ? { kind: 'weekend', weekday } : null;
}

/** From the last day of the lunar year to the fifth of the new one. */
function inTet({ year, month, day, leap }: ReturnType<typeof lunarOf>): boolean {
  if (month === 1) return day <= 5 && !leap;
  return month === 12 && day === lunarMonthLength(year, 12, leap) && (leap || !hasLeapTwelfth(year));
}

const hasLeapTwelfth = (year: number): boolean => lunarMonthLength(year, 12, true) !== null;

/** The last day before a day on which people work. */
export function lastWorkingDayBefore(date: string): string {
  let day = Temporal.PlainDate.from(date).subtract({ days: 1 });
  while (dayOff(day.toString()) !== null) day = day.subtract({ days: 1 });
  return day.toString();
}
