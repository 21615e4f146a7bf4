import { createHash } from 'node:crypto';
import type { ICalCalendar } from 'ical-generator';
import ical, {
  escape as escaped,
  ICalAlarmRelatesTo,
  ICalAlarmType,
  ICalEventTransparency,
} from 'ical-generator';
import type { Plan } from '../../knowledge/index.ts';
import { calendarDescription, calendarSummary, calendarWords } from '../words/calendar-words.ts';
import type { AgendaItem } from './agenda-item.ts';

export interface CalendarOptions {
  /** When it is made, ISO instant in UTC. */
  stamp: string;
  /** The plan a duty stands in, so that its words are cut from the plan itself. */
  planOf(id: string): Plan | null;
}

const ZONE = 'Asia/Ho_Chi_Minh';
const OWN_MINUTES = 30;
const HOUR = 3600;
const DAY = 24 * HOUR;
/** Seconds from the beginning of the last valid day to half past seven. */
const ON_THE_DAY = 7.5 * HOUR;
const DAY_BEFORE = ON_THE_DAY - DAY;
const WEEK_BEFORE = ON_THE_DAY - 7 * DAY;
/** How often a program that follows the address asks again, in seconds. */
const REFRESH = 6 * HOUR;

/**
 * What is due as a calendar of RFC 5545. What was skipped, and what waits for its plan to be confirmed, is left out;
 * what is done, over or paused rings no more.
 */
export function calendarOf(items: readonly AgendaItem[], { stamp, planOf }: CalendarOptions): string {
  const { name, company, product } = calendarWords;
  const calendar = ical({
    prodId: { company, product, language: 'VI' },
    // The library writes this one as it is.
    name: escaped(name, false),
    ttl: REFRESH,
  });
  const shown = items.filter(({ standing, silent }) => standing !== 'skipped' && silent !== 'unconfirmed');
  for (const item of shown) addEvent(calendar, item, { stamp, planOf });
  const text = `${calendar.toString()}\r\n`;
  return shown.length > 0 ? text : text.replace(/END:VCALENDAR\r\n$/, `${ZONE_ALONE}$&`);
}

/** A calendar holds at least one component; without events it is the time zone. */
const ZONE_ALONE = [
  'BEGIN:VTIMEZONE',
  `TZID:${ZONE}`,
  'BEGIN:STANDARD',
  'DTSTART:19700101T000000',
  'TZOFFSETFROM:+0700',
  'TZOFFSETTO:+0700',
  'END:STANDARD',
  'END:VTIMEZONE',
  '',
].join('\r\n');

function addEvent(calendar: ICalCalendar, item: AgendaItem, { stamp, planOf }: CalendarOptions): void {
  const { key, due, time, source } = item;
  const day = Temporal.PlainDate.from(due);
  const start = time === null ? day : day.toZonedDateTime({ timeZone: ZONE, plainTime: time }).toInstant();
  const event = calendar.createEvent({
    id: uidOf(key, due),
    stamp: Temporal.Instant.from(stamp),
    start,
    end: start instanceof Temporal.Instant ? start.add({ minutes: OWN_MINUTES }) : start.add({ days: 1 }),
    allDay: time === null,
    summary: written(calendarSummary(item)),
    description: written(calendarDescription(item, source.kind === 'duty' ? planOf(source.plan) : null)),
    // A last day is no appointment: it keeps nobody busy.
    ...(time === null ? { transparency: ICalEventTransparency.TRANSPARENT } : {}),
  });
  for (const trigger of alarmsOf(item, stamp)) {
    const relative = typeof trigger === 'number';
    const alarm = event.createAlarm({
      type: ICalAlarmType.display,
      ...(relative ? { triggerAfter: trigger } : { trigger }),
    });
    // The library counts from the event's end otherwise.
    if (relative) alarm.relatesTo(ICalAlarmRelatesTo.start);
  }
}

/** Seconds after the event's beginning, or the instant to which it was put off. */
function alarmsOf(item: AgendaItem, stamp: string): readonly (number | Temporal.Instant)[] {
  const { due, time, standing, mark, silent, source } = item;
  if (standing === 'done' || standing === 'done-for-unit' || silent !== null) return [];
  if (standing === 'snoozed' && mark?.until) return [Temporal.Instant.from(mark.until)];
  const today = Temporal.Instant.from(stamp).toZonedDateTimeISO(ZONE).toPlainDate().toString();
  if (due < today) return [];
  if (time !== null) return [0];
  if (source.kind === 'own') return [ON_THE_DAY];
  return source.occurrence.recurs === 'weekly'
    ? [DAY_BEFORE, ON_THE_DAY]
    : [WEEK_BEFORE, DAY_BEFORE, ON_THE_DAY];
}

/** The same occurrence has the same id in every calendar; it says nothing of unit or person. */
function uidOf(key: string, due: string): string {
  return `${createHash('sha256').update(`${key} ${due}`, 'utf8').digest('hex').slice(0, 32)}@tro-ly-cap-uy`;
}

/** TEXT holds no control characters but the line break, and is well-formed UTF-8. */
function written(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n]/gu, ' ')
    .toWellFormed();
}
