import type { OwnReminder, ReminderChange, Reminders } from '../store/reminder-records.ts';
import type { UnitReminderChange } from './replay-unit.ts';
import { newUnitReminders, replayUnit } from './replay-unit.ts';

export { newUnitReminders };

/** A person's reminders as they will be once a change of theirs is kept. */
export function foreseeReminders(
  before: Reminders,
  change: ReminderChange,
  person: string,
  at: string,
): Reminders {
  if (!('unit' in change)) return foreseeOwn(before, change, at);
  const units = before.units.map(unit =>
    unit.unit === change.unit ? replayUnit(unit, [{ change, person, at }]) : unit,
  );
  return { ...before, units };
}

/** With a unit that is opened at that instant. */
export function withUnit(before: Reminders, unit: string, at: string): Reminders {
  return { ...before, units: [...before.units, newUnitReminders(unit, at)] };
}

/** Since when a reminder counts that comes to be in `state`: taken up again, from then on. */
export function sinceIn(
  state: OwnReminder['state'],
  before: Pick<OwnReminder, 'state' | 'since'>,
  at: string,
): string {
  return state === 'active' && before.state !== 'active' ? at : before.since;
}

function foreseeOwn(
  before: Reminders,
  change: Exclude<ReminderChange, UnitReminderChange>,
  at: string,
): Reminders {
  switch (change.type) {
    case 'reminder-made': {
      const made: OwnReminder = { ...change.reminder, createdAt: at, state: 'active', since: at };
      return { ...before, own: [...before.own, made] };
    }
    case 'reminder-state': {
      const { reminder: id, state } = change;
      const own = before.own.map(one =>
        one.id === id ? { ...one, state, since: sinceIn(state, one, at) } : one,
      );
      return { ...before, own };
    }
    case 'reminder-marked':
      return { ...before, marks: [...before.marks, { ...change.mark, at }] };
    case 'reminding-set':
      return { ...before, preferences: { ...before.preferences, ...change.preferences } };
    case 'feed-opened':
      return { ...before, feed: true };
    case 'feed-closed':
      return { ...before, feed: false };
  }
}
