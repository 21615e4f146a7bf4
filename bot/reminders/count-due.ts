import type { AgendaItem } from './agenda-item.ts';
import { sections } from './sections.ts';
import { isOpen } from './standing.ts';
import type { ReminderView } from './view.ts';

/** How many items are over, due today, and due in the seven days after. */
export interface DueCounts {
  overdue: number;
  today: number;
  week: number;
}

/** What a person is told when they come; what is done, put aside or waits for confirmation is not counted. */
export function countDue(view: ReminderView): DueCounts {
  const { overdue, today, week } = sections(view);
  return { overdue: open(overdue), today: open(today), week: open(week) };
}

const open = (items: readonly AgendaItem[]): number =>
  items.filter(item => isOpen(item) && item.silent === null).length;
