/** Days `YYYY-MM-DD` counted on. */

export const toDay = (date: string): Temporal.PlainDate => Temporal.PlainDate.from(date);

export const addDays = (date: string, days: number): string => toDay(date).add({ days }).toString();

export const weekdayOf = (date: string): number => toDay(date).dayOfWeek;

export const mondayOf = (date: string): string => addDays(date, 1 - weekdayOf(date));

export function lastDayOf(year: number, month: number): string {
  const first = Temporal.PlainYearMonth.from({ year, month });
  return first.toPlainDate({ day: first.daysInMonth }).toString();
}

/** The day, null where the month has none of that number. */
export function dateOf(year: number, month: number, day: number): string | null {
  if (!(month >= 1 && month <= 12 && day >= 1)) return null;
  const found = Temporal.PlainDate.from({ year, month, day });
  return found.day === day ? found.toString() : null;
}
