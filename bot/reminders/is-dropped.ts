import type { ReminderMark } from '../store/reminder-records.ts';
import { instant } from './standing.ts';

/**
 * Whether a person's marks of an occurrence keep a moment of it from being sent. Done and skipped end it; put off
 * until T, what lies before T is not sent, and T itself is a moment of its own. What fell into a time that a later
 * mark has taken back was not missed: it stays unsent.
 */
export function isDropped(at: number, marks: readonly ReminderMark[]): boolean {
  const last = marks.at(-1);
  if (!last) return false;
  if (last.kind === 'done' || last.kind === 'skipped') return true;
  if (last.kind === 'snoozed' && at < instant(last.until!)) return true;
  return marks.some((mark, index) => {
    if (mark.kind === 'reopened' || at < instant(mark.at)) return false;
    const next = marks[index + 1];
    const until = Math.min(
      next ? instant(next.at) : Number.POSITIVE_INFINITY,
      mark.kind === 'snoozed' ? instant(mark.until!) : Number.POSITIVE_INFINITY,
    );
    return at < until;
  });
}

/** The last mark's `snoozed` until, an instant; null: it is not put off. */
export function snoozedUntil(marks: readonly ReminderMark[]): string | null {
  const last = marks.at(-1);
  return last?.kind === 'snoozed' ? last.until : null;
}
