import type { DueCounts } from '../reminders/count-due.ts';

/** What is overdue and due soon, in one line for whoever begins to talk; null: nothing is. */
export function dueLine({ overdue, today, week }: DueCounts): string | null {
  const said = [
    overdue > 0 && `${overdue} việc quá hạn`,
    today > 0 && `${today} việc hạn hôm nay`,
    week > 0 && `${week} việc đến hạn trong 7 ngày tới`,
  ].filter(Boolean);
  return said.length === 0 ? null : `Đồng chí có ${said.join(', ')}. Gõ /nhacviec để xem.`;
}
