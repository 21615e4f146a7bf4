import { DEFAULT_LEADS } from '../../store/reminder-records.ts';
import type { Scene } from './scene.ts';

/** Until taken up again. */
export const FOREVER = '9999-12-31T00:00:00Z';

/** Whether everything is silent for the person now. */
export function isPaused({ world, deps }: Scene): boolean {
  const { pausedUntil } = world.reminders.preferences;
  return pausedUntil !== null && pausedUntil > deps.now;
}

/** How many days before a last day a unit is reminded. */
export function leadsOf({ world }: Scene, unitId: string): readonly number[] {
  return world.reminders.units.find(({ unit }) => unit === unitId)?.leads ?? DEFAULT_LEADS;
}
