import type { Occurrence, Rulebook } from '../../evaluators/index.ts';
import { occurrences } from '../../evaluators/index.ts';
import type { UnitReminders } from '../store/reminder-records.ts';
import type { DayOff } from './agenda-item.ts';
import { daysAfter } from './days.ts';
import type { DayWindow } from './view.ts';
import { dayOff } from './when/index.ts';

/** One time at which a duty is due for units of one kind, as far as it is the same for all of them. */
export interface DutyTime {
  occurrence: Occurrence;
  /** When the day was entered that it comes from; null: the plan itself says the day. */
  enteredAt: string | null;
  /** Last valid day of the same duty's time before, as far as a reminder may reach. */
  previous: string | null;
  dayOff: DayOff | null;
}

type Entered = UnitReminders['entered'];

/** No reminder comes more days before its day than this. */
const LONGEST_LEAD = 62;
const MOST_KEPT = 500;
/** What nobody entered anything for is the same for 250,000 units, and worked out once. */
const kept = new WeakMap<Rulebook, Map<string, DutyTime[]>>();

/** All times within the window, by day. */
export function dutyTimes(
  rulebook: Rulebook,
  unit: { subject: string; confirmed: boolean; entered: Entered },
  window: DayWindow,
): DutyTime[] {
  const stated = statedTimes(rulebook, unit, window);
  if (unit.entered.length === 0) return stated;
  const own = enteredTimes(rulebook, unit, window);
  return own.length === 0 ? stated : [...stated, ...own].sort(byDay);
}

function statedTimes(
  rulebook: Rulebook,
  { subject, confirmed }: { subject: string; confirmed: boolean },
  window: DayWindow,
): DutyTime[] {
  const found = kept.getOrInsertComputed(rulebook, () => new Map());
  const name = `${subject} ${confirmed} ${window.from} ${window.to}`;
  const before = found.get(name);
  if (before) return before;
  if (found.size >= MOST_KEPT) found.clear();
  const reach = { from: daysAfter(window.from, -LONGEST_LEAD), to: window.to };
  const times = withPrevious(
    occurrences(rulebook, { subject, confirmed, ...reach }).map(occurrence => ({ occurrence, at: null })),
  ).filter(({ occurrence }) => occurrence.due >= window.from);
  found.set(name, times);
  return times;
}

function enteredTimes(
  rulebook: Rulebook,
  { subject, confirmed, entered }: { subject: string; confirmed: boolean; entered: Entered },
  window: DayWindow,
): DutyTime[] {
  const reach = { from: daysAfter(window.from, -LONGEST_LEAD), to: window.to };
  // One day at a time, so that each time knows when the day it comes from was entered; the earliest counts.
  const first = new Map<string, { occurrence: Occurrence; at: string }>();
  for (const { duty, date, at } of entered) {
    const duties = rulebook.duties.filter(({ id, when }) => id === duty && awaitsDay(when));
    const days = { subject, confirmed, ...reach, entered: [{ duty, date }] };
    for (const occurrence of occurrences({ ...rulebook, duties }, days)) {
      const name = `${occurrence.id} ${occurrence.due}`;
      const before = first.get(name);
      if (!before || at < before.at) first.set(name, { occurrence, at });
    }
  }
  const found = [...first.values()].sort((a, b) => (a.occurrence.due < b.occurrence.due ? -1 : 1));
  return withPrevious(found).filter(({ occurrence }) => occurrence.due >= window.from);
}

/** Whether a duty has no day until somebody enters one. */
export function awaitsDay({ kind }: Rulebook['duties'][number]['when']): boolean {
  return kind === 'event' || kind === 'entered';
}

/** `found` by day. */
function withPrevious(found: readonly { occurrence: Occurrence; at: string | null }[]): DutyTime[] {
  const last = new Map<string, string>();
  return found.map(({ occurrence, at }) => {
    const previous = last.get(occurrence.id) ?? null;
    last.set(occurrence.id, occurrence.due);
    return { occurrence, enteredAt: at, previous, dayOff: dayOff(occurrence.due) };
  });
}

const byDay = (a: DutyTime, b: DutyTime): number =>
  a.occurrence.due < b.occurrence.due ? -1 : a.occurrence.due > b.occurrence.due ? 1 : 0;
