import type { Scene } from './scene.ts';
import { membershipOf } from './scene.ts';

/** A duty without a day of its own, as its rulebook says it. */
export interface DatelessDuty {
  title: string;
  /** Null: the duty's own day is entered. */
  event: string | null;
  daysBefore: number;
  recurs: 'event' | 'yearly' | 'weekly';
}

/** Null: the unit has no such duty, or it has a day of its own. */
export function dutyOf(at: Scene, unit: string, id: string): DatelessDuty | null {
  const rulebook = at.deps.rulebookOf(membershipOf(at, unit)?.unit.plan ?? '');
  const duty = rulebook?.duties.find(one => one.id === id);
  if (duty?.when.kind === 'event')
    return { title: duty.title, event: duty.when.event, daysBefore: duty.when.daysBefore, recurs: 'event' };
  if (duty?.when.kind === 'entered')
    return { title: duty.title, event: null, daysBefore: 0, recurs: duty.when.recurs };
  return null;
}

/** Last valid day of a duty whose event is on `date`. */
export function dueOf({ daysBefore }: DatelessDuty, date: string): string {
  return Temporal.PlainDate.from(date).subtract({ days: daysBefore }).toString();
}

/** The day entered from which an occurrence comes; null: none was. */
export function enteredFor(at: Scene, unit: string, duty: string, due: string): string | null {
  const known = dutyOf(at, unit, duty);
  const settings = at.world.reminders.units.find(one => one.unit === unit);
  const dates = settings?.entered.filter(one => one.duty === duty).map(({ date }) => date) ?? [];
  if (!known) return null;
  if (known.recurs === 'event') return dates.find(date => dueOf(known, date) === due) ?? null;
  // A year or a week goes on from the last day that was entered before.
  return (
    dates
      .filter(date => date <= due)
      .sort()
      .at(-1) ?? null
  );
}
