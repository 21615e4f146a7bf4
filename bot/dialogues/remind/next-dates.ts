import type { Schedule } from '../../reminders/when/index.ts';
import { datesOfSchedule, instantOf, lunarOf } from '../../reminders/when/index.ts';
import { ownWords as words } from '../../words/remind-own-words.ts';
import type { Scene } from './scene.ts';

const SHOWN = 3;
/** A lunar day of a leap month, or 29 February, may be years away. */
const YEARS = 5;

/** The next three times a schedule comes, in words; fewer where it ends, none where it is over. */
export function nextDates({ deps, world }: Scene, schedule: Schedule): string[] {
  const { today, now } = deps;
  const time = schedule.time ?? world.reminders.preferences.hour;
  const to = Temporal.PlainDate.from(today).add({ years: YEARS }).toString();
  const from = Temporal.Instant.from(now).epochMilliseconds;
  return datesOfSchedule(schedule, today, to)
    .filter(date => instantOf(date, time) > from)
    .slice(0, SHOWN)
    .map(date => words.next(date, time, schedule.days.kind === 'lunar' ? lunarWords(date) : null, today));
}

function lunarWords(date: string): string {
  const { day, month, leap } = lunarOf(date);
  return words.lunar(day, month, leap);
}
