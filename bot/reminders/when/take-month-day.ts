/** “15/12”, “ngày 3 tháng sau”, “mùng 1 âm lịch”, “rằm tháng Giêng”, “mùng 8 Tết”. */
import { dateOf, toDay } from './calendar-day.ts';
import { lunarMonthLength } from './lunar.ts';
import { MONTH_REF, monthSaid, yearSaid } from './month-said.ts';
import { NUMBER, numberSaid } from './said-number.ts';
import { type Match, pattern, type TypedText } from './typed-text.ts';
import type { Anchor, Doubt } from './when-said.ts';

const DAY = '(?:ngày|mùng|mồng|hôm)';
const YEAR = '(?:~,?~năm (?<y>\\d{4}|nay|này|sau|tới))?';
const COUNTED =
  '(?! (?:đồng chí|người|đảng viên|chi bộ|hộ|ngày|tuần|tháng|giờ|tiếng|phút|lần|triệu|phần|số)(?!\\p{L})|~%)';
const ALONE = '(?<![\\d/.,-])';
const LUNAR = '(?: (?:theo )?(?<lunar>âm lịch|lịch âm|âm|al))?';

const ISO = pattern('(?:ngày )?(?<y>\\d{4})-(?<m>\\d{2})-(?<d>\\d{2})');
const TET = pattern(
  `(?:ngày |hôm )?(?:(?:mùng|mồng)~)?(?<d>${NUMBER}) tết(?: (?:nguyên đán|âm lịch|ta))?${YEAR}|(?:đêm )?(?<eve>giao thừa)`,
);
const FULL_MOON = pattern(
  `(?:ngày |hôm |đêm )?(?<first>(?:mùng|mồng|ngày) (?:1|một)~(?:,|và|hoặc)~)?(?:ngày )?rằm(?<also>~(?:,|và)~(?:mùng|mồng) (?:1|một))?(?: (?<mid>trung thu)| tháng ${MONTH_REF})?${LUNAR}`,
);
const NUMERIC = pattern(
  `(?:(?<word>${DAY})~)?${ALONE}(?<d>\\d{1,2})~(?<sign>[/.-])~(?<m>\\d{1,2})(?:~[/.-]~(?<y>\\d{4}|\\d{2})(?!\\d)|${YEAR})(?!~[/.-]~[\\p{L}\\d])${COUNTED}${LUNAR}`,
);
const IN_WORDS = pattern(
  `(?:${DAY}~(?<d>${NUMBER})|${ALONE}(?<d>\\d{1,2}))(?:~,)?~tháng~(?<m>${NUMBER}|giêng|chạp)(?! lần)(?:~[/-]~(?<y>\\d{4})|${YEAR})${LUNAR}`,
);
const MONTH_FIRST = pattern(`tháng (?:${MONTH_REF})§${DAY}~(?<d>${NUMBER})(?!~[/.-]~\\d)${LUNAR}`);
const IN_MONTH = pattern(
  `${DAY}~(?<d>${NUMBER})(?:§|,? )(?:của |trong )?(?:đầu |cuối )?tháng ${MONTH_REF}${LUNAR}`,
);
const IN_QUARTER = pattern(
  `${DAY}~(?<d>${NUMBER})§(?:của )?tháng (?:thứ )?(?<nth>đầu tiên|đầu|nhất|hai|2|giữa|ba|3|cuối cùng|cuối)§(?:(?:mỗi|hằng|hàng|các|từng) )?quý`,
);
const DAYS = pattern(
  `${DAY}~(?<d>${NUMBER})(?<more>(?:~(?:,|và|&)~(?:(?:ngày|mùng|mồng)~)?\\d{1,2}(?!\\d|~[/.:-]~\\d|~(?:giờ|h|ngày|tuần|tháng)))*)(?!~[/.-]~\\d)${LUNAR}`,
);

export interface MonthDay {
  anchor: Anchor | null;
  doubt: Doubt | null;
}

export function takeMonthDay(typed: TypedText, today: string): MonthDay {
  return takeTet(typed, today) ?? takeFullMoon(typed, today) ?? takeDated(typed, today) ?? takeDays(typed);
}

const found = (
  match: Match,
  days: number[],
  month: number | null,
  year: number | null,
  lunar: boolean,
): MonthDay => ({
  anchor: { is: 'month-day', days, month, year, lunar, start: match.start, end: match.end },
  doubt: null,
});

