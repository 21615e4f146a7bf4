import { describe, expect, it } from 'vitest';
import type { Days, Schedule } from '../reminders/when/index.ts';
import { sayDate, sayDaysLeft, sayTime, sayWhen } from './when-words.ts';

const TODAY = '2026-11-21';
const on = (days: Days, more: Partial<Schedule> = {}): string =>
  sayWhen({ days, time: null, from: TODAY, until: null, ...more }, TODAY);

describe('how days and hours are said', () => {
  it.each<[string, string]>([
    [on({ kind: 'monthly', day: 3, every: 1 }, { time: '19:00' }), '19 giờ, ngày 3 hằng tháng'],
    [on({ kind: 'once', date: '2026-11-27' }, { time: '07:30' }), '7 giờ 30, thứ Sáu, ngày 27/11/2026'],
    [on({ kind: 'daily' }, { time: '05:05' }), '5 giờ 05 sáng, hằng ngày'],
    [on({ kind: 'weekly', weekdays: [1, 3, 7] }), 'thứ Hai, thứ Tư và Chủ nhật hằng tuần'],
    [on({ kind: 'monthly', day: 'last', every: 1 }), 'ngày cuối cùng hằng tháng'],
    [
      on({ kind: 'monthly', day: 5, every: 3 }, { from: '2026-12-05' }),
      'ngày 5, 3 tháng một lần, từ ngày 5/12/2026',
    ],
    [on({ kind: 'monthly-weekday', nth: 1, weekday: 1 }), 'thứ Hai đầu tiên hằng tháng'],
    [on({ kind: 'monthly-weekday', nth: 'last', weekday: 5 }), 'thứ Sáu cuối cùng hằng tháng'],
    [on({ kind: 'period-end', period: 'quarter', daysBefore: 5 }), '5 ngày trước cuối mỗi quý'],
    [on({ kind: 'period-end', period: 'half-year', daysBefore: 0 }), 'cuối mỗi nửa năm (30/6 và 31/12)'],
    [on({ kind: 'yearly', month: 2, day: 3 }), 'ngày 3/2 hằng năm'],
    [on({ kind: 'lunar', day: 8, month: 1, once: true }), 'mùng 8 tháng Giêng âm lịch (13/2/2027)'],
    [on({ kind: 'lunar', day: 15, month: null, once: false }), 'rằm âm lịch hằng tháng'],
    [
      on({ kind: 'daily' }, { from: '2027-01-01', until: '2027-06-30' }),
      'hằng ngày, từ ngày 1/1/2027, đến hết ngày 30/6/2027',
    ],
  ])('[N29] %s', (said, expected) => {
    expect(said).toBe(expected);
  });

  it('[N29] a day with its weekday, and whether it is today or tomorrow', () => {
    expect(sayDate('2026-11-27')).toBe('thứ Sáu, ngày 27/11/2026');
    expect(sayDate('2026-11-21', TODAY)).toBe('thứ Bảy, ngày 21/11/2026 (hôm nay)');
    expect(sayDate('2026-11-22', TODAY)).toBe('Chủ nhật, ngày 22/11/2026 (ngày mai)');
    expect(sayDate('2026-11-27', TODAY)).toBe('thứ Sáu, ngày 27/11/2026');
  });

  it('[N29] how many days are left, or over', () => {
    const left = ['2026-11-21', '2026-11-22', '2026-12-01', '2026-11-19'].map(d => sayDaysLeft(d, TODAY));
    expect(left).toEqual(['hôm nay', 'ngày mai', 'còn 10 ngày', 'quá hạn 2 ngày']);
  });

  it('[N29] hours as on a clock of 24, the small hours named', () => {
    expect(['00:30', '06:00', '07:05', '12:00', '23:59'].map(sayTime)).toEqual([
      '0 giờ 30',
      '6 giờ sáng',
      '7 giờ 05',
      '12 giờ',
      '23 giờ 59',
    ]);
  });
});
