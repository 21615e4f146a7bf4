/** The last valid days of one duty's times within a window, in order. */
import type { When } from './duty.ts';

interface Window {
  from: string;
  to: string;
  /** Days that somebody entered. */
  entered: readonly string[];
}

const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);

/** “trước ngày X” does not count X. */
const dayBefore = (text: string): string => day(text).subtract({ days: 1 }).toString();

/** Last days of every `months`-th month that touches the window. */
function* monthEnds({ from, to }: Window, months: 1 | 3 | 6): Generator<string> {
  const start = day(from);
  const first = Math.ceil(start.month / months) * months;
  let month = Temporal.PlainYearMonth.from({ year: start.year, month: first });
  for (;;) {
    const end = month.toPlainDate({ day: month.daysInMonth }).toString();
    if (end > to) return;
    yield end;
    month = month.add({ months });
  }
}

function* yearly(when: Extract<When, { kind: 'yearly' }>, { from, to }: Window): Generator<string> {
  const last = day(to).year + 1;
  for (let year = day(from).year; year <= last; year += 1) {
    const yyyy = String(year).padStart(4, '0');
    if (when.before !== undefined) yield dayBefore(`${yyyy}-${when.before}`);
    else if (when.by !== undefined) yield `${yyyy}-${when.by}`;
    else {
      const month = Temporal.PlainYearMonth.from({ year, month: when.month! });
      yield month.toPlainDate({ day: month.daysInMonth }).toString();
    }
  }
}

/** From each entered day on, every year (29/2 → 28/2) or every week. */
function* recurring(recurs: 'yearly' | 'weekly', { to, entered }: Window): Generator<string> {
  for (const start of entered.map(day))
    for (let step = 0; ; step += 1) {
      const due = (recurs === 'yearly' ? start.add({ years: step }) : start.add({ weeks: step })).toString();
      if (due > to) break;
      yield due;
    }
}

function* candidates(when: When, window: Window): Generator<string> {
  switch (when.kind) {
    case 'once':
      yield when.by ?? dayBefore(when.before!);
      return;
    case 'yearly':
      return yield* yearly(when, window);
    case 'half-yearly':
      return yield* monthEnds(window, 6);
    case 'quarterly':
      return yield* monthEnds(window, 3);
    case 'monthly':
      return yield* monthEnds(window, 1);
    case 'entered':
      return yield* recurring(when.recurs, window);
    case 'event':
      for (const event of window.entered) yield day(event).subtract({ days: when.daysBefore }).toString();
      return;
    case 'none':
      return;
  }
}

/** Days from `from` to `to`, both included, each once, in order. */
export function datesOf(when: When, window: Window): string[] {
  const due = new Set<string>();
  for (const date of candidates(when, window)) if (date >= window.from && date <= window.to) due.add(date);
  return [...due].sort();
}
