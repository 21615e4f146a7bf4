import { describe, expect, it } from 'vitest';
import type { Plan } from '../../knowledge/index.ts';
import { choiceName, dateWords, documentName, shortName } from './cite.ts';
import { pointWords } from './point-words.ts';

const today = '2026-11-21';
const plan = (given: Partial<Plan>): Plan => ({
  id: 'x',
  type: 'Kế hoạch',
  title: 'Thi đua',
  number: null,
  date: null,
  issuer: null,
  place: null,
  period: null,
  status: 'unconfirmed',
  statusNote: null,
  subjects: [],
  names: [],
  notes: [],
  topics: [],
  silences: [],
  text: '',
  clauses: [],
  ...given,
});

describe('sentences for facts read off a clause', () => {
  const share = { type: 'share', part: 9, whole: 10, percent: '90', needed: null, bare: false } as const;
  it.each([
    ['>', 'trên 90%'],
    ['>=', 'từ 90% trở lên'],
    ['<', 'dưới 90%'],
    ['<=', 'không quá 90%'],
  ] as const)('[A45] the comparison “%s” is said “%s”', (sign, words) => {
    expect(pointWords({ ...share, sign, met: false }, today)).toContain(`mức ${words}`);
    expect(pointWords({ type: 'bound', sign, percent: '90', bare: false }, today)).toContain(words);
  });

  it('[A45] a share that the clause writes alone is told with its reading', () => {
    expect(pointWords({ type: 'bound', sign: '>=', percent: '90', bare: true }, today)).toContain(
      '90% (hiểu là từ 90% trở lên)',
    );
  });

  it('[A33] where one clause sets two limits, each says what is due', () => {
    const limit = {
      type: 'last-day',
      stated: 'tháng 11 hằng năm',
      day: 30,
      month: 11,
      year: null,
      yearly: true,
    } as const;
    expect(pointWords({ ...limit, what: 'báo cáo sơ kết' }, today)).toBe(
      'Hạn báo cáo sơ kết: tháng 11 hằng năm; ngày cuối cùng còn đúng hạn là 30/11.',
    );
  });

  it('[A34] all of a whole is said as “đủ cả”', () => {
    const said = pointWords({ ...share, sign: '>=', part: 8, whole: 9, met: false, needed: 9 }, today);
    expect(said).toContain('cần đủ cả 9');
  });

  it('[A45] a hundred per cent is said by itself', () => {
    expect(pointWords({ type: 'bound', sign: '>=', percent: '100', bare: true }, today)).toContain('100%.');
  });

  it('[A46] a share has a decimal comma, at most two decimals, and never looks reached when it is not', () => {
    const said = (part: number, whole: number) =>
      pointWords({ ...share, sign: '>=', part, whole, met: false }, today);
    expect(said(2, 3)).toContain('2/3 = 66,67%');
    expect(said(1, 8)).toContain('1/8 = 12,5%');
    expect(said(899_999, 1_000_000)).toContain('= 89,99%');
    expect(said(0, 0)).toContain('0/0 = 0%');
  });

  it('[A47] a limit with a year is past after its day, one without a year never', () => {
    const limit = {
      type: 'last-day',
      stated: 'trước ngày 01/12',
      day: 30,
      month: 11,
      yearly: false,
      what: null,
    } as const;
    expect(pointWords({ ...limit, year: 2026 }, '2026-11-30')).not.toContain('đã qua');
    expect(pointWords({ ...limit, year: 2026 }, '2026-12-01')).toContain('đã qua');
    expect(pointWords({ ...limit, year: null }, '2026-12-31')).not.toContain('đã qua');
  });
});

describe('how documents are named', () => {
  it('[A48] days have two digits, months only January and February, as official documents write dates', () => {
    expect(['2024-02-05', '2023-05-17', '2024-10-28', '2021-01-01'].map(dateWords)).toEqual([
      '05/02/2024',
      '17/5/2023',
      '28/10/2024',
      '01/01/2021',
    ]);
  });

  it('[A48] what the text lacks is left out, never filled in', () => {
    expect(documentName(plan({ issuer: 'Huyện ủy Tuy Phước' }))).toBe('Kế hoạch của Huyện ủy Tuy Phước');
    expect(documentName(plan({}))).toBe('Kế hoạch “Thi đua”');
    expect(shortName(plan({ number: '1-KH/HU' }))).toBe('Kế hoạch 1-KH/HU');
    expect(choiceName(plan({ issuer: 'Huyện ủy X', period: { from: '2020', to: '2025' } }))).toContain(
      'Huyện ủy X',
    );
    expect(choiceName(plan({}))).toContain('Thi đua');
  });
});
