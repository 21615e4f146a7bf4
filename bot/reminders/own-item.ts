import type { OwnReminder } from '../store/reminder-records.ts';
import type { AgendaItem } from './agenda-item.ts';
import type { MarksByOccurrence } from './standing.ts';
import { marksOf, standingOf } from './standing.ts';
import { dayOff } from './when/index.ts';

export function ownKey(reminder: string): string {
  return `own:${reminder}`;
}

/** One day of a person's own reminder as it stands for them. */
export function ownItem(
  reminder: OwnReminder,
  due: string,
  { marks, now }: { marks: MarksByOccurrence; now: string },
): AgendaItem {
  const key = ownKey(reminder.id);
  return {
    key,
    due,
    time: reminder.schedule.time,
    title: reminder.text,
    source: { kind: 'own', reminder },
    ...standingOf(marksOf(marks, key, due), false, now),
    silent: reminder.state === 'paused' ? 'paused' : null,
    dayOff: dayOff(due),
    unanswered: null,
  };
}
