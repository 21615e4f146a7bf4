import { toDay } from './calendar-day.ts';
import { daysBefore } from './days-before.ts';
import type { DaysRead } from './resolved.ts';
import type { SaidWhen } from './said-when.ts';
import type { Doubt, ReadWhenContext } from './when-said.ts';

export type Shifted = (DaysRead & { time: string | null }) | { doubt: Doubt };

/** The days and the hour, as long before as was said. */
export function shiftBefore(
  read: DaysRead,
  time: string | null,
  { before, anchors }: SaidWhen,
  { today }: ReadWhenContext,
): Shifted {
  const { days, months, minutes, bare, start } = before!;
  if (bare && (anchors[0]?.is === 'end' || anchors[0]?.is === 'middle'))
    return { doubt: { about: 'days-before', start, end: anchors[0].end } };
  if (minutes !== 0) {
    const then = Temporal.PlainDateTime.from(`${today}T${time}`).subtract({ minutes });
    const moved = toDay(today).until(then.toPlainDate()).days;
    const earlier = moved === 0 ? read.days : daysBefore(read.days, { days: -moved, months: 0 }, today);
    if (earlier === null) return { doubt: { about: 'not-possible' } };
    return { ...read, days: earlier, time: then.toPlainTime().toString({ smallestUnit: 'minute' }) };
  }
  const shifted = daysBefore(read.days, { days, months }, today);
  return shifted === null ? { doubt: { about: 'not-possible' } } : { ...read, days: shifted, time };
}
