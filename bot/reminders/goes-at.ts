import type { ReminderPreferences } from '../store/reminder-records.ts';
import type { Moment } from './moments.ts';

/**
 * How a person can be written to unasked: freely, on a channel that counts messages (one digest a day), or not at
 * all.
 */
export type Reach = 'free' | 'counted' | 'none';

/** What decides when a moment goes out. Instants are milliseconds since 1970. */
export interface Clock {
  now: number;
  /** The person's daily hour on today's day. */
  todayHour: number;
  reach: Reach;
  quiet: ReminderPreferences['quiet'];
}

/** What goes out later than this after its time has been missed: the assistant was not running. */
export const LATE_MS = 30 * 60_000;
const MINUTE_MS = 60_000;
const DAY_MINUTES = 24 * 60;
/** Viet Nam is seven hours ahead of UTC all year. */
const AHEAD_MINUTES = 7 * 60;

/** The instant a moment is meant for on this channel. `known`: since when it was to be expected. */
export function plannedAt({ at, hour }: Moment, known: number, reach: Reach): number {
  return reach === 'counted' && known <= hour ? hour : at;
}

/** When a moment goes out, now at the earliest. `planned` as above. */
export function goesAt(moment: Moment, planned: number, clock: Clock): number {
  const { now, quiet, reach, todayHour } = clock;
  const said = moment.said && planned === moment.at;
  if (said && now - planned <= LATE_MS) return Math.max(planned, now);
  // What was missed comes with the digest of the day.
  const missed = reach === 'counted' && planned < todayHour && now < todayHour;
  return afterQuiet(Math.max(planned, missed ? todayHour : now), quiet);
}

/** Whether a moment that goes out now has been missed, for another reason than quiet hours. */
export function isLate(planned: number, { now, quiet, reach, todayHour }: Clock): boolean {
  const due = reach === 'counted' && planned < todayHour ? planned : afterQuiet(planned, quiet);
  return now - due > LATE_MS;
}

/** The instant itself, or the end of the quiet hours that it lies in. */
export function afterQuiet(instant: number, quiet: ReminderPreferences['quiet']): number {
  if (!quiet) return instant;
  const [from, to] = [minuteOf(quiet.from), minuteOf(quiet.to)];
  const minutes = Math.floor(instant / MINUTE_MS);
  const minute = (minutes + AHEAD_MINUTES) % DAY_MINUTES;
  const isQuiet = from <= to ? minute >= from && minute < to : minute >= from || minute < to;
  if (!isQuiet) return instant;
  return (minutes + ((to - minute + DAY_MINUTES) % DAY_MINUTES)) * MINUTE_MS;
}

function minuteOf(hour: string): number {
  return Number(hour.slice(0, 2)) * 60 + Number(hour.slice(3));
}
