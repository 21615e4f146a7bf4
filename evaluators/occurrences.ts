/**
 * A plan's duties as dates (contract, section 4). Dates are calendar days in Vietnam, `YYYY-MM-DD`; the plans
 * never shift a day that falls on a weekend, so neither does this.
 */

import { concerns } from './compile.ts';
import { datesOf } from './dates-of-duty.ts';
import type { Duty } from './duty.ts';
import type { Rulebook } from './rulebook.ts';

/** The time zone in which “today” is one day. */
export const timeZone = 'Asia/Ho_Chi_Minh';

/** The calendar day in Vietnam at an instant. */
export const dayInVietnam = (instant: Temporal.Instant): string =>
  instant.toZonedDateTimeISO(timeZone).toPlainDate().toString();

export interface Occurrence {
  id: string;
  title: string;
  /** Last valid day. */
  due: string;
  stated: string | null;
  recurs: 'once' | 'yearly' | 'half-yearly' | 'quarterly' | 'monthly' | 'weekly' | 'event';
  to: string | null;
  clause: string;
  quote: string;
  /** The plan is not yet confirmed to be in force: nobody is reminded until it is. */
  needs_confirmation: boolean;
  /** Present, and true, where the plan only encourages it. */
  encouraged?: true;
  /** Present where something has to be said with it. */
  caveats?: string[];
}

/** A day that somebody entered: of the event a duty is tied to, or of a year or week without a stated day. */
export interface EnteredDate {
  duty: string;
  date: string;
}

export interface DutyWindow {
  /** Left out: the duties of every subject, each once. */
  subject?: string | undefined;
  /** First and last day, both included. */
  from: string;
  to: string;
  entered?: readonly EnteredDate[];
  /** true once somebody with authority has confirmed that the plan is in force. */
  confirmed?: boolean;
}

const later = (a: string, b: string | undefined): string => (b !== undefined && b > a ? b : a);
const earlier = (a: string, b: string | null | undefined): string => (b && b < a ? b : a);

function recursOf({ when }: Duty): Occurrence['recurs'] | null {
  if (when.kind === 'none') return null;
  return when.kind === 'entered' ? when.recurs : when.kind;
}

/** Occurrences within the window, by day and then in the rulebook's order. */
export function occurrences(rulebook: Rulebook, window: DutyWindow): Occurrence[] {
  const found: Occurrence[] = [];
  for (const duty of rulebook.duties) {
    const { subject } = window;
    if (subject !== undefined && !duty.for.includes(subject)) continue;
    const recurs = recursOf(duty);
    if (recurs === null) continue;
    const from = later(later(window.from, rulebook.force.from), duty.from);
    const to = earlier(earlier(window.to, rulebook.force.to), duty.until);
    if (from > to) continue;
    const entered = (window.entered ?? []).filter(({ duty: id }) => id === duty.id).map(({ date }) => date);
    const caveats = duty.caveats
      .filter(caveat => subject === undefined || concerns(caveat, subject))
      .map(({ text }) => text);
    for (const due of datesOf(duty.when, { from, to, entered })) {
      if (duty.exceptYears?.includes(Number(due.slice(0, 4)))) continue;
      found.push({
        id: duty.id,
        title: duty.title,
        due,
        stated: duty.stated,
        recurs,
        to: duty.to,
        clause: duty.clause,
        quote: duty.quote,
        needs_confirmation: !(window.confirmed ?? false),
        ...(duty.encouraged ? { encouraged: true as const } : {}),
        ...(caveats.length > 0 ? { caveats } : {}),
      });
    }
  }
  return found.sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
}
