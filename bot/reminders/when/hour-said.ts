import { clock, hourOfDay } from './hour-of-day.ts';
import type { SaidWhen } from './said-when.ts';
import type { Doubt } from './when-said.ts';

interface HourRead {
  time: string | null;
  /** It is the start of a day, and of which one was not said. */
  midnight: boolean;
}

/** `HH:MM` of all that was said about the hour; null: nothing was. */
export function hourSaid({ anchors, time, part, before }: SaidWhen): HourRead | { doubt: Doubt } {
  const counted = anchors.find(a => a.is === 'date' && a.time !== undefined);
  if (counted?.is === 'date') return { time: counted.time!, midnight: false };
  if (time === null)
    return part !== null
      ? { doubt: { about: 'hour', part } }
      : before?.minutes
        ? { doubt: { about: 'when' } }
        : { time: null, midnight: false };
  const read = hourOfDay({ ...time, part: time.part ?? part });
  if ('time' in read) return { time: read.time, midnight: false };
  const where = time.start < 0 ? {} : { start: time.start, end: time.end };
  if (read.doubt === 'midnight') return { time: clock(time.hour % 12, time.minute), midnight: true };
  if (read.doubt === 'part-of-day')
    return { doubt: { about: 'part-of-day', hour: time.hour, minute: time.minute, ...where } };
  return { doubt: { about: 'no-such-time', ...where } };
}
