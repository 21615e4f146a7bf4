import { describe, expect, test } from 'vitest';
import { datesOf } from './dates-of-duty.ts';
import type { When } from './duty.ts';
import { dayInVietnam, occurrences } from './occurrences.ts';
import { rulebook } from './testing/tiny-rulebook.ts';

const dates = (when: When, from: string, to: string, entered: string[] = []): string[] =>
  datesOf(when, { from, to, entered });
const listed = (plan: string, from: string, to: string, subject?: string): string[] =>
  occurrences(rulebook(plan), { from, to, subject }).map(({ id, due }) => `${id} ${due}`);

describe('[E16] dates', () => {
  test('“trước ngày” excludes the day, at the turn of months and years too', () => {
    expect(dates({ kind: 'yearly', before: '12-20' }, '2026-01-01', '2027-12-31')).toEqual([
      '2026-12-19',
      '2027-12-19',
    ]);
    expect(dates({ kind: 'yearly', before: '03-01' }, '2027-01-01', '2028-12-31')).toEqual([
      '2027-02-28',
      '2028-02-29',
    ]);
    expect(dates({ kind: 'yearly', before: '01-01' }, '2026-12-31', '2026-12-31')).toEqual(['2026-12-31']);
    expect(dates({ kind: 'once', before: '2024-04-26' }, '2024-01-01', '2024-12-31')).toEqual(['2024-04-25']);
  });

  test('both ends of the window are included', () => {
    expect(dates({ kind: 'yearly', by: '12-19' }, '2026-12-19', '2026-12-19')).toEqual(['2026-12-19']);
    expect(dates({ kind: 'yearly', by: '12-19' }, '2026-12-20', '2027-12-18')).toEqual([]);
  });

  test('a month, a quarter and a half-year end with their last day', () => {
    expect(dates({ kind: 'monthly' }, '2028-01-31', '2028-04-29')).toEqual([
      '2028-01-31',
      '2028-02-29',
      '2028-03-31',
    ]);
    expect(dates({ kind: 'quarterly' }, '2026-01-01', '2026-12-31')).toEqual([
      '2026-03-31',
      '2026-06-30',
      '2026-09-30',
      '2026-12-31',
    ]);
    expect(dates({ kind: 'half-yearly' }, '2026-06-30', '2026-12-31')).toEqual(['2026-06-30', '2026-12-31']);
    expect(dates({ kind: 'yearly', month: 11 }, '2022-01-01', '2023-12-31')).toEqual([
      '2022-11-30',
      '2023-11-30',
    ]);
    expect(dates({ kind: 'yearly', month: 2 }, '2028-01-01', '2028-12-31')).toEqual(['2028-02-29']);
  });

  test('an event counts whole days back, the meeting’s own day not counted', () => {
    const when: When = { kind: 'event', event: 'họp', daysBefore: 3 };
    expect(dates(when, '2026-01-01', '2026-12-31')).toEqual([]);
    expect(dates(when, '2026-01-01', '2026-12-31', ['2026-03-10', '2026-03-02'])).toEqual([
      '2026-02-27',
      '2026-03-07',
    ]);
  });

  test('a year or a week without a day waits for one, and recurs from it on', () => {
    const yearly: When = { kind: 'entered', recurs: 'yearly' };
    expect(dates(yearly, '2026-01-01', '2028-12-31')).toEqual([]);
    expect(dates(yearly, '2026-01-01', '2028-12-31', ['2026-05-20'])).toEqual([
      '2026-05-20',
      '2027-05-20',
      '2028-05-20',
    ]);
    expect(dates(yearly, '2024-01-01', '2025-12-31', ['2024-02-29'])).toEqual(['2024-02-29', '2025-02-28']);
    const weekly: When = { kind: 'entered', recurs: 'weekly' };
    expect(dates(weekly, '2026-01-05', '2026-01-20', ['2026-01-02'])).toEqual(['2026-01-09', '2026-01-16']);
    expect(dates({ kind: 'none' }, '2026-01-01', '2026-12-31')).toEqual([]);
  });
});

