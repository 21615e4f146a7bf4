import type { Rulebook } from '../../../evaluators/index.ts';
import { dayOff } from '../when/index.ts';

/** One reminder as a person would work it out with a calendar: `at` is `YYYY-MM-DD HH:MM` in Viet Nam. */
export interface NaiveReminder {
  duty: string;
  due: string;
  moment: string;
  at: string;
}

type Duty = Rulebook['duties'][number];

export interface NaiveUnit {
  rulebook: Rulebook;
  subject: string;
  leads: readonly number[];
  hour: string;
  secretary: boolean;
  entered: readonly { duty: string; date: string }[];
  confirmed: boolean;
  /** What somebody else of the unit has marked done. */
  marked?: readonly { duty: string; due: string }[];
}

/** Every day of the time, every duty, every lead: slow, and written without a thought of `occurrences`. */
export function naiveList(unit: NaiveUnit, from: string, to: string): NaiveReminder[] {
  const found: NaiveReminder[] = [];
  for (let day = from; day <= to; day = plus(day, 1)) {
    for (const duty of unit.rulebook.duties) {
      if (!duty.for.includes(unit.subject)) continue;
      found.push(...on(day, duty, unit));
    }
  }
  return found;
}

function on(day: string, duty: Duty, unit: NaiveUnit): NaiveReminder[] {
  const isDue = (date: string): boolean => isLastDay(duty, date, unit);
  /** A last day lies between today and the one meant, so that one is not yet to be spoken of. */
  const anotherFirst = (until: string): boolean => {
    for (let date = day; date < until; date = plus(date, 1)) if (isDue(date)) return true;
    return false;
  };
  const found: NaiveReminder[] = [];
  for (const lead of unit.leads) {
    const due = plus(day, lead);
    if (isDue(due) && !anotherFirst(due))
      found.push({ duty: duty.id, due, moment: `lead:${lead}`, at: `${day} ${unit.hour}` });
  }
  for (let due = plus(day, 1); dayOff(day) === null && dayOff(due) !== null; due = plus(due, 1)) {
    if (isDue(due) && !anotherFirst(due) && !unit.leads.some(lead => plus(day, lead) === due))
      found.push({ duty: duty.id, due, moment: 'eve', at: `${day} ${unit.hour}` });
  }
  const somebodyDid = unit.marked?.some(one => one.duty === duty.id && one.due === day);
  if (unit.secretary && isDue(day) && !somebodyDid)
    found.push({ duty: duty.id, due: day, moment: 'escalation', at: `${day} 15:00` });
  return found;
}

/** Whether a duty's last valid day is this day, looked at by the calendar alone. */
function isLastDay(duty: Duty, date: string, { rulebook, entered, confirmed }: NaiveUnit): boolean {
  if (date < rulebook.force.from || (rulebook.force.to && date > rulebook.force.to)) return false;
  if ((duty.from && date < duty.from) || (duty.until && date > duty.until)) return false;
  const [year, month] = date.split('-').map(Number);
  if (duty.exceptYears?.includes(year!)) return false;
  const { when } = duty;
  const tomorrow = plus(date, 1);
  const days = entered.filter(one => one.duty === duty.id).map(one => one.date);
  if (when.kind === 'event') return days.includes(plus(date, when.daysBefore));
  if (when.kind === 'entered')
    return days.some(
      start => date >= start && (when.recurs === 'weekly' ? weeksLater : yearsLater)(start, date),
    );
  if (!confirmed) return false;
  const endsMonth = tomorrow.endsWith('-01');
  if (when.kind === 'monthly') return endsMonth;
  if (when.kind === 'quarterly') return endsMonth && month! % 3 === 0;
  if (when.kind === 'half-yearly') return endsMonth && month! % 6 === 0;
  if (when.kind === 'once') return when.by === date || when.before === tomorrow;
  if (when.kind === 'yearly')
    return (
      date.slice(5) === when.by || tomorrow.slice(5) === when.before || (endsMonth && month === when.month)
    );
  return false;
}

function weeksLater(start: string, date: string): boolean {
  return ((Date.parse(date) - Date.parse(start)) / 86_400_000) % 7 === 0;
}

function yearsLater(start: string, date: string): boolean {
  if (date.slice(5) === start.slice(5)) return true;
  const isLeap = !Number.isNaN(Date.parse(`${date.slice(0, 4)}-02-29`)) && Number(date.slice(0, 4)) % 4 === 0;
  return start.endsWith('-02-29') && date.endsWith('-02-28') && !isLeap;
}

const plus = (day: string, count: number): string =>
  new Date(Date.parse(day) + count * 86_400_000).toISOString().slice(0, 10);
