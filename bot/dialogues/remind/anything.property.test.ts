import { expect, it } from 'vitest';
import { itemChoice } from '../../reminders/item-choice.ts';
import { seeded } from '../assess/testing/random-answer.ts';
import { confirmedTalk, RemindTalk } from './testing/remind-talk.ts';

const TEXTS = [
  '/nhacviec',
  '/danhgia',
  '/huy',
  '/trogiup',
  '/tieuchi',
  '/kehoach',
  '/khongco',
  'nhắc việc',
  'hôm nay có việc gì',
  'tuần này phải làm gì',
  'việc quá hạn',
  'nhắc tôi ngày 3 hằng tháng lúc 7 giờ tối họp chi bộ',
  'nhắc tôi họp chi bộ',
  'nhac toi thu sau tuan sau nop bao cao',
  'nhắc tôi 31/2',
  'nhắc tôi trước đại hội 2 tuần',
  'nhắc tôi mùng 8 Tết gặp mặt',
  'nhắc tôi lúc 2 giờ',
  'nhắc tôi cuối quý',
  'nhắc tôi 2 tuần một lần họp',
  'nhắc họp ngày mai lúc 8 giờ',
  `nhắc tôi mai ${'họp '.repeat(300)}`,
  'chiều',
  'sáng',
  '15/12',
  '10/12/2035',
  'hôm qua',
  'ngày mai',
  '8 giờ tối',
  '19:30',
  '25:99',
  'lưu',
  'hủy',
  'sửa giờ',
  'sửa ngày',
  'sửa thành 9 giờ sáng',
  'xong',
  'đã nộp báo cáo',
  'nhắc lại mai',
  'nhắc lại',
  'hoãn 3 ngày',
  'hoãn 3000 ngày',
  'bỏ qua',
  'hoàn tác',
  'cài đặt nhắc việc',
  'nhắc trước 30, 15, 7 ngày',
  'nhắc trước 61 ngày',
  'nhắc lúc 8 giờ sáng',
  'đừng nhắc từ 21h đến 6h',
  'tắt giờ yên lặng',
  'tạm dừng nhắc đến 15/12',
  'tạm dừng nhắc',
  'nhắc lại từ hôm nay',
  'lấy tệp lịch',
  'xác nhận kế hoạch',
  'Công văn số 12-CV/ĐU ngày 05/01/2026',
  'đúng',
  'không',
  '0',
  '1',
  '2',
  '3',
  '7',
  '30, 15',
  '99',
  'đạt',
  '9/10',
  'TKV',
  'Quảng Bình',
  'Cần Đước',
  'chi bộ',
  'hạn nộp báo cáo bốn tốt là khi nào?',
  'ai công nhận chi bộ bốn tốt',
  'xin chào',
  'cảm ơn',
  'mời phó bí thư',
  'tên đơn vị: Chi bộ 2',
  '?',
  '   ',
  '😀',
  '\u202Eabc',
  'toString',
  '__proto__',
  'a'.repeat(5000),
];
const CHOICES = [
  'save',
  'yes',
  'cancel',
  'i0',
  'r:',
  'r:x',
  'r:list',
  'r:undo:1',
  'r:undo:x',
  'r:part:all',
  'r:part:x',
  'r:enter:x:y',
  'r:confirm:x',
  'r:unconfirm:x',
  'r:off:x:y',
  'r:remove:x',
  'r:leads',
  'r:file',
  'r:feed-open',
  'r:feed-close',
  'r:back',
  'n:x:y:20261219',
  'n:x:u:d1-1:20261340',
  'n:d:toString:__proto__:20261219',
];

it.each([1, 2, 3, 4, 5, 6])(
  '[N74] whatever is said, in any order (%i), there is an answer, and nothing is kept that may not be',
  seed => {
    const random = seeded(seed * 104729);
    const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)]!;
    const talk = seed % 2 === 0 ? new RemindTalk() : confirmedTalk('tkv-1288-kh-du', 'chi-bo-truc-thuoc');
    const pressed: string[] = [...CHOICES];
    for (let turn = 0; turn < 400; turn += 1) {
      if (turn === 150 && talk.members.length > 0) talk.join('binh', 'deputy');
      if (turn === 200 && talk.members.length > 0) talk.join('chi', 'member');
      if (random() < 0.1)
        talk.now = Temporal.Instant.from(talk.now)
          .add({ hours: pick([1, 30, 400]) })
          .toString();
      talk.channels = pick([[], ['telegram'], ['zalo-oa']]);
      const person = random() < 0.7 ? 'an' : pick(['binh', 'chi']);
      const offered = talk.states.get(person)?.offered ?? [];
      for (const { id } of offered) if (random() < 0.2) pressed.push(id);
      const unit = talk.members[0]?.unit.id;
      if (unit && random() < 0.1) {
        const key = `duty:${unit}:${pick(['d1-1', 'd3-7', 'd2-21', 'd4-1'])}`;
        talk.remind([{ key, due: pick(['2026-11-30', '2026-12-19']) }], person);
        pressed.push(itemChoice(pick(['done', 'hour', 'date', 'reopen', 'skip']), key, '2026-11-30'));
      }
      const replies =
        random() < 0.45 && offered.length > 0
          ? talk.say({ choice: pick(offered).id }, person)
          : random() < 0.15
            ? talk.say({ choice: pick(pressed) }, person)
            : talk.say(pick(TEXTS), person);
      expect(replies.length).toBeGreaterThan(0);
      for (const { text } of replies) expect(text.trim()).not.toBe('');
      // What is offered last is what may be chosen next.
      const last = replies.at(-1)!;
      if (last.choices) expect(talk.states.get(person)!.offered).toEqual(last.choices);
      // Telegram takes ids of at most 64 bytes as they are; under one message every choice is another.
      for (const { choices = [] } of replies) {
        const ids = choices.map(({ id }) => id);
        expect(ids).toEqual([...new Set(ids)]);
        for (const id of ids) if (/^[rn]:/.test(id)) expect(Buffer.byteLength(id)).toBeLessThanOrEqual(64);
      }
    }
    for (const { own } of talk.people.values())
      for (const { text } of own) expect([...text].length).toBeLessThanOrEqual(500);
  },
);
