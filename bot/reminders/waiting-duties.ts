import type { Rulebook } from '../../evaluators/index.ts';
import type { Membership } from '../store/records.ts';
import type { UnitReminders } from '../store/reminder-records.ts';
import { awaitsDay } from './duty-times.ts';
import type { ReminderView } from './view.ts';
import { settingsOf } from './view.ts';

/** A duty that has no day until somebody enters one. */
export interface WaitingDuty {
  unit: string;
  unitName: string;
  duty: string;
  title: string;
  /** The event whose day is to be entered; null: the duty's own day is. */
  event: string | null;
  /** Full days before the event; 0 where there is no event. */
  daysBefore: number;
  /** How it goes on from the day entered: an event is entered each time anew. */
  recurs: 'event' | 'yearly' | 'weekly';
  /** The time in the plan's words. */
  stated: string | null;
}

type Duty = Rulebook['duties'][number];

/** Duties of the person's units for which no day that lies ahead is known, in the order of the plan. */
export function waitingDuties(view: ReminderView): WaitingDuty[] {
  return view.world.memberships.flatMap(membership => {
    const rulebook = view.rulebookOf(membership.unit.plan);
    if (!rulebook || isOver(rulebook.force.to, view)) return [];
    const settings = settingsOf(view, membership);
    return rulebook.duties
      .filter(duty => duty.for.includes(membership.unit.subject) && !isOver(duty.until, view))
      .filter(duty => !settings.paused.includes(duty.id) && !isDated(duty, settings, view))
      .flatMap(duty => waitingDuty(duty, membership));
  });
}

const isOver = (last: string | null | undefined, { today }: ReminderView): boolean => !!last && last < today;

/** A year or a week goes on by itself from the day entered; an event is over after its day. */
function isDated({ id, when }: Duty, { entered }: UnitReminders, { today }: ReminderView): boolean {
  return entered.some(({ duty, date }) => duty === id && (when.kind === 'entered' || date >= today));
}

function waitingDuty(duty: Duty, { unit }: Membership): WaitingDuty[] {
  const { id, title, when, stated } = duty;
  if (!awaitsDay(when)) return [];
  const event = when.kind === 'event' ? when : null;
  return [
    {
      unit: unit.id,
      unitName: unit.name,
      duty: id,
      title,
      event: event?.event ?? null,
      daysBefore: event?.daysBefore ?? 0,
      recurs: when.kind === 'entered' ? when.recurs : 'event',
      stated,
    },
  ];
}
