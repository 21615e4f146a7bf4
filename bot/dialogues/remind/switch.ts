import { remindItemWords as words } from '../../words/remind-item-words.ts';
import type { Scene } from './scene.ts';
import { did, does, maySettle, membershipOf, say } from './scene.ts';

/** Nobody of the unit is reminded of a duty any more, or all are again. */
export function switchDuty(at: Scene, unit: string, duty: string, paused: boolean): Scene {
  const rulebook = at.deps.rulebookOf(membershipOf(at, unit)?.unit.plan ?? '');
  const title = rulebook?.duties.find(({ id }) => id === duty)?.title;
  if (title === undefined) return say(at, words.gone);
  if (!maySettle(at, unit)) return say(at, words.onlyOfficers);
  const off =
    at.world.reminders.units.find(settings => settings.unit === unit)?.paused.includes(duty) ?? false;
  if (off === paused) return say(at, paused ? words.alreadyOff(title) : words.alreadyOn(title));
  const changed = does(at, { type: 'duty-paused', unit, duty, paused });
  return did(changed, paused ? words.didDutyOff(title) : words.didDutyOn(title), [
    { type: 'duty-paused', unit, duty, paused: !paused },
  ]);
}

/** One's own reminder is paused, taken up again or deleted; deleted, it can be brought back as the last action. */
export function switchOwn(at: Scene, id: string, state: 'active' | 'paused' | 'cancelled'): Scene {
  const reminder = at.world.reminders.own.find(own => own.id === id);
  if (!reminder || reminder.state === 'cancelled') return say(at, words.gone);
  const { text } = reminder;
  if (reminder.state === state)
    return say(at, state === 'paused' ? words.alreadyOff(text) : words.alreadyOn(text));
  const changed = does(at, { type: 'reminder-state', reminder: id, state });
  const said = { active: words.didResume, paused: words.didPause, cancelled: words.didRemove }[state](text);
  return did(changed, said, [{ type: 'reminder-state', reminder: id, state: reminder.state }]);
}
