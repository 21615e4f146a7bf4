import type { Membership } from '../store/records.ts';
import type { OwnReminder, ReminderMark } from '../store/reminder-records.ts';
import type { AgendaItem } from './agenda-item.ts';
import { dutyItem, dutyKey, isDoneForUnit, isMarked } from './duty-item.ts';
import { dutyTimes } from './duty-times.ts';
import { snoozedUntil } from './is-dropped.ts';
import type { Moment } from './moments.ts';
import { dutyMoments, ownMoment, snoozeMoment } from './moments.ts';
import { ownItem, ownKey } from './own-item.ts';
import { sinceLeads } from './since-leads.ts';
import type { MarksByOccurrence } from './standing.ts';
import { instant, marksOf } from './standing.ts';
import type { DayWindow, ReminderView } from './view.ts';
import { inForce, settingsOf } from './view.ts';
import { datesOfSchedule } from './when/index.ts';

/** An occurrence that is reminded of, with all its moments, whatever has become of them. */
export interface RemindedOccurrence {
  key: string;
  due: string;
  moments: readonly Moment[];
  /** What lies before is never sent; milliseconds since 1970. */
  since: number;
  /** The person's, in the order they were made. */
  marks: readonly ReminderMark[];
  item(): AgendaItem;
}

/** Shows every occurrence within the window that somebody is to be reminded of. */
export function eachOccurrence(
  view: ReminderView,
  marks: MarksByOccurrence,
  window: DayWindow,
  visit: (occurrence: RemindedOccurrence) => void,
): void {
  const { hour } = view.world.reminders.preferences;
  for (const membership of view.world.memberships) eachDutyTime(view, membership, marks, window, visit);
  for (const reminder of view.world.reminders.own) {
    if (reminder.state !== 'active') continue;
    for (const due of datesOfSchedule(reminder.schedule, window.from, window.to)) {
      visit(ownOccurrence(view, reminder, due, marks, hour));
    }
  }
}

function ownOccurrence(
  { now }: ReminderView,
  reminder: OwnReminder,
  due: string,
  marks: MarksByOccurrence,
  hour: string,
): RemindedOccurrence {
  const key = ownKey(reminder.id);
  const made = marksOf(marks, key, due);
  return {
    key,
    due,
    moments: withSnooze([ownMoment(due, reminder.schedule.time, hour)], made, hour),
    since: instant(reminder.since),
    marks: made,
    item: () => ownItem(reminder, due, { marks, now }),
  };
}

function eachDutyTime(
  view: ReminderView,
  membership: Membership,
  marks: MarksByOccurrence,
  window: DayWindow,
  visit: (occurrence: RemindedOccurrence) => void,
): void {
  const { unit, role, since } = membership;
  const rulebook = view.rulebookOf(unit.plan);
  if (!rulebook) return;
  const { hour } = view.world.reminders.preferences;
  const settings = settingsOf(view, membership);
  const confirmed = inForce(view, membership, settings);
  const of = { membership, settings, confirmed, marks };
  const unitSince = Math.max(instant(settings.since), instant(since));
  const inForceSince = view.planConfirmed(unit.plan) ? 0 : sinceOf(settings.confirmation);
  const kind = { subject: unit.subject, confirmed, entered: settings.entered };
  for (const time of dutyTimes(rulebook, kind, window)) {
    const { id, due } = time.occurrence;
    if (!confirmed && time.enteredAt === null) continue;
    if (settings.paused.includes(id) || isDoneForUnit(settings, id, due)) continue;
    const key = dutyKey(unit.id, id);
    const made = marksOf(marks, key, due);
    const secretary = role === 'secretary' && !isMarked(settings, id, due);
    const moments = dutyMoments(time, { leads: settings.leads, hour, secretary });
    visit({
      key,
      due,
      moments: withSnooze(sinceLeads(moments, { due, hour }, settings.leadsSince), made, hour),
      since: Math.max(
        unitSince,
        time.enteredAt === null ? inForceSince : instant(time.enteredAt),
        sinceOf(settings.resumed.find(({ duty }) => duty === id)),
      ),
      marks: made,
      item: () => dutyItem(view, of, time),
    });
  }
}

function withSnooze(
  moments: readonly Moment[],
  marks: readonly ReminderMark[],
  hour: string,
): readonly Moment[] {
  const until = snoozedUntil(marks);
  return until === null ? moments : [...moments, snoozeMoment(until, hour)];
}

const sinceOf = (event: { at: string } | null | undefined): number => (event ? instant(event.at) : 0);
