import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openMask } from './mask.ts';

const FAMILY = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Huỳnh', 'Đặng', 'Bùi', 'Đỗ', 'Võ'];
const MIDDLE = ['Văn', 'Thị', 'Đức', 'Minh', 'Ngọc'];
const GIVEN = ['An', 'Bình', 'Hoa', 'Lan', 'Hùng', 'Tuấn', 'Yến', 'Khánh', 'Vượng'];

const name = fc
  .tuple(fc.constantFrom(...FAMILY), fc.constantFrom(...MIDDLE), fc.constantFrom(...GIVEN))
  .map(parts => parts.join(' '));
const digits = (count: number) => fc.stringMatching(new RegExp(`^\\d{${count}}$`));
const phone = fc
  .tuple(fc.constantFrom('03', '05', '07', '08', '09'), digits(8), fc.constantFrom('', ' ', '.', '-'))
  .map(([head, rest, gap]) => `${head}${rest.slice(0, 2)}${gap}${rest.slice(2, 5)}${gap}${rest.slice(5)}`);
const paper = fc.oneof(
  digits(12),
  digits(9),
  digits(12).map(all => `CCCD ${all.slice(0, 3)} ${all.slice(3, 6)} ${all.slice(6, 9)} ${all.slice(9)}`),
  digits(8).map(all => `thẻ đảng viên số ${all.slice(0, 2)}.${all.slice(2)}`),
);
const email = fc
  .tuple(fc.stringMatching(/^[a-z]{3,10}$/), fc.stringMatching(/^[a-z]{3,8}$/))
  .map(([who, where]) => `${who}@${where}.vn`);
const account = digits(13).map(number => `tài khoản số ${number}`);
const secret = fc.oneof(name, phone, paper, email, account);
const around = fc.constantFrom(
  'chi bộ em có 23 đảng viên, ',
  'báo cáo trước ngày 20/12/2024 gửi ',
  'Theo Kế hoạch số 1288-KH/ĐU thì ',
  '; xin hỏi ',
  '\n– ',
  ' (ghi chú) ',
);
/** The part of a secret that says it: the number of “CCCD 079…”. */
const coreOf = (words: string): string => /[\d.@ -]*\d[\d. -]*$/.exec(words)?.[0].trim() ?? words;

describe('masking', () => {
  it('[M60] a name, telephone, identity, party card or account number, or address never leaves', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(around, secret), { minLength: 1, maxLength: 5 }), parts => {
        const masked = openMask().mask(parts.map(pair => pair.join('')).join(' '));
        for (const [, words] of parts) expect(masked).not.toContain(coreOf(words));
      }),
      { numRuns: 500 },
    );
  });

  it('[M60] a birth date beside a name, a name after a title and one in capitals do not leave either', () => {
    const { mask } = openMask();
    for (const [text, secret] of [
      ['đồng chí Lan sinh ngày 12/03/1980', '1980'],
      ['Nguyễn Văn An (12/3/1980) đã chuyển sinh hoạt', '12/3/1980'],
      ['Trần Thị Bình, sinh năm 1975, ấp 3', '1975'],
      ['NGUYỄN VĂN AN làm tổ trưởng', 'VĂN AN'],
      ['em tên là Khánh ạ', 'Khánh'],
      ['Nguyen Van An nop bao cao', 'Van An'],
      ['giao Giàng A Páo theo dõi', 'Páo'],
      ['đồng chí trần văn bình vắng', 'bình'],
      ['số điện thoại không chín một hai ba bốn năm sáu bảy tám', 'một hai ba'],
      ['hộ chiếu B1234567', 'B1234567'],
      ['gọi +84 912 345 678 nhé', '912'],
    ] as const)
      expect(mask(text), text).not.toContain(secret);
  });

  it('[M60] dates, shares, numbers of documents and names of bodies stay', () => {
    const { mask } = openMask();
    for (const text of [
      'Trước ngày 20/12 hằng năm, chi bộ trực thuộc gửi báo cáo về Ban Thường vụ Đảng ủy.',
      'Kế hoạch số 1288-KH/ĐU ngày 05/02/2024 của Đảng ủy Than Quảng Ninh',
      '21/23 đảng viên hoàn thành tốt, đạt 91,3%, chỉ tiêu từ 90% trở lên',
      'Hướng dẫn 10-HD/BTCHU ngày 28/10/2024; Quy định 124-QĐ/TW ngày 04/10/2023',
      'đồng chí Bí thư chi bộ và Đồng chí Phó Chủ tịch dự họp lúc 7 giờ 30 ngày 05.02.2024 10 người',
      'học tập và làm theo tư tưởng Hồ Chí Minh; kinh phí 120.000.000 đồng; phát sinh năm 2024',
    ])
      expect(mask(text)).toBe(text);
  });

  it('[M61] what was masked comes back exactly, whatever the text, placeholders in it too', () => {
    const odd = fc.constantFrom('[TÊN_1]', '[TÊN]', '[KÝ_HIỆU_2]', '[', ']', '_1', '$&', '\u0000');
    const text = fc.array(fc.oneof(secret, around, odd, fc.string({ unit: 'grapheme' })), { maxLength: 12 });
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), texts => {
        const { mask, unmask } = openMask();
        const all = texts.map(parts => parts.join(' ').normalize('NFC'));
        const masked = all.map(mask);
        expect(masked.map(unmask)).toEqual(all);
      }),
      { numRuns: 1000 },
    );
  });

  it('[M61] the same words have the same placeholder in a call, also where nothing around tells', () => {
    const { mask } = openMask();
    const first = mask('đồng chí Khánh Vượng dự họp');
    const placeholder = /\[TÊN_\d+\]/.exec(first)![0];
    expect(mask('hôm qua Khánh Vượng vắng')).toBe(`hôm qua ${placeholder} vắng`);
  });

  it('[M61] any text is masked in proportional time', () => {
    const hostile = ['0 1-', 'một ', 'a.', '@', 'Nguyễn ', 'sinh  ', 'tài khoản ', '[TÊN_', 'đồng chí A '];
    for (const piece of hostile) {
      const began = performance.now();
      openMask().mask(piece.repeat(20_000));
      expect(performance.now() - began, piece).toBeLessThan(1500);
    }
  });

  it('[M61] a placeholder that was never given stays as it is', () => {
    expect(openMask().unmask('gửi [TÊN_9]')).toBe('gửi [TÊN_9]');
  });
});
