import { toDay } from './calendar-day.ts';
import { NUMBER, NUMBER_WORD, numberSaid } from './said-number.ts';
import type { MonthSaid } from './when-said.ts';

/** What follows “tháng”: này, sau, 12, Chạp, with or without a year. Groups `ref`, `year`. */
export const MONTH_REF =
  `(?<ref>này|sau nữa|sau|tới|kế|(?:${NUMBER}|giêng|chạp)(?! (?:(?:lần|tháng|tuần)(?!\\p{L})|ngày(?! (?:\\d|${NUMBER_WORD})))))` +
  '(?:~[/-]~(?<year>\\d{4})|~,?~năm (?<year>\\d{4}|nay|này|sau|tới))?';

/** The month meant; a number without a year is the next such month, this one included. */
export function monthSaid(groups: Readonly<Record<string, string | undefined>>, today: string): MonthSaid {
  const { year: y, month: m } = toDay(today);
  const ref = groups.ref!;
  const on = monthsOn(ref);
  if (on !== null) {
    const then = Temporal.PlainYearMonth.from({ year: y, month: m }).add({ months: on });
    return { year: then.year, month: then.month };
  }
  const month = numberSaid(ref);
  const year = groups.year === undefined ? null : yearSaid(groups.year, today);
  return { year: year ?? (month < m ? y + 1 : y), month };
}

function monthsOn(ref: string): number | null {
  if (/^n[àa]y$/u.test(ref)) return 0;
  if (/nữa|nua/u.test(ref)) return 2;
  return /^(?:sau|tới|toi|kế|ke)$/u.test(ref) ? 1 : null;
}

/** 2027, or what “nay” and “sau” make. */
export function yearSaid(said: string, today: string): number {
  const year = toDay(today).year;
  if (/^\d{4}$/.test(said)) return Number(said);
  if (/^\d{2}$/.test(said)) return 2000 + Number(said);
  return /^n/u.test(said) ? year : year + 1;
}
