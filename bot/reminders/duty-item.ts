import type { Membership } from '../store/records.ts';
import type { UnitReminders } from '../store/reminder-records.ts';
import type { AgendaItem } from './agenda-item.ts';
import type { DutyTime } from './duty-times.ts';
import type { MarksByOccurrence } from './standing.ts';
import { isOpen, marksOf, standingOf } from './standing.ts';
import { unansweredOf } from './unanswered.ts';
import type { ReminderView } from './view.ts';

/** What recurs more often than twice a year has nothing to do with the year's self-assessment. */
const YEARLY = new Set(['once', 'yearly', 'event']);

export function dutyKey(unit: string, duty: string): string {
  return `duty:${unit}:${duty}`;
}

export function isDoneForUnit({ done }: UnitReminders, duty: string, due: string): boolean {
  return done.some(one => one.duty === duty && one.due === due);
}

/** Whether another member has marked it done for themselves. */
export function isMarked({ marked }: UnitReminders, duty: string, due: string): boolean {
  return marked.some(one => one.duty === duty && one.due === due);
}

/** One time of a duty as it stands for a person. */
export function dutyItem(
  view: ReminderView,
  of: { membership: Membership; settings: UnitReminders; confirmed: boolean; marks: MarksByOccurrence },
  { occurrence, enteredAt, dayOff }: DutyTime,
): AgendaItem {
  const { unit, role } = of.membership;
  const { id, due, title } = occurrence;
  const key = dutyKey(unit.id, id);
  const entered = enteredAt !== null;
  const stands = standingOf(marksOf(of.marks, key, due), isDoneForUnit(of.settings, id, due), view.now);
  const paused = of.settings.paused.includes(id);
  return {
    key,
    due,
    time: null,
    title,
    source: {
      kind: 'duty',
      unit: unit.id,
      unitName: unit.name,
      plan: unit.plan,
      role,
      occurrence,
      entered,
    },
    ...stands,
    silent: paused ? 'paused' : of.confirmed || entered ? null : 'unconfirmed',
    dayOff,
    unanswered: YEARLY.has(occurrence.recurs) && isOpen(stands) ? unansweredOf(view, unit.id, due) : null,
  };
}
