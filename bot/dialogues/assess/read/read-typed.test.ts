import { expect, it } from 'vitest';
import { loadRulebooks, requirementsOf } from '../../../../evaluators/index.ts';
import { readTyped } from './read-typed.ts';

const { rulebooks } = loadRulebooks();
const requirement = (id: string) => {
  for (const rulebook of rulebooks.values()) {
    const found = requirementsOf(rulebook).get(id);
    if (found) return found;
  }
  throw new Error(id);
};
const share = 'cb-1.1.3b';
const target = 'cb-1.1.3a';
const months = 'cb-1.2.1';
const count = 'cb-1.3.4-ky-luat';
const statement = 'cb-1.1.1';
const rank = 'bt-v2-to-chuc-dang';
const compared = 'bt-v1-thu-ngan-sach';
const yearly = 't2-5';

it.each([
  [share, '9/10', { part: 9, whole: 10 }],
  [share, '9 trên 10 đồng chí', { part: 9, whole: 10 }],
  [share, '9 trong 10', { part: 9, whole: 10 }],
  [share, 'chín phần mười', { part: 9, whole: 10 }],
  [share, 'chin phan muoi', { part: 9, whole: 10 }],
  [share, '10 đồng chí thì 9 tốt', { part: 9, whole: 10 }],
  [share, '10 dong chi thi 9 tot', { part: 9, whole: 10 }],
  [share, 'hai mươi bảy trên hai mươi chín', { part: 27, whole: 29 }],
  [share, 'tổng số 29 đảng viên, 27 đồng chí hoàn thành tốt', { part: 27, whole: 29 }],
  [share, 'có 10 đồng chí, trong đó 9 hoàn thành tốt', { part: 9, whole: 10 }],
  [share, 'trong 10 đồng chí có 9 tốt', { part: 9, whole: 10 }],
  [share, 'trong năm có 9 trên 10', { part: 9, whole: 10 }],
  [share, 'cả 10 đồng chí đều tốt', { part: 10, whole: 10 }],
  [share, '1.800/2.000', { part: 1800, whole: 2000 }],
  [share, '9/10 đồng chí năm 2024', { part: 9, whole: 10 }],
  [target, 'vượt chỉ tiêu 3/2', { done: 3, target: 2 }],
  [target, 'kết nạp 3, chỉ tiêu 2', { done: 3, target: 2 }],
  [target, 'chỉ tiêu 2, kết nạp 3', { done: 3, target: 2 }],
  [target, 'được giao 2 kết nạp được 3', { done: 3, target: 2 }],
  [target, 'chỉ tiêu 0', { done: 0, target: 0 }],
  ['bt-v3', 'đề ra 5 cuộc, hoàn thành 4', { done: 4, target: 5 }],
  [months, '12/12 tháng', { done: 12, target: 12 }],
  [months, 'cả 12 tháng', { done: 12, target: 12 }],
  [months, 'mười một trên mười hai tháng', { done: 11, target: 12 }],
  [count, '0', { count: 0 }],
  [count, '0 đồng chí', { count: 0 }],
  [count, 'không có ai', { count: 0 }],
  [count, 'khong co ai', { count: 0 }],
  [count, 'không', { count: 0 }],
  [count, 'không có đồng chí nào bị kỷ luật', { count: 0 }],
  [count, 'có 2 đồng chí', { count: 2 }],
  [count, 'năm đồng chí', { count: 5 }],
  [count, 'một người', { count: 1 }],
  [statement, 'đạt', 'met'],
  [statement, 'dat', 'met'],
  [statement, 'rồi', 'met'],
  [statement, 'dạ có ạ', 'met'],
  [statement, 'chưa đạt', 'unmet'],
  [statement, 'chua dat', 'unmet'],
  [statement, 'chưa có', 'unmet'],
  [statement, 'không', 'unmet'],
  [statement, 'không biết', 'unknown'],
  [share, 'chưa có số liệu', 'unknown'],
  [share, 'không áp dụng vì mới lập', { na: 'mới lập' }],
  [
    share,
    'quyết định: đạt, căn cứ Nghị quyết số 12-NQ/CB',
    { override: 'met', basis: 'Nghị quyết số 12-NQ/CB' },
  ],
  [rank, 'HTTNV', 'hoan-thanh-tot-nhiem-vu'],
  [rank, 'xuat sac', 'hoan-thanh-xuat-sac-nhiem-vu'],
  [rank, 'không hoàn thành nhiệm vụ', 'khong-hoan-thanh-nhiem-vu'],
  [compared, 'kém hơn', 'worse'],
  [compared, 'cùng kỳ 10, nay 12', { now: 12, before: 10 }],
  [
    yearly,
    '80/2000; 78/2000',
    {
      years: [
        { part: 80, whole: 2000 },
        { part: 78, whole: 2000 },
      ],
    },
  ],
  [
    yearly,
    'năm 2021: 80/2000; năm 2022: 78/2000',
    {
      years: [
        { part: 80, whole: 2000 },
        { part: 78, whole: 2000 },
      ],
    },
  ],
] as const)('[S3] %s: “%s” is read', (id, typed, answer) => {
  expect(readTyped(requirement(id), typed)).toEqual({ kind: 'answer', answer });
});

it.each([
  [share, '11/10', 'part-above-whole'],
  [share, '10 đồng chí thì 11 tốt', 'part-above-whole'],
  [share, '90%', 'percentage'],
  [share, '9,5/10', 'not-whole-number'],
  [share, '-1/10', 'not-whole-number'],
  [share, '9007199254740993/9007199254740993', 'not-whole-number'],
  [share, 'nhiều lắm', 'form'],
  [count, 'có', 'form'],
  [count, '2/10', 'too-many-numbers'],
  [statement, 'đạt 98%', 'form'],
  [statement, '0', 'form'],
  [compared, 'không tốt hơn', 'form'],
  ['bt-v1-rung', '12/10', 'no-figures'],
  [yearly, '80/2000; 78', 'form'],
] as const)('[S4] %s: “%s” is no answer (%s)', (id, typed, why) => {
  expect(readTyped(requirement(id), typed)).toMatchObject({ kind: 'unreadable', reason: { why } });
});

it.each([
  [share, '9/10 hoặc 8/10'],
  [count, '1 hoặc 2'],
  [statement, 'đạt, chưa đạt'],
  [statement, 'đạt nhưng chưa đủ'],
  [rank, 'tốt hoặc xuất sắc'],
] as const)('[S4] %s: “%s” is two answers', (id, typed) => {
  expect(readTyped(requirement(id), typed).kind).toBe('two');
});

it('[S3] one of two numbers is kept until the other comes', () => {
  expect(readTyped(requirement(share), '9')).toEqual({ kind: 'half', number: 9 });
});

it('[S3] a note typed with the answer stays apart from it', () => {
  expect(readTyped(requirement(share), '9/10, ghi chú: biên bản số 12')).toEqual({
    kind: 'answer',
    answer: { part: 9, whole: 10 },
    note: 'biên bản số 12',
  });
});
