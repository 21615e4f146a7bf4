import type { Rulebook } from '../../evaluators/index.ts';
import type { Membership, World } from '../store/records.ts';
import type { UnitReminders } from '../store/reminder-records.ts';
import { newUnitReminders } from './replay-unit.ts';

/** What reminders of one person are worked out from. */
export interface ReminderView {
  person: string;
  world: World;
  /** ISO day in Viet Nam, and the instant. */
  today: string;
  now: string;
  /** The rulebook in force; null: the plan has none, so it has no duties either. */
  rulebookOf(plan: string): Rulebook | null;
  /** Whether the plan itself is marked as confirmed to be in force. */
  planConfirmed(plan: string): boolean;
}

/** Both days included, `YYYY-MM-DD`. */
export interface DayWindow {
  from: string;
  to: string;
}

/** What a unit has settled. Where nothing is kept of it, it begins now: nothing of the past is sent. */
export function settingsOf({ world, now }: ReminderView, { unit }: Membership): UnitReminders {
  return world.reminders.units.find(({ unit: id }) => id === unit.id) ?? newUnitReminders(unit.id, now);
}

/** Whether the duties of a unit's plan are to be reminded of. */
export function inForce(view: ReminderView, { unit }: Membership, { confirmation }: UnitReminders): boolean {
  return confirmation !== null || view.planConfirmed(unit.plan);
}