/** “30 Tết năm 2027” is the last day before the year 2027 begins. */
function takeTet(typed: TypedText, today: string): MonthDay | null {
  const match = typed.take(TET);
  if (!match) return null;
  const { eve, d, y } = match.groups;
  const day = eve ? 30 : numberSaid(d!);
  const [month, before] = day > 20 ? [12, 1] : [1, 0];
  const year = y === undefined ? null : yearSaid(y, today) - before;
  const last = year === null ? 30 : lunarMonthLength(year, month)!;
  return found(match, [Math.min(day, last)], month, year, true);
}

function takeFullMoon(typed: TypedText, today: string): MonthDay | null {
  const match = typed.take(FULL_MOON);
  if (!match) return null;
  const month = match.groups.mid ? 8 : match.groups.ref ? lunarMonth(match.groups.ref, today) : null;
  const { first, also } = match.groups;
  return found(match, first || also ? [1, 15] : [15], month, null, true);
}

/** “tháng này”, “tháng sau” beside a lunar day name no month: the next such day is meant. */
function lunarMonth(ref: string, today: string): number | null {
  return /^(?:n[àa]y|sau|t[ớo]i|k[ếe])/u.test(ref) ? null : monthSaid({ ref }, today).month;
}

/** “ngày 25 tháng cuối quý”. */
export function takeQuarterDay(typed: TypedText): Anchor | null {
  const match = typed.take(IN_QUARTER);
  if (!match) return null;
  const nth = match.groups.nth!;
  const month = /^(?:đ|d|nh)/u.test(nth) ? 1 : /^(?:2|h|gi)/u.test(nth) ? 2 : 3;
  const { start, end } = match;
  return { is: 'quarter-day', day: numberSaid(match.groups.d!), month, start, end };
}

function takeDated(typed: TypedText, today: string): MonthDay | null {
  const numeric = typed.take(ISO) ?? takeNumeric(typed);
  if (numeric) return dated(numeric, today);
  const words = typed.take(IN_WORDS);
  if (words) return eitherMonth(typed, words, today) ?? dated(words, today);
  const ofMonth = typed.take(MONTH_FIRST) ?? typed.take(IN_MONTH);
  if (!ofMonth) return null;
  const { d, ref, lunar } = ofMonth.groups;
  const isLunar = lunar !== undefined || /^(?:gi|ch)/u.test(ref!);
  if (isLunar) return found(ofMonth, [numberSaid(d!)], lunarMonth(ref!, today), null, true);
  const either = eitherMonth(typed, ofMonth, today);
  if (either) return either;
  const { year, month } = monthSaid(ofMonth.groups, today);
  return found(ofMonth, [numberSaid(d!)], month, year, false);
}

/** Without diacritics “thang sau” is next month or June. */
function eitherMonth(typed: TypedText, { groups, start, end }: Match, today: string): MonthDay | null {
  if (typed.marked || (groups.m ?? groups.ref) !== 'sau' || groups.y || groups.year) return null;
  const day = numberSaid(groups.d!);
  const next = toDay(today).toPlainYearMonth().add({ months: 1 });
  const { year, month } = toDay(today);
  const june = month > 6 ? year + 1 : year;
  const dates = [dateOf(next.year, next.month, day), dateOf(june, 6, day)].filter(date => date !== null);
  if (dates.length < 2 || dates[0] === dates[1]) return null;
  return { anchor: null, doubt: { about: 'which-day', dates, start, end } };
}

/** “2-3” and “2.5” are dates only with “ngày” or a year, “9/10” alone only if it can be one. */
function takeNumeric(typed: TypedText): Match | null {
  const match = typed.find(NUMERIC);
  if (!match) return null;
  const { word, d, m, y, sign } = match.groups;
  const likely = Number(d) <= 31 && Number(m) <= 12 && Number(d) > 0 && Number(m) > 0;
  if (word === undefined && y === undefined && (!likely || sign === '.')) return null;
  typed.mask(match.start, match.end);
  return match;
}

function dated(match: Match, today: string): MonthDay {
  const { d, m, y, lunar } = match.groups;
  const [day, month] = [numberSaid(d!), numberSaid(m!)];
  const year = y === undefined ? null : yearSaid(y, today);
  return found(match, [day], month, year, lunar !== undefined || /^(?:gi|ch[ạa]p)/u.test(m!));
}

function takeDays(typed: TypedText): MonthDay {
  const match = typed.take(DAYS);
  if (!match) return { anchor: null, doubt: null };
  const { d, more, lunar } = match.groups;
  const days = [numberSaid(d!), ...(more?.match(/\d+/g) ?? []).map(Number)];
  return found(match, days, null, null, lunar !== undefined);
}
