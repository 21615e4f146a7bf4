/** From all that was said about when to one schedule, or to what must be asked. */
import { addDays, toDay, weekdayOf } from './calendar-day.ts';
import { hourSaid } from './hour-said.ts';
import { instantOf } from './instant-of.ts';
import { resolveDays } from './resolve-days.ts';
import type { DaysRead, Saying } from './resolved.ts';
import type { SaidWhen } from './said-when.ts';
import type { Days, Schedule } from './schedule.ts';
import { shiftBefore } from './shift-before.ts';
import type { Anchor, Doubt, ReadWhenContext } from './when-said.ts';

export type Resolution = { schedule: Schedule; repeatUsed: boolean } | { doubt: Doubt };

export function resolveWhen(said: SaidWhen, context: ReadWhenContext): Resolution {
  const { bounds, before } = said;
  const hour = hourSaid(said);
  if ('doubt' in hour) return hour;
  if (before?.event && said.anchors.length === 0) return { doubt: eventDoubt(said, hour.time) };
  const read = daysSaid(said, hour.time, context);
  if ('doubt' in read) return read;
  const shifted =
    before === null ? { ...read, time: hour.time } : shiftBefore(read, hour.time, said, context);
  if ('doubt' in shifted) return shifted;
  const { days, time, repeatUsed } = shifted;
  if (hour.midnight && days.kind !== 'daily') return atMidnight(days, hour.time!, said, context);
  if (days.kind === 'once') {
    const bounded = bounds.from !== null || (bounds.until !== null && said.anchors.length > 0);
    return bounded ? { doubt: { about: 'several' } } : once(days.date, time, said, context);
  }
  const from = bounds.from ?? shifted.from ?? startOf(days, context.today);
  if (bounds.until !== null && bounds.until < from)
    return { doubt: { about: 'past', date: bounds.until, time: null, ...bounds.untilAt! } };
  return { schedule: { days, time, from, until: bounds.until }, repeatUsed };
}

function eventDoubt({ before }: SaidWhen, time: string | null): Doubt {
  const { event, days, months, start, end } = before!;
  if (days === 0 && months === 0) return { about: 'days-before', start, end };
  return { about: 'event-date', event: event!, daysBefore: days, monthsBefore: months, time, start, end };
}

function daysSaid(
  said: SaidWhen,
  time: string | null,
  context: ReadWhenContext,
): DaysRead | { doubt: Doubt } {
  const { anchors, repeat, each, bounds } = said;
  const { today } = context;
  const saying: Saying = { repeat, each, onlyOnce: said.onlyOnce, today, clock: clockOf(context.now), time };
  if (anchors.length === 1) return resolveDays(anchors[0]!, saying);
  if (anchors.length > 1) return agreed(anchors, saying);
  if (repeat !== null) return repeatAlone(said);
  if (each) return { days: { kind: 'daily' }, repeatUsed: true };
  if (bounds.until !== null && bounds.from === null) {
    said.bounds = { ...bounds, until: null };
    return { days: { kind: 'once', date: bounds.until }, repeatUsed: false };
  }
  if (bounds.from !== null) return { doubt: { about: 'repeats' } };
  if (time === null) return { doubt: { about: 'when' } };
  const ahead = time > clockOf(context.now);
  return { days: { kind: 'once', date: ahead ? today : addDays(today, 1) }, repeatUsed: false };
}

/** “thứ Sáu, ngày 27/11”: the same day in other words. */
function agreed(anchors: readonly Anchor[], saying: Saying): DaysRead | { doubt: Doubt } {
  const dates = anchors
    .filter(a => a.is !== 'weekday')
    .map(a => resolveDays(a, saying))
    .map(r => ('doubt' in r || r.days.kind !== 'once' ? null : r.days.date));
  const [date] = dates;
  const weekdays = anchors.filter(a => a.is === 'weekday');
  const fits =
    date != null &&
    dates.every(d => d === date) &&
    weekdays.every(a => !a.each && a.weekdays.length === 1 && a.weekdays[0] === weekdayOf(date));
  return fits ? { days: { kind: 'once', date }, repeatUsed: false } : { doubt: { about: 'several' } };
}

function repeatAlone({ repeat }: SaidWhen): DaysRead | { doubt: Doubt } {
  const { unit, count, start, end } = repeat!;
  if (unit === 'day' && count === 1) return { days: { kind: 'daily' }, repeatUsed: true };
  if ((unit === 'quarter' || unit === 'half-year') && count === 1)
    return { days: { kind: 'period-end', period: unit, daysBefore: 0 }, repeatUsed: true };
  if (unit === 'day' || (unit !== 'month' && count > 1) || ![1, 2, 3, 6].includes(count))
    return { doubt: { about: 'not-possible', start, end } };
  return { doubt: { about: 'day-of', unit, from: null, to: null, start, end } };
}

function atMidnight(days: Days, time: string, said: SaidWhen, { today }: ReadWhenContext): Resolution {
  if (days.kind === 'once' && (said.anchors.length === 0 || days.date === today))
    return {
      schedule: onceOn(said.anchors.length === 0 ? days.date : addDays(today, 1), time),
      repeatUsed: false,
    };
  const both = days.kind === 'once' ? ([days.date, addDays(days.date, 1)] as const) : null;
  return { doubt: { about: 'midnight', time, days: both } };
}

function once(date: string, time: string | null, said: SaidWhen, context: ReadWhenContext): Resolution {
  const { now, today, hour } = context;
  if (
    date < today ||
    (time !== null && instantOf(date, time) <= Temporal.Instant.from(now).epochMilliseconds)
  )
    return { doubt: { about: 'past', date, time } };
  if (
    time === null &&
    date === today &&
    hour !== undefined &&
    hour <= clockOf(now) &&
    said.anchors.length > 0
  )
    return { doubt: { about: 'past', date, time: hour } };
  return { schedule: onceOn(date, time), repeatUsed: false };
}

export const onceOn = (date: string, time: string | null): Schedule => ({
  days: { kind: 'once', date },
  time,
  from: date,
  until: null,
});

/** What comes every few months is counted from the month of its first day. */
function startOf(days: Days, today: string): string {
  if (days.kind !== 'monthly' || days.every === 1) return today;
  const month = toDay(today).toPlainYearMonth();
  const [now, next] = [month, month.add({ months: 1 })].map(m =>
    m.toPlainDate({ day: days.day === 'last' ? 31 : days.day }).toString(),
  );
  return now! >= today ? now! : next!;
}

const clockOf = (now: string): string =>
  Temporal.Instant.from(now)
    .toZonedDateTimeISO('Asia/Ho_Chi_Minh')
    .toPlainTime()
    .toString({ smallestUnit: 'minute' });
