import { describe, expect, it } from 'vitest';
import { documentNumbers } from './document-numbers.ts';
import { followUp, goesOn } from './follow-up.ts';
import { leastPart, meets, readBounds } from './read-bounds.ts';
import { readDay, readLimits } from './read-dates.ts';

const last = (quote: string) => readLimits(quote).map(({ day, month, year }) => [day, month, year]);

describe('limits', () => {
  it.each<[string, number[] | null[]]>([
    ['trước ngày 20/12 hằng năm', [19, 12, null as never]],
    ['trước ngày 01/12 hàng năm', [30, 11, null as never]],
    ['trước ngày 26/4/2024', [25, 4, 2024]],
    ['trước ngày 01/3/2024', [29, 2, 2024]],
    ['trước ngày 01/3/2023', [28, 2, 2023]],
    ['trước ngày 01/3 hằng năm', [28, 2, null as never]],
    ['trước ngày 01/01/2025', [31, 12, 2024]],
    ['đến ngày 20/12', [20, 12, null as never]],
    ['chậm nhất ngày 15/6/2024', [15, 6, 2024]],
    ['tháng 11 hằng năm', [30, 11, null as never]],
    ['quý IV năm 2024', [31, 12, 2024]],
    ['quý I/2024', [31, 3, 2024]],
    ['đến năm 2022', [31, 12, 2022]],
  ])('[A49] “%s” is kept until %j', (quote, day) => {
    expect(last(quote)).toEqual([day]);
  });

  it('[A49] no day of the calendar is no limit', () => {
    for (const quote of [
      'trước ngày 31/13',
      'trước ngày 40/4',
      'trước ngày 0/0',
      'ngày 30/01/2024 của Đảng ủy',
      'hằng quý',
    ])
      expect(last(quote)).toEqual([]);
  });

  it('[A50] a day is read in figures or words, a share or a number of a document is none', () => {
    expect(readDay('20/12 moi gui')).toEqual({ day: 20, month: 12, year: null });
    expect(readDay('ngay 1 thang 12 nam 2024')).toEqual({ day: 1, month: 12, year: 2024 });
    expect([readDay('29/30 dang vien'), readDay('05/2024/x'), readDay('khong co')]).toEqual([
      null,
      null,
      null,
    ]);
  });
});

describe('bounds', () => {
  const sign = (quote: string) => readBounds(quote).map(b => `${b.sign}${b.percent}`);
  it.each([
    ['có trên 90% tổ chức cơ sở đảng', ['>90']],
    ['từ 90% trở lên', ['>=90']],
    ['dưới 0,4%', ['<0,4']],
    ['có 90% đảng viên', ['>=90']],
    ['100% hoàn thành, trong đó có trên 90% tốt', ['>=100', '>90']],
    ['không quá 5%', ['<=5']],
  ])('[A51] “%s” demands %j', (quote, signs) => {
    expect(sign(quote)).toEqual(signs);
  });

  it('[A52] parts are compared as whole numbers, exactly', () => {
    const [over] = readBounds('trên 90% tổ chức');
    const [least] = readBounds('từ 90% trở lên');
    const [under] = readBounds('dưới 0,4%');
    expect([meets(27, 30, over!), meets(28, 30, over!)]).toEqual([false, true]);
    expect([meets(1800, 2000, least!), meets(26, 29, least!), meets(27, 29, least!)]).toEqual([
      true,
      false,
      true,
    ]);
    expect([meets(8, 2000, under!), meets(7, 2000, under!)]).toEqual([false, true]);
    expect(meets(9_007_199_254_740_990, 9_007_199_254_740_991, readBounds('có 100%')[0]!)).toBe(false);
  });

  it('[A53] the least part that meets a bound is the first that does', () => {
    for (const quote of ['trên 90% chi bộ', 'từ 90% trở lên', 'có 70% đoàn viên', 'trên 0,4% đảng viên']) {
      const [bound] = readBounds(quote);
      for (let whole = 1; whole <= 200; whole++) {
        const least = leastPart(whole, bound!)!;
        expect(meets(least, whole, bound!)).toBe(true);
        expect(least === 0 || !meets(least - 1, whole, bound!)).toBe(true);
      }
    }
  });
});

describe('numbers of documents', () => {
  it('[A54] are the same with spaces, a leading zero, or without diacritics; and differ by who issued them', () => {
    const of = (text: string) => documentNumbers(text)[0];
    expect(of('Kế hoạch số 07 - KH/HU')).toBe(of('7-kh/hu'));
    expect(of('69-KH/ĐUK')).toBe(of('69-kh/duk'));
    expect(of('07-KH/TW')).not.toBe(of('07-KH/HU'));
    expect(of('05-CT/TW')).not.toBe(of('05-CTr/TU'));
    expect(documentNumbers('hạn 20/12, tỷ lệ 9/10')).toEqual([]);
  });
});

describe('going on from the question before', () => {
  it.each([
    ['ai công nhận đảng bộ xã bốn tốt?', 'còn chi bộ ấp thì sao?', 'ai công nhận chi bộ ấp bốn tốt?'],
    ['ai cong nhan dang bo xa bon tot', 'con chi bo ap thi sao', 'ai cong nhan chi bo ap bon tot'],
    ['ai công nhận chi bộ ấp bốn tốt?', 'ý tôi là khối cơ quan', 'ai công nhận khối cơ quan bốn tốt?'],
    [
      'ai công nhận chi bộ ấp?',
      'ý tôi là chi bộ cơ sở khối cơ quan',
      'ai công nhận chi bộ cơ sở khối cơ quan?',
    ],
    ['hạn nộp báo cáo là khi nào?', 'còn Cần Đước thì sao?', 'hạn nộp báo cáo là khi nào Cần Đước'],
  ])('[C1] “%s” then “%s” asks “%s”', (before, said, full) => {
    expect(goesOn(said)).toBe(true);
    expect(followUp(before, said)).toBe(full);
  });

  it('[C1] courtesies and addresses do not go on', () => {
    for (const said of ['vâng', 'dạ vâng ạ', 'cảm ơn', 'mẫu 1', 'mau 2', 'mục III', 'ok'])
      expect(goesOn(said), said).toBe(false);
    for (const said of ['đảng bộ', 'chi bộ ấp?', 'Cần Đước']) expect(goesOn(said), said).toBe(true);
  });

  it('[C1] a question that is whole by itself does not go on', () => {
    for (const said of ['ai công nhận chi bộ ấp bốn tốt?', 'hạn nộp báo cáo bốn tốt là khi nào?'])
      expect(goesOn(said)).toBe(false);
  });
});
