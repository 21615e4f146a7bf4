import type { PartOfDay, TimeSaid } from './when-said.ts';

export type HourOfDay = { time: string } | { doubt: 'part-of-day' | 'no-such-time' | 'midnight' };

/** Hours of the twelve-hour clock that a part of the day goes with, and how many hours it adds. */
const PARTS: Readonly<Record<PartOfDay, readonly (readonly [from: number, to: number, add: number])[]>> = {
  morning: [[0, 11, 0]],
  noon: [
    [10, 13, 0],
    [1, 2, 12],
  ],
  afternoon: [
    [12, 18, 0],
    [1, 7, 12],
  ],
  evening: [
    [17, 23, 0],
    [5, 11, 12],
  ],
  night: [
    [19, 23, 0],
    [7, 11, 12],
  ],
};

/**
 * `HH:MM` of what was said. Without a part of the day 7 to 12 are taken as they are, 1 to 6 are doubtful. Twelve at
 * night and the small hours of “đêm” may belong to either of two days: `midnight`.
 */
export function hourOfDay({ hour, minute, part, exact }: TimeSaid): HourOfDay {
  if (hour === 24 && minute === 0 && part === null) return { doubt: 'midnight' };
  if (hour < 0 || hour > 23) return { doubt: 'no-such-time' };
  if (part === null)
    return hour >= 1 && hour <= 6 && !exact ? { doubt: 'part-of-day' } : { time: clock(hour, minute) };
  if ((part === 'night' && hour <= 4) || ((part === 'night' || part === 'evening') && hour === 12))
    return { doubt: 'midnight' };
  const fits = PARTS[part].find(([from, to]) => hour >= from && hour <= to);
  return fits ? { time: clock(hour + fits[2], minute) } : { doubt: 'no-such-time' };
}

export const clock = (hour: number, minute: number): string =>
  `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
