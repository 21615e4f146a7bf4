import { nextLunar } from '../reminders/when/dates-of.ts';
import type { Days, Schedule } from '../reminders/when/schedule.ts';

/** How days, hours and schedules are said. */

const WEEKDAYS = ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'];
const NTH = { 1: 'đầu tiên', 2: 'lần thứ 2', 3: 'lần thứ 3', 4: 'lần thứ 4', last: 'cuối cùng' };
const PERIOD_ENDS = {
  quarter: 'cuối mỗi quý',
  'half-year': 'cuối mỗi nửa năm (30/6 và 31/12)',
  year: 'cuối mỗi năm (31/12)',
};

const toDay = (date: string): Temporal.PlainDate => Temporal.PlainDate.from(date);

/** “27/11/2026”. */
export function sayDay(date: string): string {
  const { day, month, year } = toDay(date);
  return `${day}/${month}/${year}`;
}

/** “thứ Hai”, “Chủ nhật”. `weekday` counts from 1 (Monday). */
export const sayWeekday = (weekday: number): string => WEEKDAYS[weekday - 1]!;

/** “thứ Sáu, ngày 27/11/2026”, with “(hôm nay)” or “(ngày mai)” where it is. */
export function sayDate(date: string, today?: string): string {
  const plain = `${sayWeekday(toDay(date).dayOfWeek)}, ngày ${sayDay(date)}`;
  const days = today === undefined ? null : daysUntil(date, today);
  return days === 0 ? `${plain} (hôm nay)` : days === 1 ? `${plain} (ngày mai)` : plain;
}

/** “còn 7 ngày”, “hôm nay”, “ngày mai”, “quá hạn 2 ngày”. */
export function sayDaysLeft(date: string, today: string): string {
  const days = daysUntil(date, today);
  if (days === 0) return 'hôm nay';
  if (days === 1) return 'ngày mai';
  return days > 1 ? `còn ${days} ngày` : `quá hạn ${-days} ngày`;
}

const daysUntil = (date: string, today: string): number => toDay(today).until(toDay(date)).days;

/** `19:30` → “19 giờ 30”; of the small hours, “5 giờ sáng”. */
export function sayTime(time: string): string {
  const [hour, minute] = time.split(':').map(Number);
  const clock = minute === 0 ? `${hour} giờ` : `${hour} giờ ${minute! < 10 ? `0${minute}` : minute}`;
  return hour! >= 1 && hour! <= 6 ? `${clock} sáng` : clock;
}

/**
 * A schedule as a phrase: “19 giờ, ngày 3 hằng tháng”, “7 giờ 30, thứ Sáu, ngày 27/11/2026”. The first day is said where
 * it lies ahead of `today`, and where the months are counted from it.
 */
export function sayWhen({ days, time, from, until }: Schedule, today?: string): string {
  const counted = days.kind === 'monthly' && days.every > 1;
  const said = [
    time === null ? '' : sayTime(time),
    sayDays(days, from),
    days.kind !== 'once' && (counted || (today !== undefined && from > today))
      ? `từ ngày ${sayDay(from)}`
      : '',
    days.kind !== 'once' && until !== null ? `đến hết ngày ${sayDay(until)}` : '',
  ];
  return said.filter(part => part !== '').join(', ');
}

function sayDays(days: Days, from: string): string {
  switch (days.kind) {
    case 'once':
      return sayDate(days.date);
    case 'daily':
      return 'hằng ngày';
    case 'weekly':
      return `${listed(days.weekdays.map(sayWeekday))} hằng tuần`;
    case 'monthly': {
      const day = days.day === 'last' ? 'ngày cuối tháng' : `ngày ${days.day}`;
      return days.every === 1
        ? `${days.day === 'last' ? 'ngày cuối cùng' : day} hằng tháng`
        : `${day}, ${days.every} tháng một lần`;
    }
    case 'monthly-weekday':
      return `${sayWeekday(days.weekday)} ${NTH[days.nth]} hằng tháng`;
    case 'period-end':
      return days.daysBefore === 0
        ? PERIOD_ENDS[days.period]
        : `${days.daysBefore} ngày trước ${PERIOD_ENDS[days.period]}`;
    case 'yearly':
      return `ngày ${days.day}/${days.month} hằng năm`;
    case 'lunar':
      return sayLunar(days, from);
  }
}

const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} và ${words.at(-1)}`;

/** “mùng 8 tháng Giêng âm lịch (14/2/2027)”, “ngày rằm âm lịch hằng tháng”. */
function sayLunar(days: Extract<Days, { kind: 'lunar' }>, from: string): string {
  const { day, month, once } = days;
  // The year's last day is the 29th or the 30th.
  const eve = day === 30 && month === 12;
  const said = day <= 10 ? `mùng ${day}` : day === 15 ? 'rằm' : `ngày ${day}`;
  const named = month === null ? said : `${said} tháng ${lunarMonth(month)}`;
  const next = once ? ` (${sayDay(nextLunar(days, from))})` : '';
  return `${eve ? 'giao thừa' : `${named} âm lịch`}${next}${once ? '' : month === null ? ' hằng tháng' : ' hằng năm'}`;
}

const lunarMonth = (month: number): string => (month === 1 ? 'Giêng' : month === 12 ? 'Chạp' : String(month));
