import { dayInVietnam } from '../../evaluators/index.ts';
import { agenda } from './agenda.ts';
import type { AgendaItem } from './agenda-item.ts';
import { daysAfter } from './days.ts';
import { isOpen } from './standing.ts';
import type { ReminderView } from './view.ts';
import type { WaitingDuty } from './waiting-duties.ts';
import { waitingDuties } from './waiting-duties.ts';

export type { WaitingDuty } from './waiting-duties.ts';

/** The list of reminders as a person sees it; each part in order of day, then time. */
export interface Sections {
  /**
   * Over and not done: of what recurs the last time alone, and that for 62 days. What is silent, or was over before
   * it was to be reminded of, is not overdue.
   */
  overdue: AgendaItem[];
  today: AgendaItem[];
  /** The seven days after today. */
  week: AgendaItem[];
  /** Days 8 to 60 after today. */
  later: AgendaItem[];
  /** One-offs that were over before the unit came to the assistant: shown, never sent. */
  past: AgendaItem[];
  waiting: WaitingDuty[];
}

const OVERDUE_DAYS = 62;
const AHEAD_DAYS = 60;
/** No plan is older. */
const BEGINNING = '2000-01-01';

export function sections(view: ReminderView): Sections {
  const { today } = view;
  const gone = agenda(view, { from: BEGINNING, to: daysAfter(today, -1) });
  const ahead = agenda(view, { from: today, to: daysAfter(today, AHEAD_DAYS) });
  const week = daysAfter(today, 7);
  return {
    overdue: overdueOf(gone, view),
    today: ahead.filter(({ due }) => due === today),
    week: ahead.filter(({ due }) => due > today && due <= week),
    later: ahead.filter(({ due }) => due > week),
    past: gone.filter(item => isOnce(item) && item.due < beginningOf(item, view)),
    waiting: waitingDuties(view),
  };
}

function overdueOf(gone: readonly AgendaItem[], view: ReminderView): AgendaItem[] {
  const oldest = daysAfter(view.today, -OVERDUE_DAYS);
  const last = new Map(gone.map(item => [item.key, item]));
  return gone.filter(
    item =>
      last.get(item.key) === item &&
      isOpen(item) &&
      item.silent === null &&
      item.due >= beginningOf(item, view) &&
      (isOnce(item) || item.due >= oldest),
  );
}

/** A duty that is due one time and never again. */
function isOnce({ source }: AgendaItem): boolean {
  return source.kind === 'duty' && source.occurrence.recurs === 'once';
}

/** The day since when an item counts. */
function beginningOf({ source }: AgendaItem, { world, now }: ReminderView): string {
  const since =
    source.kind === 'own'
      ? source.reminder.since
      : (world.reminders.units.find(({ unit }) => unit === source.unit)?.since ?? now);
  return dayInVietnam(Temporal.Instant.from(since));
}
