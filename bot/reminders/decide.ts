import type { SentReminder } from '../store/reminder-records.ts';
import type { AgendaItem } from './agenda-item.ts';
import { daysAfter } from './days.ts';
import type { RemindedOccurrence } from './each-occurrence.ts';
import { eachOccurrence } from './each-occurrence.ts';
import type { Clock, Reach } from './goes-at.ts';
import { goesAt, isLate, plannedAt } from './goes-at.ts';
import { isDropped } from './is-dropped.ts';
import type { Moment } from './moments.ts';
import type { MarksByOccurrence } from './standing.ts';
import { instant, marksByOccurrence } from './standing.ts';
import type { DayWindow, ReminderView } from './view.ts';
import { instantOf } from './when/index.ts';

/** What a person is to be told now of one occurrence. */
export interface DueItem {
  item: AgendaItem;
  /** Its moments that are due, by time. */
  moments: Moment[];
  /** All of them were missed, for another reason than quiet hours. */
  late: boolean;
}

export interface Decision {
  /** By day, then time. */
  due: DueItem[];
  /** What is to be kept as sent with it: more than is told where the same was missed several times. */
  sent: Omit<SentReminder, 'at'>[];
  /** When to decide anew; milliseconds since 1970. */
  nextAt: number;
}

const DAY_MS = 24 * 3600 * 1000;
/** What is older is never sent. */
const OLDEST_DAYS = 62;
/** No moment of the next 30 days belongs to a later day. */
const AHEAD_DAYS = 100;
const LONGEST_SLEEP_DAYS = 30;

/**
 * What is due for a person now, and when to look again. It is the same whoever asks and however often: what was sent
 * is known by its occurrence and moment, and all else by the view.
 */
export function decide(view: ReminderView, reach: Reach): Decision {
  const now = instant(view.now);
  // Whoever can be written to again is looked at within a day.
  if (reach === 'none') return { due: [], sent: [], nextAt: now + DAY_MS };
  const { preferences, sent } = view.world.reminders;
  const marks = marksByOccurrence(view.world.reminders);
  const clock: Clock = {
    now,
    reach,
    quiet: preferences.quiet,
    todayHour: instantOf(view.today, preferences.hour),
  };
  const floor = Math.max(
    now - OLDEST_DAYS * DAY_MS,
    ...[preferences.since, preferences.pausedUntil].map(sinceOf),
  );
  const told = new Set(sent.map(({ item, due, moment }) => sentName(item, due, moment)));
  const due: DueItem[] = [];
  let nextAt = now + LONGEST_SLEEP_DAYS * DAY_MS;

  const visit = (occurrence: RemindedOccurrence): void => {
    const since = Math.max(floor, occurrence.since);
    const known = knownSince(occurrence, since);
    let dueNow: Moment[] | null = null;
    let late = true;
    for (const moment of occurrence.moments) {
      if (moment.at < since) continue;
      const planned = plannedAt(moment, known, reach);
      if (planned > now && planned >= nextAt) continue;
      if (isDropped(moment.at, occurrence.marks)) continue;
      if (told.has(sentName(occurrence.key, occurrence.due, moment.name))) continue;
      const goes = goesAt(moment, planned, clock);
      if (goes > now) nextAt = Math.min(nextAt, goes);
      else {
        dueNow = [...(dueNow ?? []), moment];
        late &&= isLate(planned, clock);
      }
    }
    if (dueNow) due.push({ item: occurrence.item(), moments: dueNow.sort((a, b) => a.at - b.at), late });
  };
  for (const window of windowsOf(view, marks, now)) eachOccurrence(view, marks, window, visit);

  return {
    due: lastOfEach(due, view.today).sort(byDay),
    sent: due.flatMap(({ item, moments }) =>
      moments.map(({ name }) => ({ item: item.key, due: item.due, moment: name })),
    ),
    nextAt,
  };
}

/** Since when a moment was to be expected: what came after a day's digest goes at its own time. */
function knownSince({ marks }: RemindedOccurrence, since: number): number {
  const last = marks.at(-1);
  return last ? Math.max(since, instant(last.at)) : since;
}

/** The days whose moments may be due, and those of occurrences further away that were put off until about now. */
function windowsOf({ today }: ReminderView, marks: MarksByOccurrence, now: number): DayWindow[] {
  const main = { from: daysAfter(today, -OLDEST_DAYS), to: daysAfter(today, AHEAD_DAYS) };
  const far = new Set<string>();
  for (const [last] of [...marks.values()].map(made => made.slice(-1))) {
    if (last?.kind !== 'snoozed' || (last.due >= main.from && last.due <= main.to)) continue;
    if (instant(last.until!) >= now - OLDEST_DAYS * DAY_MS) far.add(last.due);
  }
  return [main, ...[...far].map(day => ({ from: day, to: day }))];
}

/** Of what recurs and is over, the last time alone is worth telling, unless another was put off until now. */
function lastOfEach(due: readonly DueItem[], today: string): DueItem[] {
  const last = new Map<string, string>();
  for (const { item } of due) {
    if (item.due < today && item.due > (last.get(item.key) ?? '')) last.set(item.key, item.due);
  }
  return due.filter(
    ({ item, moments }) =>
      item.due >= today ||
      last.get(item.key) === item.due ||
      moments.some(({ name }) => name.startsWith('snooze:')),
  );
}

function byDay({ item: a }: DueItem, { item: b }: DueItem): number {
  if (a.due !== b.due) return a.due < b.due ? -1 : 1;
  const [first, second] = [a.time ?? '', b.time ?? ''];
  return first < second ? -1 : first > second ? 1 : 0;
}

const sentName = (item: string, due: string, moment: string): string => `${item} ${due} ${moment}`;
const sinceOf = (at: string | null): number => (at === null ? 0 : instant(at));
