/** “từ ngày 1/1/2027”, “đến hết tháng 6”: the first and last day that count. */
import { addDays, dateOf, lastDayOf, toDay } from './calendar-day.ts';
import { MONTH_REF, monthSaid, yearSaid } from './month-said.ts';
import { NUMBER, numberSaid } from './said-number.ts';
import { type Match, pattern, type TypedText } from './typed-text.ts';
import type { Doubt } from './when-said.ts';

const DATED =
  `(?:ngày |hôm )?(?<d>\\d{1,2})~[/.-]~(?<m>\\d{1,2})(?:~[/.-]~(?<y>\\d{4}|\\d{2})(?!\\d)|~,?~năm (?<y>\\d{4}|nay|sau|tới))?(?!~[/.-]~[\\p{L}\\d])|` +
  `(?:ngày |hôm )?(?<d>${NUMBER}) tháng (?<m>${NUMBER})(?:~,?~năm (?<y>\\d{4}|nay|sau|tới))?`;
const MONTH = `tháng ${MONTH_REF}`;
const YEAR = 'năm (?<yref>\\d{4}|nay|sau|tới)';
const untilAfter = (to: string): ReturnType<typeof pattern> =>
  pattern(`(?:cho )?(?:${to}) (?:(?:hết|cuối|khi hết) )?(?:${DATED}|(?<month>${MONTH})|(?<year_>${YEAR}))`);
/** Without diacritics “toi” before a day is rather “tối”. */
const UNTIL = { marked: untilAfter('đến|tới').marked, unmarked: untilAfter('đến').unmarked };
const DAYS_OF_MONTH = pattern(
  `từ (?:ngày |mùng |mồng )?${NUMBER} (?:đến|tới) (?:hết )?(?:ngày |mùng |mồng )?${NUMBER}(?:/\\d{1,2}(?:/\\d{4})?)?(?!~[/.:-]~\\d|~(?:giờ|h(?!\\p{L})|tháng \\d))`,
);
const NOW = pattern('(?:kể |bắt đầu )?từ (?:nay|bây giờ|giờ)(?: trở đi)?');
const FROM = pattern(
  `(?:kể |bắt đầu )?từ (?:đầu )?(?:${DATED}|(?<month>${MONTH})|(?<year_>${YEAR})|(?<named>hôm nay|ngày mai|mai|tuần sau|tuần tới))(?: trở đi)?`,
);

export interface Bounds {
  from: string | null;
  until: string | null;
  /** Where “đến 15/12” stands: alone it is the day itself. */
  untilAt: { start: number; end: number } | null;
  doubt: Doubt | null;
}

export function takeBounds(typed: TypedText, today: string): Bounds {
  const span = typed.take(DAYS_OF_MONTH);
  if (span) return { from: null, until: null, untilAt: null, doubt: { about: 'several', ...where(span) } };
  const since = typed.take(FROM);
  if (!since) typed.take(NOW);
  const till = typed.take(UNTIL);
  const from = since && boundSaid(since, today, 'first');
  const until = till && boundSaid(till, from ?? today, 'last');
  for (const [match, date] of [
    [since, from],
    [till, until],
  ] as const)
    if (match && date === null)
      return { from: null, until: null, untilAt: null, doubt: { about: 'no-such-date', ...where(match) } };
  return { from, until, untilAt: till && where(till), doubt: null };
}

/** The first or last day of what is named; a day without a year is the next one from `today` on. */
function boundSaid({ groups }: Match, today: string, which: 'first' | 'last'): string | null {
  const { d, m, y, month, yref, named } = groups;
  if (named !== undefined) {
    if (/^h/u.test(named)) return today;
    return /tu/u.test(named) ? addDays(today, 8 - toDay(today).dayOfWeek) : addDays(today, 1);
  }
  if (d !== undefined && m !== undefined) {
    if (y !== undefined) return dateOf(yearSaid(y, today), numberSaid(m), numberSaid(d));
    const year = toDay(today).year;
    const thisYear = dateOf(year, numberSaid(m), numberSaid(d));
    return thisYear !== null && thisYear >= today ? thisYear : dateOf(year + 1, numberSaid(m), numberSaid(d));
  }
  if (month !== undefined) {
    const said = monthSaid(groups, today);
    if (said.month < 1 || said.month > 12) return null;
    return which === 'first' ? dateOf(said.year, said.month, 1) : lastDayOf(said.year, said.month);
  }
  const year = yearSaid(yref!, today);
  return which === 'first' ? `${year}-01-01` : `${year}-12-31`;
}

const where = ({ start, end }: Match): { start: number; end: number } => ({ start, end });
