import { dayInVietnam } from '../../evaluators/index.ts';
import { daysAfter } from './days.ts';
import type { DutyTime } from './duty-times.ts';
import { instant } from './standing.ts';
import { instantOf, lastWorkingDayBefore } from './when/index.ts';

/** An instant at which an occurrence is to be spoken of. */
export interface Moment {
  /** `lead:7`, `eve`, `escalation`, `own`, `snooze:<instant>`. */
  name: string;
  /** Milliseconds since 1970. */
  at: number;
  /** The instant at which the person's daily hour is on that day. */
  hour: number;
  /** The person said the hour. */
  said: boolean;
}

/** When the secretary hears, on the last valid day, that nobody has marked a duty as done. */
const ESCALATION_HOUR = '15:00';

export interface Wishes {
  /** Days before the last valid day. */
  leads: readonly number[];
  /** The person's daily hour, `HH:MM`. */
  hour: string;
  secretary: boolean;
}

const made = new WeakMap<DutyTime, Map<string, Moment[]>>();

/**
 * When a duty's time is spoken of: so many days before as the unit wants, and on the last working day before a day
 * off; never while the duty's time before is not over yet. On the day itself a secretary hears once more.
 */
export function dutyMoments(time: DutyTime, wishes: Wishes): Moment[] {
  const known = made.getOrInsertComputed(time, () => new Map());
  const { leads, hour, secretary } = wishes;
  return known.getOrInsertComputed(`${leads} ${hour} ${secretary}`, () => momentsOf(time, wishes));
}

function momentsOf({ occurrence: { due }, previous, dayOff }: DutyTime, wishes: Wishes): Moment[] {
  const { leads, hour, secretary } = wishes;
  const on = (name: string, day: string): Moment[] => {
    if (previous !== null && day <= previous) return [];
    const at = instantOf(day, hour);
    return [{ name, at, hour: at, said: false }];
  };
  const days = new Map([...new Set(leads)].map(lead => [daysAfter(due, -lead), lead]));
  const eve = dayOff ? lastWorkingDayBefore(due) : null;
  return [
    ...[...days].flatMap(([day, lead]) => on(`lead:${lead}`, day)),
    ...(eve !== null && !days.has(eve) ? on('eve', eve) : []),
    ...(secretary ? [escalation(due, hour)] : []),
  ].sort((a, b) => a.at - b.at);
}

function escalation(due: string, hour: string): Moment {
  return {
    name: 'escalation',
    at: instantOf(due, ESCALATION_HOUR),
    hour: instantOf(due, hour),
    said: false,
  };
}

/** The moment of one day of a person's own reminder. `time` null: no hour was said. */
export function ownMoment(due: string, time: string | null, hour: string): Moment {
  return { name: 'own', at: instantOf(due, time ?? hour), hour: instantOf(due, hour), said: time !== null };
}

/** When what was put off comes back. `until`: ISO instant. */
export function snoozeMoment(until: string, hour: string): Moment {
  const day = dayInVietnam(Temporal.Instant.from(until));
  return { name: `snooze:${until}`, at: instant(until), hour: instantOf(day, hour), said: true };
}
