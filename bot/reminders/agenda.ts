import type { AgendaItem } from './agenda-item.ts';
import { dutyItem } from './duty-item.ts';
import { dutyTimes } from './duty-times.ts';
import { ownItem } from './own-item.ts';
import { marksByOccurrence } from './standing.ts';
import type { DayWindow, ReminderView } from './view.ts';
import { inForce, settingsOf } from './view.ts';
import { datesOfSchedule } from './when/index.ts';

export type { DayWindow, ReminderView } from './view.ts';

/**
 * What is due within the days, of the duties of the person's units and of their own reminders, by day, then time:
 * the silent, the done and the skipped too. Reminders of one's own that were cancelled are left out.
 */
export function agenda(view: ReminderView, window: DayWindow): AgendaItem[] {
  const { world, now } = view;
  const marks = marksByOccurrence(world.reminders);
  const duties = world.memberships.flatMap(membership => {
    const { unit } = membership;
    const rulebook = view.rulebookOf(unit.plan);
    if (!rulebook) return [];
    const settings = settingsOf(view, membership);
    const confirmed = inForce(view, membership, settings);
    const kind = { subject: unit.subject, confirmed, entered: settings.entered };
    const of = { membership, settings, confirmed, marks };
    return dutyTimes(rulebook, kind, window).map(time => dutyItem(view, of, time));
  });
  const own = world.reminders.own
    .filter(({ state }) => state !== 'cancelled')
    .flatMap(reminder =>
      datesOfSchedule(reminder.schedule, window.from, window.to).map(due =>
        ownItem(reminder, due, { marks, now }),
      ),
    );
  return [...duties, ...own].sort(byDueThenTime);
}

/** What has no hour comes before what has one. */
function byDueThenTime(a: AgendaItem, b: AgendaItem): number {
  if (a.due !== b.due) return a.due < b.due ? -1 : 1;
  const [first, second] = [a.time ?? '', b.time ?? ''];
  return first < second ? -1 : first > second ? 1 : 0;
}