describe('[E16] duties of the five plans', () => {
  test('the contract’s example', () => {
    expect(
      occurrences(rulebook('quang-binh-69-kh-duk'), {
        subject: 'dang-bo-co-so',
        from: '2026-11-01',
        to: '2026-12-31',
      }),
    ).toContainEqual(
      expect.objectContaining({
        id: 'd1-1',
        title: 'Báo cáo kết quả thực hiện',
        due: '2026-12-19',
        stated: expect.stringContaining('trước ngày 20/12'),
        recurs: 'yearly',
        to: 'Ban Thường vụ Đảng ủy Khối',
        clause: 'III.1',
        needs_confirmation: true,
      }),
    );
  });

  test('d1-1 comes with a caveat for a chi bộ, without one for a đảng bộ cơ sở', () => {
    const caveats = (subject: string) =>
      occurrences(rulebook('quang-binh-69-kh-duk'), { subject, from: '2026-12-01', to: '2026-12-31' }).find(
        ({ id }) => id === 'd1-1',
      )?.caveats;
    expect(caveats('chi-bo')).toHaveLength(1);
    expect(caveats('dang-bo-co-so')).toBeUndefined();
  });

  test('d2-1 occurs 2022 to 2025, in 2024 replaced by d2-2', () => {
    const found = listed('tuy-phuoc-2020-2025', '2020-01-01', '2030-12-31').filter(line =>
      /^d2-[12] /.test(line),
    );
    expect(found).toEqual(['d2-1 2022-11-30', 'd2-1 2023-11-30', 'd2-2 2024-12-31', 'd2-1 2025-11-30']);
    expect(listed('tuy-phuoc-2020-2025', '2022-12-31', '2022-12-31')).toContain('d2-3 2022-12-31');
  });

  test('nothing occurs before the plan’s date of issue or after its period', () => {
    expect(listed('quang-binh-69-kh-duk', '2022-01-01', '2023-05-16')).toEqual([]);
    expect(listed('bao-lam-ba-tot', '2025-01-01', '2030-12-31')).toEqual([]);
    expect(listed('bao-lam-ba-tot', '2020-01-01', '2023-12-31')).toEqual([]);
    expect(listed('bao-lam-ba-tot', '2024-04-25', '2024-04-25').join()).toContain('d0-1');
    expect(listed('tkv-1288-kh-du', '2024-01-01', '2024-02-28', 'chi-bo-co-so')).toEqual([]);
    expect(listed('tkv-1288-kh-du', '2024-02-29', '2024-02-29', 'chi-bo-co-so')).toContain('d3-7 2024-02-29');
    expect(listed('can-duoc-10-hd-btchu', '2024-10-31', '2024-10-31', 'chi-bo-ap')).toContain(
      'd4-4 2024-10-31',
    );
  });

  test('chi bộ trực thuộc in Cần Đước do not report to the Ban Tổ chức Huyện ủy', () => {
    const asked = (subject: string) => listed('can-duoc-10-hd-btchu', '2026-11-30', '2026-11-30', subject);
    for (const subject of ['dang-bo-xa', 'dang-bo-khoi-co-quan', 'chi-bo-co-so-khoi-co-quan'])
      expect(asked(subject)).toContain('d4-1 2026-11-30');
    for (const subject of ['chi-bo-ap', 'chi-bo-truc-thuoc-khoi-co-quan'])
      expect(asked(subject)).not.toContain('d4-1 2026-11-30');
  });

  test('d3-9 is two: the cấp ủy monthly, the đảng bộ on 30/6 and 31/12', () => {
    const found = listed('tkv-1288-kh-du', '2026-06-01', '2026-12-31', 'dang-bo-co-so');
    expect(found.filter(line => line.startsWith('d3-9-cap-uy'))).toHaveLength(7);
    expect(found.filter(line => line.startsWith('d3-9-dang-bo'))).toEqual([
      'd3-9-dang-bo 2026-06-30',
      'd3-9-dang-bo 2026-12-31',
    ]);
  });

  test('without a subject every duty comes once, and confirmation takes the reserve away', () => {
    const window = { from: '2026-11-01', to: '2026-11-30' };
    const all = occurrences(rulebook('tkv-1288-kh-du'), window);
    expect(new Set(all.map(({ id, due }) => id + due)).size).toBe(all.length);
    for (const { needs_confirmation } of occurrences(rulebook('tkv-1288-kh-du'), {
      ...window,
      confirmed: true,
    }))
      expect(needs_confirmation).toBe(false);
  });
});

test('[E16] a day begins at midnight in Vietnam', () => {
  expect(dayInVietnam(Temporal.Instant.from('2026-11-20T16:59:59Z'))).toBe('2026-11-20');
  expect(dayInVietnam(Temporal.Instant.from('2026-11-20T17:00:00Z'))).toBe('2026-11-21');
});
