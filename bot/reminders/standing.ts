import type { ReminderMark, Reminders } from '../store/reminder-records.ts';
import type { AgendaItem } from './agenda-item.ts';

/** A person's marks by occurrence, each in the order they were made. */
export type MarksByOccurrence = ReadonlyMap<string, readonly ReminderMark[]>;

const NONE: readonly ReminderMark[] = [];

export function marksByOccurrence({ marks }: Reminders): MarksByOccurrence {
  return Map.groupBy(marks, ({ item, due }) => occurrenceName(item, due));
}

export function occurrenceName(item: string, due: string): string {
  return `${item} ${due}`;
}

export function marksOf(marks: MarksByOccurrence, item: string, due: string): readonly ReminderMark[] {
  return marks.size === 0 ? NONE : (marks.get(occurrenceName(item, due)) ?? NONE);
}

/** How an occurrence stands for a person by their marks and by whether the unit has done it. */
export function standingOf(
  marks: readonly ReminderMark[],
  doneForUnit: boolean,
  now: string,
): Pick<AgendaItem, 'standing' | 'mark'> {
  const last = marks.at(-1);
  const mark = last && last.kind !== 'reopened' ? last : null;
  if (doneForUnit) return { standing: 'done-for-unit', mark };
  if (mark?.kind === 'done' || mark?.kind === 'skipped') return { standing: mark.kind, mark };
  const snoozed = mark?.kind === 'snoozed' && instant(mark.until!) > instant(now);
  return { standing: snoozed ? 'snoozed' : 'open', mark };
}

/** Still to be done, now or when it comes back. */
export function isOpen({ standing }: Pick<AgendaItem, 'standing'>): boolean {
  return standing === 'open' || standing === 'snoozed';
}

/** Milliseconds since 1970 of an ISO instant. */
export function instant(iso: string): number {
  return Date.parse(iso);
}
