import type { UnitReminders } from '../store/reminder-records.ts';
import { daysAfter } from './days.ts';
import type { Moment } from './moments.ts';
import { instant } from './standing.ts';
import { instantOf } from './when/index.ts';

/**
 * Without what a change of the lead times would bring after its time: a lead that was added counts from then on, and
 * so does the last working day that a lead taken away fell on. `hour`: the person's.
 */
export function sinceLeads(
  moments: readonly Moment[],
  { due, hour }: { due: string; hour: string },
  leadsSince: UnitReminders['leadsSince'],
): readonly Moment[] {
  if (leadsSince.length === 0) return moments;
  const since = new Map(
    leadsSince.map(({ lead, at }) => [instantOf(daysAfter(due, -lead), hour), instant(at)]),
  );
  return moments.filter(({ name, at }) => name === 'escalation' || at >= (since.get(at) ?? 0));
}
