import { describe, expect, it } from 'vitest';
import { addDays } from './calendar-day.ts';
import { dayOff, lastWorkingDayBefore } from './index.ts';

describe('days on which nobody works', () => {
  it.each([
    ['2026-11-21', { kind: 'weekend', weekday: 6 }],
    ['2026-11-22', { kind: 'weekend', weekday: 7 }],
    ['2027-01-01', { kind: 'holiday', name: 'Tết Dương lịch' }],
    ['2027-04-30', { kind: 'holiday', name: 'Ngày Chiến thắng' }],
    ['2027-05-01', { kind: 'holiday', name: 'Ngày Quốc tế Lao động' }],
    ['2026-09-02', { kind: 'holiday', name: 'Quốc khánh' }],
    ['2026-04-26', { kind: 'holiday', name: 'Giỗ Tổ Hùng Vương' }],
    ['2027-04-16', { kind: 'holiday', name: 'Giỗ Tổ Hùng Vương' }],
    ['2027-02-05', { kind: 'tet', lunarDay: 29, lunarMonth: 12 }],
    ['2024-02-09', { kind: 'tet', lunarDay: 30, lunarMonth: 12 }],
    ['2027-02-06', { kind: 'tet', lunarDay: 1, lunarMonth: 1 }],
    ['2027-02-10', { kind: 'tet', lunarDay: 5, lunarMonth: 1 }],
    ['2027-02-11', null],
    ['2027-02-04', null],
    ['2026-11-23', null],
  ])('[N21] %s: %j', (date, expected) => {
    expect(dayOff(date)).toEqual(expected);
  });

  it('[N21] the last working day before a day: over a weekend, over Tết, over two holidays', () => {
    expect(lastWorkingDayBefore('2026-11-22')).toBe('2026-11-20');
    expect(lastWorkingDayBefore('2026-11-25')).toBe('2026-11-24');
    expect(lastWorkingDayBefore('2027-02-08')).toBe('2027-02-04');
    expect(lastWorkingDayBefore('2027-05-03')).toBe('2027-04-29');
  });

  it('[N21] every Tết from 1950 to 2100 has six days in a row', () => {
    for (let year = 1950; year <= 2100; year += 1) {
      const days = Array.from({ length: 75 }, (_, i) => addDays(`${year}-01-10`, i));
      const tet = days.filter(date => dayOff(date)?.kind === 'tet');
      expect([year, tet.length, tet.at(-1)]).toEqual([year, 6, addDays(tet[0]!, 5)]);
    }
  });
});
