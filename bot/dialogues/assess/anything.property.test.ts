import { expect, it } from 'vitest';
import { readAnswer, requirementsOf } from '../../../evaluators/index.ts';
import { seeded } from './testing/random-answer.ts';
import { rulebooks, Talk } from './testing/talk.ts';

const TEXTS = [
  '/danhgia',
  '/huy',
  '/tieuchi',
  '/trogiup',
  '/kehoach',
  '/start',
  '/khongco',
  'đánh giá chi bộ',
  'tiếp tục',
  'lượt khác',
  'làm lại từ đầu',
  'có',
  'không',
  'đạt',
  'chưa',
  'ok',
  'rồi ạ',
  '0',
  '1',
  '2',
  '7',
  '99',
  '2024',
  '2025',
  '3000',
  '9/10',
  '11/10',
  '3/2',
  '12/12 tháng',
  '80/2000; 78/2000',
  'chín phần mười',
  '9',
  '9,5',
  '90%',
  '-1',
  '9007199254740993/9007199254740993',
  'HTTNV',
  'tốt hơn',
  '12/10',
  'không áp dụng',
  'không áp dụng vì mới lập',
  'quyết định: đạt, căn cứ Nghị quyết số 1-NQ/CB',
  'ghi chú: biên bản số 12',
  '9/10, ghi chú: biên bản',
  'căn cứ',
  'giải thích',
  '?',
  'quay lại',
  'bỏ qua',
  'xem lại',
  'nộp',
  'sửa',
  'sửa 3',
  'sửa 99',
  'sửa cb-1.1.3b',
  'lưu lại',
  'à quên, có 2 đồng chí bị khiển trách',
  'à quên',
  'sửa lại số đảng viên bị kỷ luật',
  'nhầm, 26/29 đảng viên hoàn thành tốt',
  'hạn nộp báo cáo bốn tốt là khi nào?',
  'ai công nhận chi bộ bốn tốt',
  'còn đảng bộ thì sao?',
  'Cần Đước',
  'TKV',
  'hôm nay trời đẹp quá',
  'xin chào',
  'cảm ơn',
  'mời phó bí thư',
  'mời thành viên',
  'THAMGIA 0000-0000',
  '12345678',
  'tên đơn vị: Chi bộ 2',
  'cấp trên: Đảng ủy xã',
  'địa danh: Tân Trạch',
  'tên đơn vị là gì?',
  'đồng chí Nguyễn Văn An bị kỷ luật',
  '=HYPERLINK("x")',
  '<b>x</b>',
  '\u202Eabc',
  '   ',
  '😀',
  'a'.repeat(5000),
  'Chi bộ ấp 1 – đạt; Chi bộ ấp 2 – không đạt – thiếu',
  'toString',
  '__proto__',
  'constructor',
];

it.each([1, 2, 3, 4, 5, 6])(
  '[S22] whatever is said, in any order (%i), there is an answer, and only answers are kept',
  seed => {
    const random = seeded(seed * 7919);
    const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)]!;
    const talk = new Talk();
    for (let turn = 0; turn < 500; turn += 1) {
      const person = random() < 0.8 ? 'an' : pick(['binh', 'chi']);
      const offered = talk.states.get(person)?.offered ?? [];
      const replies =
        random() < 0.5 && offered.length > 0
          ? talk.say({ choice: pick(offered).id }, person)
          : random() < 0.05
            ? talk.say(
                {
                  choice: pick([
                    'met',
                    'submit',
                    'x',
                    'plan:x',
                    'assessment:x',
                    'year:x',
                    'invite:deputy:x',
                    'criteria:x:y',
                  ]),
                },
                person,
              )
            : talk.say(pick(TEXTS), person);
      if (random() < 0.1) {
        const code = /THAMGIA \d{4}-\d{4}/.exec(JSON.stringify(talk.last!.replies))?.[0];
        if (code) talk.say(code, pick(['binh', 'chi']));
      }
      expect(replies.length).toBeGreaterThan(0);
      for (const { text } of replies) expect(text.trim()).not.toBe('');
      // What is offered last is what may be chosen next.
      const last = replies.findLast(({ choices }) => choices);
      if (last && replies.at(-1) === last && talk.last!.replies === replies)
        expect(talk.states.get(person)!.offered).toEqual(last.choices);
    }
    expect(talk.assessments.length).toBeGreaterThan(0);
    for (const { plan, events } of talk.assessments) {
      const known = requirementsOf(rulebooks.get(plan)!);
      for (const { requirement, value } of events)
        if (value !== null) expect(readAnswer(known.get(requirement)!, value).ok).toBe(true);
    }
  },
);
