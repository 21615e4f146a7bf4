import type { Scene } from './scene.ts';

/** Whether a unit's plan still needs somebody's word that it applies. */
export function confirmationOf({ deps, world }: Scene, unitId: string): 'needed' | 'given' | 'none' {
  const unit = world.memberships.find(({ unit: { id } }) => id === unitId)?.unit;
  const plan = unit && deps.knowledge.plan(unit.plan);
  if (!unit || !plan || !deps.rulebookOf(unit.plan) || plan.status === 'confirmed') return 'none';
  return world.reminders.units.find(settings => settings.unit === unitId)?.confirmation ? 'given' : 'needed';
}
