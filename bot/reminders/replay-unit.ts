import type { ReminderChange, UnitReminders } from '../store/reminder-records.ts';
import { DEFAULT_LEADS } from '../store/reminder-records.ts';

/** What changes the reminders of a whole unit. */
export type UnitReminderChange = Extract<ReminderChange, { unit: string }>;

/** One such change, by whom and when. */
export interface UnitReminderEvent {
  change: UnitReminderChange;
  person: string;
  at: string;
}

/** What a unit has settled after `events`, each upon the one before. */
export function replayUnit(before: UnitReminders, events: readonly UnitReminderEvent[]): UnitReminders {
  if (events.length === 0) return before;
  const draft = draftOf(before);
  for (const event of events) apply(draft, event);
  const { leadsSince, entered, paused, resumed, done, ...settled } = draft;
  return {
    ...settled,
    leadsSince: [...leadsSince.values()],
    entered: [...entered.values()],
    paused: [...paused],
    resumed: [...resumed.values()],
    done: [...done.values()],
  };
}

/** A unit that has settled nothing yet. */
export function newUnitReminders(unit: string, since: string): UnitReminders {
  const nothing = { leadsSince: [], entered: [], paused: [], resumed: [], done: [], marked: [] };
  return { unit, since, leads: DEFAULT_LEADS, confirmation: null, offered: false, ...nothing };
}

type Listed = 'leadsSince' | 'entered' | 'paused' | 'resumed' | 'done';
interface Draft extends Omit<UnitReminders, Listed> {
  leadsSince: Map<number, UnitReminders['leadsSince'][number]>;
  entered: Map<string, UnitReminders['entered'][number]>;
  paused: Set<string>;
  resumed: Map<string, UnitReminders['resumed'][number]>;
  done: Map<string, UnitReminders['done'][number]>;
}

function draftOf(unit: UnitReminders): Draft {
  return {
    ...unit,
    leadsSince: new Map(unit.leadsSince.map(one => [one.lead, one])),
    entered: new Map(unit.entered.map(one => [`${one.duty} ${one.date}`, one])),
    paused: new Set(unit.paused),
    resumed: new Map(unit.resumed.map(one => [one.duty, one])),
    done: new Map(unit.done.map(one => [`${one.duty} ${one.due}`, one])),
  };
}

function apply(draft: Draft, { change, person, at }: UnitReminderEvent): void {
  switch (change.type) {
    case 'duty-done': {
      const { duty, due } = change;
      // Taken out first: what stands last comes last.
      draft.done.delete(`${duty} ${due}`);
      if (change.done) draft.done.set(`${duty} ${due}`, { duty, due, person, at });
      return;
    }
    case 'duty-dated': {
      const { duty, date } = change;
      const key = `${duty} ${date}`;
      if (!change.entered) draft.entered.delete(key);
      else if (!draft.entered.has(key)) draft.entered.set(key, { duty, date, at });
      return;
    }
    case 'duty-paused': {
      const { duty } = change;
      if (change.paused) draft.paused.add(duty);
      else if (draft.paused.delete(duty)) draft.resumed.set(duty, { duty, at });
      return;
    }
    case 'leads-set':
      for (const lead of new Set(draft.leads).symmetricDifference(new Set(change.leads)))
        draft.leadsSince.set(lead, { lead, at });
      draft.leads = change.leads;
      return;
    case 'plan-confirmed': {
      const { document } = change;
      draft.confirmation = document === null ? null : { document, person, at };
      return;
    }
    case 'confirmation-offered':
      draft.offered = true;
      return;
  }
}
