import type { DayWindow } from './view.ts';

/** The days that a calendar holds: a month back, so that what was done stays to be seen, and a year ahead. */
export function calendarDays(today: string): DayWindow {
  const day = Temporal.PlainDate.from(today);
  return { from: day.subtract({ days: 31 }).toString(), to: day.add({ years: 1 }).toString() };
}
