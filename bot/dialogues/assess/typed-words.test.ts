import { describe, expect, it } from 'vitest';
import { controlSaid } from './controls.ts';
import { goesOn, wantsAssessment } from './intent.ts';
import { withoutNames } from './personal-names.ts';
import { asksSomething, splitQuestion } from './question-or-answer.ts';
import { cleanUnitName, LONGEST_NAME } from './unit-name.ts';

describe('question or answer', () => {
  it.each([
    'hạn nộp báo cáo bốn tốt là khi nào?',
    'ai công nhận chi bộ bốn tốt',
    'chi bo 4 tot can nhung gi',
    'chi bộ 9 đảng viên, 8 đồng chí hoàn thành tốt thì đạt chưa',
    'đảng viên bị khiển trách có mất bốn tốt không',
  ])('[S7] “%s” asks', text => expect(asksSomething(text)).toBe(true));

  it.each([
    '9/10',
    '9/10?',
    'chưa',
    'không có ai',
    '10 đồng chí thì 9 tốt',
    'có 2 đồng chí bị khiển trách',
    'tốt rồi ạ',
    'chưa có ai bị kỷ luật',
    'chi bộ ta không có cán bộ quản lý',
    'đã làm đủ các nội dung rồi ạ',
    'sinh hoạt có tính chiến đấu',
    'co can bo quan ly',
  ])('[S7] “%s” answers', text => expect(asksSomething(text)).toBe(false));

  it('[S7] an answer and a question in one message are told apart', () => {
    expect(splitQuestion('9/10, mà cho hỏi hạn nộp báo cáo là khi nào?')).toEqual({
      said: '9/10',
      asked: 'cho hỏi hạn nộp báo cáo là khi nào?',
    });
  });

  it.each([
    ['dừng', 'leave'],
    ['dung lai', 'leave'],
    ['quay lại cau truoc', 'back'],
    ['kết qua', 'review'],
    ['hoan tất', 'review'],
    ['đúng', null],
    ['đừng', null],
    ['chột', null],
  ])('[S2] “%s” steers to %s: with its marks a word is that word alone', (text, control) =>
    expect(controlSaid(text)).toBe(control),
  );

  it('[S1] wanting to assess is told from asking about it', () => {
    for (const text of [
      'đánh giá chi bộ',
      'danh gia chi bo',
      'tôi muốn tự đánh giá chi bộ',
      'bắt đầu rà soát',
      'tự rà soát đảng bộ cơ sở năm 2025',
    ])
      expect(wantsAssessment(text), text).toBe(true);
    for (const text of [
      'đánh giá chi bộ khi nào?',
      'đánh giá chi bộ thế nào',
      'ai đánh giá chi bộ',
      'đánh giá đảng viên hằng năm gồm những gì',
    ])
      expect(wantsAssessment(text), text).toBe(false);
    expect(goesOn('tiếp tục')).toBe(true);
  });
});

describe('names of people', () => {
  it.each([
    ['đồng chí Nguyễn Văn An bị khiển trách', 'đồng chí X bị khiển trách'],
    ['biên bản số 12, Trần Thị Bình ký', 'biên bản số 12, X ký'],
    ['ông Năm Thành bị cảnh cáo', 'ông X bị cảnh cáo'],
    ['nguyễn văn a bị kỷ luật', 'X bị kỷ luật'],
    ['đồng chí Lê Nam và chị Hoa Mai', 'đồng chí X và chị X'],
  ])('[S12] “%s” is kept as “%s”', (typed, kept) => {
    expect(withoutNames(typed, 'X')).toEqual({ text: kept, found: true });
  });

  it.each([
    'học tập và làm theo tư tưởng Hồ Chí Minh',
    'đồng chí Bí thư',
    'Nghị quyết số 12-NQ/CB của Đảng ủy Tổng công ty',
    '10 đồng chí thì 9 tốt',
    'Hà Nội',
  ])('[S12] “%s” names nobody', text => expect(withoutNames(text, 'X')).toEqual({ text, found: false }));
});

describe('names of units', () => {
  it.each([
    ['=HYPERLINK("http://x","y") Chi bộ 1', /^[^=]/],
    ['<script>alert(1)</script>Chi bộ 1', /^[^<>]*Chi bộ 1$/],
    ['Chi bộ \u202E\u0007ấp 3', /^Chi bộ ấp 3$/],
    ['@SUM(1) Chi bộ', /^SUM/],
  ])('[S14] “%s” is made harmless, and that is said', (typed, safe) => {
    const cleaned = cleanUnitName(typed)!;
    expect(cleaned.name).toMatch(safe);
    expect(cleaned.changed).toBe(true);
  });

  it('[S14] ten thousand characters are cut, an ordinary name is left alone, signs alone are no name', () => {
    expect(cleanUnitName('Chi bộ '.repeat(1500))!.name.length).toBeLessThanOrEqual(LONGEST_NAME);
    expect(cleanUnitName('Chi bộ Trường THPT Nguyễn Du')).toEqual({
      name: 'Chi bộ Trường THPT Nguyễn Du',
      changed: false,
    });
    expect(cleanUnitName('+1+1')).toBeNull();
  });
});
