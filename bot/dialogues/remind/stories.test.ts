import { describe, expect, it } from 'vitest';
import { itemChoice } from '../../reminders/item-choice.ts';
import { promptOf, textOf } from '../assess/testing/talk.ts';
import { confirmedTalk, RemindTalk, remindTalk } from './testing/remind-talk.ts';

const kinds = (talk: RemindTalk): string | undefined =>
  talk.last!.replies.findLast(reply => reply.prompt)?.prompt?.kind;
const labels = (talk: RemindTalk): string[] =>
  talk.last!.replies.findLast(reply => reply.choices)?.choices?.map(({ label }) => label) ?? [];
/** The choice of this label among those offered. */
const offered = (talk: RemindTalk, label: RegExp, person = 'an'): { choice: string } => {
  const found = talk.states.get(person)!.offered.find(choice => label.test(choice.label));
  if (!found) throw new Error(`not offered: ${label} of ${labels(talk).join(' | ')}`);
  return { choice: found.id };
};
const unitOf = (talk: RemindTalk): string => talk.members[0]!.unit.id;
/** The yearly report of Quảng Bình, last valid day 19/12. */
const report = (talk: RemindTalk): { key: string; due: string } => ({
  key: `duty:${unitOf(talk)}:d1-1`,
  due: '2026-12-19',
});

describe('the list', () => {
  it('[N50] /nhacviec asks plan and kind of unit, opens the unit, then lists', () => {
    const talk = new RemindTalk();
    expect(promptOf(talk.say('/nhacviec'))).toBe('plan');
    expect(promptOf(talk.say('Quảng Bình'))).toBe('subject');
    expect(promptOf(talk.say('dang bo co so'))).toBe('reminders');
    expect(talk.members).toMatchObject([
      { role: 'secretary', unit: { plan: 'quang-binh-69-kh-duk', subject: 'dang-bo-co-so' } },
    ]);
  });

  it('[N50] a choice may be its number, and the other plan can be chosen instead', () => {
    const talk = new RemindTalk();
    talk.lines('/nhacviec', { choice: 'tkv-1288-kh-du' }, 'Không phải văn bản này, chọn lại');
    expect(kinds(talk)).toBe('plan');
    talk.lines({ choice: 'tkv-1288-kh-du' }, '2');
    expect(talk.members[0]!.unit.subject).toBe('chi-bo-truc-thuoc');
  });

  it('[N51] each line says day, weekday, how long, what, to whom, and that it waits for confirmation', () => {
    const text = textOf(remindTalk().last!.replies);
    expect(text).toMatch(
      /1\. Thứ Bảy, ngày 19\/12\/2026, còn 28 ngày: Báo cáo kết quả thực hiện – gửi Ban Thường vụ/,
    );
    expect(text).toContain('chờ xác nhận kế hoạch, chưa nhắc');
  });

  it('[N51] it says where the unit’s self-assessment stands', () => {
    const talk = confirmedTalk();
    talk.lines('/danhgia', { choice: `year:${unitOf(talk)}` }, '2026', '/huy');
    expect(textOf(talk.say('/nhacviec'))).toMatch(/tự rà soát năm 2026 còn \d+ yêu cầu chưa trả lời/);
  });

  it.each([
    ['nhắc việc', 'all'],
    ['việc của tôi', 'all'],
    ['viec cua toi', 'all'],
    ['hôm nay có việc gì', 'today'],
    ['hôm nay có việc gì không?', 'today'],
    ['tuần này phải làm gì', 'week'],
    ['tuan nay co viec gi', 'week'],
    ['việc quá hạn', 'overdue'],
    ['có việc nào quá hạn không', 'overdue'],
    ['đơn vị tôi tuần này phải làm gì', 'week'],
    ['ngày mai có việc gì', 'week'],
    ['tháng này có việc gì', 'all'],
    ['còn việc gì chưa làm', 'all'],
    ['các việc đã qua', 'past'],
    ['viec cho nhap ngay', 'waiting'],
    ['sắp tới có hạn nào', 'all'],
    ['sắp tới có việc gì không ạ', 'all'],
    ['lịch của tôi', 'all'],
    ['xem lịch', 'all'],
    ['việc tháng này', 'all'],
    ['tháng sau có việc gì', 'all'],
    ['tôi có bao nhiêu việc', 'all'],
    ['nhắc', 'all'],
  ])('[N51] “%s” shows the list (%s)', (said, part) => {
    const talk = remindTalk();
    talk.say('cảm ơn');
    talk.say(said);
    expect(kinds(talk)).toBe('reminders');
    expect(talk.states.get('an')!.remind.asking).toMatchObject({ part });
  });

  it.each([
    'hạn nộp báo cáo là khi nào?',
    'nhắc tôi hạn nộp báo cáo là khi nào?',
    'quá hạn nộp báo cáo thì sao?',
    'ai nhắc việc nộp báo cáo?',
    'ai phải nhắc nhở đảng viên vi phạm?',
    'kế hoạch có nhắc đến sinh hoạt chuyên đề không',
    'nhắc nhở đảng viên được quy định thế nào',
    'báo cho tôi biết hạn nộp báo cáo',
    'họp cấp ủy ngày 10/12',
    'hạn của việc báo cáo bốn tốt là ngày nào',
  ])('[N51] “%s” stays a question for the plan', said => {
    const talk = remindTalk();
    talk.say(said);
    expect(talk.last!.changes).toEqual([]);
    expect(kinds(talk)).toBeUndefined();
  });

  it('[N52] past one-offs and duties without a day stand behind a choice each', () => {
    const talk = remindTalk('tuy-phuoc-2020-2025', 'dang-bo-huyen', '2025-03-01T01:00:00Z');
    talk.say(offered(talk, /Đã qua/));
    expect(textOf(talk.last!.replies)).toContain('Đã qua');
    expect(textOf(talk.last!.replies)).toContain('31/12/2024');
    expect(textOf(talk.last!.replies)).not.toMatch(/quá \d+ ngày|chờ xác nhận/);
    talk.say({ choice: 'r:list' });
    talk.say(offered(talk, /Chờ nhập ngày/));
    expect(textOf(talk.last!.replies)).toContain('Gửi tài liệu họp cấp ủy');
  });

  it('[N52] what comes only after the 60 days stands behind a choice, each once', () => {
    const talk = new RemindTalk();
    talk.lines('nhắc tôi 30/4 lúc 8h dự lễ', 'lưu', 'nhắc tôi ngày 5 hằng tháng nộp đảng phí', 'lưu');
    talk.say('/nhacviec');
    talk.say(offered(talk, /Xa hơn/));
    expect(textOf(talk.last!.replies)).toContain('30/4/2027');
    expect(textOf(talk.last!.replies)).not.toContain('nộp đảng phí');
  });

  it('[N53] a plan without duties leaves one’s own reminders, and says so', () => {
    const talk = new RemindTalk();
    talk.shelf = { ...talk.shelf, of: () => null };
    talk.lines('/nhacviec', { choice: 'tkv-1288-kh-du' });
    expect(kinds(talk)).toBe('reminders');
    expect(textOf(talk.last!.replies)).toContain('chưa có danh mục việc theo hạn');
    expect(talk.members).toEqual([]);
  });

  it('[N53] with reminders of one’s own alone no unit is needed', () => {
    const talk = new RemindTalk();
    talk.lines('/nhacviec', 'Chỉ nhắc việc tôi tự đặt');
    expect(kinds(talk)).toBe('reminders');
    talk.lines('nhắc tôi ngày 15/12 lúc 8 giờ sáng họp chi bộ', { choice: 'save' });
    expect(textOf(talk.say('/nhacviec'))).toContain('15/12/2026, 08:00');
  });
});

describe('one of them', () => {
  it('[N54] it is shown in full: last valid day, stated words, recipient, clause and exact quote', () => {
    const talk = confirmedTalk();
    const [reply] = talk.say({ choice: itemChoice('view', report(talk).key, '2026-12-19') });
    expect(reply!.text).toContain('19/12/2026');
    expect(reply!.text).toContain('trước ngày 20/12');
    expect(reply!.text).toContain('Gửi: Ban Thường vụ Đảng ủy Khối');
    expect(reply!.text).toContain('không lùi hạn');
    expect(reply!.blocks).toContainEqual(
      expect.objectContaining({
        kind: 'quote',
        source: expect.objectContaining({
          plan: 'quang-binh-69-kh-duk',
          clause: expect.stringContaining('III.1'),
        }),
      }),
    );
  });

  it('[N55] done is marked for oneself, and can be undone', () => {
    const talk = confirmedTalk();
    talk.say({ choice: itemChoice('view', report(talk).key, '2026-12-19') });
    talk.say('Đã làm xong');
    expect(textOf(talk.last!.replies)).toContain('đã làm xong “Báo cáo');
    expect(talk.reminders().marks.at(-1)).toMatchObject({ kind: 'done', due: '2026-12-19' });
    talk.say('Hoàn tác');
    expect(talk.reminders().marks.at(-1)).toMatchObject({ kind: 'reopened', due: '2026-12-19' });
    expect(textOf(talk.say('hoàn tác'))).toContain('Không có việc nào');
  });

  it('[N55] secretary and deputy mark it for the unit; a member is told so', () => {
    const talk = confirmedTalk();
    talk.join('binh', 'deputy');
    talk.join('chi', 'member');
    const choice = itemChoice('done-for-unit', report(talk).key, '2026-12-19');
    expect(textOf(talk.say({ choice }, 'chi'))).toContain('bí thư, phó bí thư');
    expect(talk.last!.changes).toEqual([]);
    talk.say({ choice }, 'binh');
    expect(talk.last!.changes).toMatchObject([{ type: 'duty-done', done: true }]);
    expect(textOf(talk.say({ choice: itemChoice('done', report(talk).key, '2026-12-19') }))).toContain(
      'đơn vị hoàn thành; không có gì thay đổi',
    );
    talk.say('hoàn tác', 'binh');
    expect(talk.last!.changes).toMatchObject([{ type: 'duty-done', done: false }]);
  });

  it('[N56] it comes again in an hour, tomorrow morning, or on a day that is typed', () => {
    const talk = confirmedTalk();
    const { key, due } = report(talk);
    talk.say({ choice: itemChoice('hour', key, due) });
    expect(talk.reminders().marks.at(-1)).toMatchObject({ kind: 'snoozed', until: '2026-11-21T02:00:00Z' });
    talk.say({ choice: itemChoice('morning', key, due) });
    expect(talk.reminders().marks.at(-1)!.until).toBe('2026-11-22T00:30:00Z');
    expect(promptOf(talk.say({ choice: itemChoice('date', key, due) }))).toMatch(/^snooze/);
    expect(textOf(talk.say('hôm qua ấy'))).toContain('chưa rõ');
    talk.say('thứ Hai tuần sau lúc 8 giờ');
    expect(talk.reminders().marks.at(-1)!.until).toBe('2026-11-23T01:00:00Z');
    talk.say('hoàn tác');
    expect(talk.reminders().marks.at(-1)).toMatchObject({ kind: 'snoozed', until: '2026-11-22T00:30:00Z' });
  });

  it('[N57] the button under a reminder works on any day, once, and an old one changes nothing', () => {
    const talk = confirmedTalk();
    const { key, due } = report(talk);
    talk.lines('xin chào', 'TKV công nhận ai?');
    const choice = itemChoice('done', key, due);
    talk.say({ choice });
    expect(talk.last!.changes).toHaveLength(1);
    expect(textOf(talk.say({ choice }))).toContain('không có gì thay đổi');
    expect(talk.last!.changes).toEqual([]);
    expect(textOf(talk.say({ choice: itemChoice('hour', key, due) }))).toContain('không có gì thay đổi');
    expect(textOf(talk.say({ choice: itemChoice('done', 'own:gone', due) }))).toContain('không còn nữa');
    expect(textOf(talk.say({ choice: itemChoice('done', key, '2026-13-40') }))).not.toBe('');
    expect(talk.last!.changes).toEqual([]);
  });

  it('[N57] an undo button of an earlier action undoes nothing', () => {
    const talk = confirmedTalk();
    const { key, due } = report(talk);
    talk.say({ choice: itemChoice('hour', key, due) });
    const old = offered(talk, /Hoàn tác/);
    talk.say({ choice: itemChoice('done', key, due) });
    expect(textOf(talk.say(old))).toContain('gần nhất');
    expect(talk.last!.changes).toEqual([]);
  });

  it('[N58] a duty is not spoken of any more, for the whole unit, and again', () => {
    const talk = confirmedTalk();
    talk.say({ choice: itemChoice('view', report(talk).key, '2026-12-19') });
    talk.say(offered(talk, /Không nhắc việc này nữa/));
    expect(talk.units[0]!.paused).toEqual(['d1-1']);
    expect(textOf(talk.say('/nhacviec'))).toContain('đang tạm dừng nhắc');
    talk.lines({ choice: itemChoice('view', report(talk).key, '2026-12-19') });
    expect(labels(talk)).not.toContain('Nhắc lại sau 1 giờ');
    talk.say('Nhắc lại việc này (cả đơn vị)');
    expect(talk.units[0]!.paused).toEqual([]);
  });
});

describe('words about what was reminded of last', () => {
  it('[N59] “xong” with one open reminder marks it', () => {
    const talk = confirmedTalk();
    talk.remind([report(talk)]);
    talk.say('xong rồi ạ');
    expect(talk.last!.changes).toMatchObject([{ type: 'reminder-marked', mark: { kind: 'done' } }]);
    expect(textOf(talk.say('xong'))).toContain('/nhacviec');
  });

  it('[N59] with several open ones it is asked which', () => {
    const talk = confirmedTalk('tkv-1288-kh-du', 'chi-bo-truc-thuoc');
    const unit = unitOf(talk);
    talk.remind([
      { key: `duty:${unit}:d3-7`, due: '2026-11-30' },
      { key: `duty:${unit}:d3-8`, due: '2026-12-31' },
    ]);
    talk.say('đã làm xong');
    expect(kinds(talk)).toBe('which-item');
    talk.say('1');
    expect(talk.last!.changes).toMatchObject([{ mark: { item: `duty:${unit}:d3-7`, kind: 'done' } }]);
  });

  it.each([
    ['đã nộp báo cáo', 'done', null],
    ['da gui bao cao roi', 'done', null],
    ['bỏ qua', 'skipped', null],
    ['nhắc lại mai', 'snoozed', '2026-11-22T00:30:00Z'],
    ['xong báo cáo rồi', 'done', null],
    ['bỏ qua lần này', 'skipped', null],
    ['mai nhắc lại nhé', 'snoozed', '2026-11-22T00:30:00Z'],
    ['tối mai lúc 8 giờ nhắc lại', 'snoozed', '2026-11-22T13:00:00Z'],
    ['nhắc lại lúc 3 giờ chiều', 'snoozed', '2026-11-21T08:00:00Z'],
    ['nhắc lại sau 30 phút', 'snoozed', '2026-11-21T01:30:00Z'],
    ['để mai', 'snoozed', '2026-11-22T00:30:00Z'],
    ['hoãn đến thứ Tư', 'snoozed', '2026-11-25T00:30:00Z'],
    ['hoãn 3 ngày', 'snoozed', '2026-11-24T00:30:00Z'],
    ['nhac lai sau 2 tieng', 'snoozed', '2026-11-21T03:00:00Z'],
    ['nhắc lại thứ Hai lúc 9 giờ', 'snoozed', '2026-11-23T02:00:00Z'],
  ])('[N59] “%s” is %s %s', (said, kind, until) => {
    const talk = confirmedTalk();
    talk.remind([report(talk)]);
    talk.say(said);
    expect(talk.reminders().marks.at(-1)).toMatchObject({ kind, until });
  });

  it('[N59] “đơn vị đã hoàn thành” is for the unit where one may say so, else for oneself', () => {
    const talk = confirmedTalk();
    talk.join('chi', 'member');
    talk.remind([report(talk)]);
    talk.remind([report(talk)], 'chi');
    talk.say('chi bộ đã nộp báo cáo rồi', 'chi');
    expect(talk.last!.changes).toMatchObject([{ type: 'reminder-marked', mark: { kind: 'done' } }]);
    talk.say('đơn vị đã hoàn thành');
    expect(talk.last!.changes).toMatchObject([{ type: 'duty-done', done: true }]);
  });

  it('[N59] where one is shown, it is meant', () => {
    const talk = confirmedTalk();
    talk.say({ choice: itemChoice('view', report(talk).key, '2026-12-19') });
    talk.say('xong');
    expect(talk.last!.changes).toMatchObject([{ mark: { kind: 'done' } }]);
    talk.say({ choice: itemChoice('view', report(talk).key, '2026-12-19') });
    expect(textOf(talk.say('xong'))).toContain('không có gì thay đổi');
  });

  it('[N59] “đã nộp báo cáo” where another duty is shown: it is asked which', () => {
    const talk = confirmedTalk();
    talk.say({ choice: `r:enter:${unitOf(talk)}:d1-3` });
    talk.lines('10/12', 'lưu', { choice: itemChoice('view', `duty:${unitOf(talk)}:d1-3`, '2026-12-10') });
    talk.say('chi bộ đã nộp báo cáo');
    expect(kinds(talk)).toBe('which-item');
    expect(talk.last!.changes).toEqual([]);
  });

  it('[N59] “dời sang ngày mai” puts it off', () => {
    const talk = confirmedTalk();
    talk.remind([report(talk)]);
    talk.say('dời sang ngày mai');
    expect(talk.reminders().marks.at(-1)).toMatchObject({ kind: 'snoozed' });
  });

  it('[N59] under a question of a self-assessment such words are its answers', () => {
    const talk = confirmedTalk();
    talk.remind([report(talk)]);
    talk.lines('/danhgia', { choice: `year:${unitOf(talk)}` }, '2026');
    talk.say('bỏ qua');
    expect(talk.last!.changes).toEqual([]);
    expect(kinds(talk)).toBe('requirement');
  });

  it('[N59] where nothing was reminded of, what is overdue or due within a week may be meant', () => {
    const talk = new RemindTalk();
    talk.lines('nhắc tôi ngày mai họp chi ủy', 'lưu', 'nhắc tôi thứ Sáu tuần sau nộp đảng phí', 'lưu');
    talk.say('xong');
    expect(kinds(talk)).toBe('which-item');
    talk.say('1');
    expect(talk.last!.changes).toMatchObject([{ type: 'reminder-marked', mark: { kind: 'done' } }]);
    expect(textOf(talk.say('hoàn tác'))).toContain('đã làm xong “họp chi ủy”');
  });

  it('[N59] where nothing was ever reminded of or is near, they are ordinary words', () => {
    const talk = remindTalk();
    talk.say('xin chào');
    talk.say('xong');
    expect(talk.last!.changes).toEqual([]);
    expect(textOf(talk.last!.replies)).not.toContain('/nhacviec để xem danh sách và chọn');
  });
});

describe('a reminder of one’s own', () => {
  it('[N60] “1 phút nữa” is a whole minute off; what has passed before it was kept is not kept', () => {
    const talk = new RemindTalk();
    talk.now = '2026-11-21T01:00:40Z';
    expect(textOf(talk.say('nhắc tôi 1 phút nữa gọi anh Ba'))).toContain('08:02');
    talk.now = '2026-11-21T01:03:00Z';
    const replies = talk.say({ choice: 'save' });
    expect(talk.last!.changes).toEqual([]);
    expect(textOf(replies)).toContain('không còn ngày nào sắp tới');
    talk.lines('mai lúc 8 giờ', { choice: 'save' });
    expect(talk.last!.changes).toMatchObject([{ type: 'reminder-made', reminder: { text: 'gọi anh Ba' } }]);
  });

  it('[N60] it is shown with its next three times, and kept only when that is said', () => {
    const talk = new RemindTalk();
    const replies = talk.say('nhắc tôi ngày 3 hằng tháng lúc 7 giờ tối họp chi bộ');
    expect(talk.last!.changes).toEqual([]);
    expect(kinds(talk)).toBe('preview');
    const text = textOf(replies);
    expect(text).toContain('họp chi bộ');
    expect(text).toContain('thứ Năm, ngày 3/12/2026, 19:00');
    expect(text).toMatch(/Chủ nhật, ngày 0?3\/0?1\/2027, 19:00 \(ngày nghỉ cuối tuần\)/);
    talk.say('Lưu');
    expect(talk.reminders().own).toMatchObject([
      {
        text: 'họp chi bộ',
        state: 'active',
        schedule: { time: '19:00', days: { kind: 'monthly', day: 3, every: 1 } },
      },
    ]);
    talk.say('hoàn tác');
    expect(talk.reminders().own[0]!.state).toBe('cancelled');
  });

  it.each(['không lưu', 'việc của tôi'])('[N60] “%s” keeps nothing and says so', said => {
    const talk = new RemindTalk();
    talk.lines('nhắc tôi 15/12 họp', said);
    expect(textOf(talk.last!.replies)).toContain('Đã bỏ việc đang làm dở');
    talk.say('lưu');
    expect(talk.reminders().own).toEqual([]);
  });

  it.each([
    'hẹn tôi 6 giờ 30 sáng mai đi thăm',
    'báo tôi biết ngày 15/12 họp',
    'nhăc toi mai hop',
    'e nhờ a nhắc mai họp',
    'tui nhờ nhắc dùm bữa mốt đi họp ấp',
    'cho tôi đặt lời nhắc 10h sáng thứ hai giao ban',
    'thêm việc: nộp đảng phí ngày 5 hằng tháng',
  ])('[N60] “%s” is a reminder too', said => {
    const talk = new RemindTalk();
    talk.say(said);
    expect(kinds(talk)).toBe('preview');
  });

  it('[N60] /huy and “Hủy” keep nothing', () => {
    const talk = new RemindTalk();
    for (const leave of ['/huy', 'Hủy', 'thôi']) {
      talk.lines('nhắc tôi 15/12 lúc 8h nộp báo cáo', leave);
      expect(talk.reminders().own).toEqual([]);
      expect(talk.states.get('an')!.remind.asking).toBeNull();
    }
  });

  it.each(['cảm ơn', 'xin chào', '/trogiup', '/lacgi'])(
    '[N72] after “%s” a bare number takes nothing back, and the button still does',
    said => {
      const talk = new RemindTalk();
      talk.lines('nhắc tôi ngày mai họp', 'lưu');
      const undo = talk.last!.replies.at(-1)!.choices![0]!;
      talk.say(said);
      talk.say('1');
      expect(talk.last!.changes).toEqual([]);
      expect(talk.reminders().own[0]).toMatchObject({ text: 'họp', state: 'active' });
      talk.say({ choice: undo.id });
      expect(talk.last!.changes).toMatchObject([{ type: 'reminder-state', state: 'cancelled' }]);
    },
  );

  it.each([
    '15/12 nhắc nộp báo cáo',
    '8h sang mai nhac hop chi uy',
    'thứ Sáu tuần sau lúc 14h nhắc gửi tài liệu',
  ])('[N60] the time may come first: “%s”', said => {
    const talk = new RemindTalk();
    talk.say(said);
    expect(kinds(talk)).toBe('preview');
  });

  it('[N61] an event’s day is asked for, also where it is not said who is to be reminded', () => {
    const talk = new RemindTalk();
    talk.say('nhắc trước đại hội 2 tuần gửi giấy mời');
    expect(kinds(talk)).toBe('event-date');
    talk.lines('15/3/2027', 'lưu');
    expect(talk.reminders().own[0]).toMatchObject({
      text: 'gửi giấy mời',
      schedule: { days: { kind: 'once', date: '2027-03-01' } },
    });
  });

  it('[N61] what is missing is asked and put together with what was said', () => {
    const talk = new RemindTalk();
    expect(promptOf(talk.say('nhắc tôi họp chi bộ'))).toMatch(/^when/);
    talk.say('thứ Sáu tuần sau lúc 2 giờ');
    expect(kinds(talk)).toBe('half-day');
    talk.say('chiều');
    expect(kinds(talk)).toBe('preview');
    talk.say('lưu');
    expect(talk.reminders().own[0]).toMatchObject({
      text: 'họp chi bộ',
      schedule: { time: '14:00', days: { kind: 'once', date: '2026-11-27' } },
    });
  });

  it('[N61] an unknown event is asked for its date, and words for the reminder where there are none', () => {
    const talk = new RemindTalk();
    expect(promptOf(talk.say('nhắc tôi chuẩn bị văn kiện trước đại hội 2 tuần'))).toMatch(/^event-date/);
    talk.say('25/12');
    expect(textOf(talk.last!.replies)).toContain('11/12/2026');
    talk.say('/huy');
    expect(promptOf(talk.say('nhắc tôi ngày mai lúc 8 giờ'))).toMatch(/^what/);
    talk.say('gửi thư mời họp');
    expect(kinds(talk)).toBe('preview');
    expect(textOf(talk.last!.replies)).toContain('gửi thư mời họp');
  });

  it('[N61] what was said stays while answers do not help, and another reminder may be begun instead', () => {
    const talk = new RemindTalk();
    talk.lines('nhắc tôi', 'họp chi bộ', 'thứ bảy', 'sao cũng được', '28/11/2026', 'lưu');
    expect(talk.reminders().own[0]).toMatchObject({
      text: 'họp chi bộ',
      schedule: { days: { kind: 'once', date: '2026-11-28' } },
    });
    talk.lines('nhắc tôi 8 giờ sáng mai', 'nhắc tôi nộp đảng phí lúc 9 giờ ngày 30/11', 'đồng ý');
    expect(talk.reminders().own[1]).toMatchObject({
      text: 'nộp đảng phí',
      schedule: { time: '09:00', days: { kind: 'once', date: '2026-11-30' } },
    });
    talk.lines('3 ngày nữa nhắc tôi gọi điện', 'lưu');
    expect(talk.reminders().own[2]).toMatchObject({ text: 'gọi điện' });
  });

  it('[N61] a bare number is the hour or the day that is asked for', () => {
    const talk = new RemindTalk();
    talk.lines('nhắc tôi tối mai gọi điện', '8', 'lưu', 'nhắc tôi đầu tháng sau nộp đảng phí', '5', 'lưu');
    expect(talk.reminders().own).toMatchObject([
      { schedule: { time: '20:00', days: { date: '2026-11-22' } } },
      { schedule: { days: { date: '2026-12-05' } } },
    ]);
  });

  it('[N61] a number told of a week is a weekday; the weekday of a month is asked as a day', () => {
    const talk = new RemindTalk();
    talk.lines('nhắc tôi tuần tới mua sổ', '3', 'lưu');
    expect(talk.reminders().own[0]).toMatchObject({
      text: 'mua sổ',
      schedule: { days: { date: '2026-11-24' } },
    });
    talk.lines('nhắc tôi đầu tháng sau lên lịch', 'thứ hai');
    expect(kinds(talk)).toBe('when');
    talk.lines('mùng 5', 'lưu');
    expect(talk.reminders().own[1]).toMatchObject({
      text: 'lên lịch',
      schedule: { days: { date: '2026-12-05' } },
    });
  });

  it('[N61] a day of every quarter is asked with its month', () => {
    const talk = new RemindTalk();
    talk.say('nhắc tôi ngày 5 hàng quý nộp');
    expect(textOf(talk.last!.replies)).toContain('“ngày 5 tháng đầu quý”');
    talk.lines('ngày 5 tháng đầu quý', 'lưu');
    expect(talk.reminders().own[0]).toMatchObject({
      text: 'nộp',
      schedule: { days: { kind: 'monthly', day: 5, every: 3 }, from: '2027-01-05' },
    });
  });

  it('[N61] days that are offered may be chosen by their number', () => {
    const talk = new RemindTalk();
    talk.lines('nhắc tôi thứ bảy trực', '2', 'lưu');
    expect(talk.reminders().own[0]).toMatchObject({ schedule: { days: { date: '2026-11-28' } } });
  });

  it('[N61] “thứ hai tháng sau” is asked which day of that month', () => {
    const talk = new RemindTalk();
    talk.lines('nhắc tôi thứ hai tháng sau nộp sổ', 'thứ hai đầu tiên', 'lưu');
    expect(talk.reminders().own[0]).toMatchObject({
      text: 'nộp sổ',
      schedule: { days: { date: '2026-12-07' } },
    });
  });

  it('[N61] of two days, one a correction, it is asked which', () => {
    const talk = new RemindTalk();
    talk.say('nhắc tôi ngày 10/12 à không 12/12 họp chi ủy');
    expect(kinds(talk)).toBe('when');
    talk.lines('12/12', 'lưu');
    expect(talk.reminders().own[0]).toMatchObject({
      text: 'họp chi ủy',
      schedule: { days: { date: '2026-12-12' } },
    });
  });

  it('[N61] what cannot be understood is never guessed', () => {
    const talk = new RemindTalk();
    talk.say('nhắc tôi ngày 31/2 nộp đảng phí');
    expect(kinds(talk)).toBe('when');
    talk.say('blah blah');
    expect(kinds(talk)).toBe('when');
    expect(talk.reminders().own).toEqual([]);
  });

  it('[N62] hour, days and words may be changed before it is kept', () => {
    const talk = new RemindTalk();
    talk.lines('nhac toi 15/12 luc 8h nop bao cao', 'Sửa giờ', '7 giờ tối', 'Sửa ngày', '16/12');
    talk.lines('Sửa nội dung', 'nộp báo cáo năm', 'lưu');
    expect(talk.reminders().own[0]).toMatchObject({
      text: 'nộp báo cáo năm',
      schedule: { time: '19:00', days: { kind: 'once', date: '2026-12-16' } },
    });
    talk.lines('nhắc tôi 15/12 lúc 8h họp', 'sửa thành 9 giờ sáng', 'đúng rồi');
    expect(talk.reminders().own[1]!.schedule.time).toBe('09:00');
  });

  it.each([
    ['sang thứ hai', '2026-11-23'],
    ['à mà thôi để thứ ba', '2026-11-24'],
    ['không, ngày 6', '2026-12-06'],
    ['để 1/12 đi', '2026-12-01'],
  ])('[N62] “%s” under the preview changes the day', (said, date) => {
    const talk = new RemindTalk();
    talk.lines('nhắc tôi 30/11 chấm công', said, 'đồng ý luôn');
    expect(talk.reminders().own[0]).toMatchObject({ text: 'chấm công', schedule: { days: { date } } });
  });

  it('[N62] its words are at most 500 characters', () => {
    const talk = new RemindTalk();
    talk.say(`nhắc tôi 15/12 lúc 8h ${'nộp báo cáo '.repeat(60)}`);
    expect(kinds(talk)).toBe('what');
    expect(textOf(talk.last!.replies)).toContain('500');
  });

  it('[N63] the preview says quiet hours, one digest a day where messages are counted, and a missing channel', () => {
    const talk = new RemindTalk();
    expect(textOf(talk.say('nhắc tôi 15/12 lúc 22h họp'))).toContain('giờ yên lặng');
    talk.say('/huy');
    talk.channels = ['zalo-oa'];
    expect(textOf(talk.say('nhắc tôi 15/12 họp'))).toMatch(/chung một tin lúc 07:30/);
    talk.say('/huy');
    talk.channels = [];
    expect(textOf(talk.say('nhắc tôi 15/12 họp'))).toContain('/lienket');
  });

  it('[N63] the last day of the lunar year is no thirtieth where the month has 29', () => {
    const talk = new RemindTalk();
    talk.say('nhắc tôi 30 Tết trực cơ quan');
    expect(textOf(talk.last!.replies)).toContain('giao thừa (5/2/2027)');
    expect(textOf(talk.last!.replies)).not.toContain('ngày 30 tháng Chạp');
  });

  it('[N63] a lunar day is said as such', () => {
    const text = textOf(new RemindTalk().say('nhắc tôi mùng 8 Tết lúc 8 giờ sáng gặp mặt đầu xuân'));
    expect(text).toContain('13/2/2027');
    expect(text).toContain('mùng 8 tháng Giêng âm lịch');
  });

  it('[N64] one is paused, taken up again, deleted, and brought back', () => {
    const talk = new RemindTalk();
    talk.lines('nhắc tôi hằng ngày lúc 8 giờ sáng đọc báo', 'lưu', '/nhacviec');
    const view = talk.states.get('an')!.offered[0]!.id;
    talk.lines({ choice: view }, 'Tạm dừng việc nhắc này');
    expect(talk.reminders().own[0]!.state).toBe('paused');
    talk.lines({ choice: view }, 'Nhắc lại việc này');
    expect(talk.reminders().own[0]!.state).toBe('active');
    talk.lines({ choice: view }, 'Xóa việc nhắc này');
    expect(talk.reminders().own[0]!.state).toBe('cancelled');
    talk.say('hoàn tác');
    expect(talk.reminders().own[0]!.state).toBe('active');
  });
});

describe('days that a plan leaves open', () => {
  const open = (): RemindTalk =>
    confirmedTalk('tuy-phuoc-2020-2025', 'dang-bo-huyen', '2025-11-21T01:00:00Z');

  it('[N65] the event’s day is asked, the last valid day shown, and kept only after a yes', () => {
    const talk = open();
    talk.say({ choice: `r:enter:${unitOf(talk)}:d2-21` });
    expect(kinds(talk)).toBe('duty-date');
    talk.say('10/12');
    expect(textOf(talk.last!.replies)).toMatch(/chậm nhất Chủ nhật, ngày 0?7\/12\/2025/);
    expect(talk.last!.changes).toEqual([]);
    talk.say('Lưu');
    expect(talk.units[0]!.entered).toMatchObject([{ duty: 'd2-21', date: '2025-12-10' }]);
    talk.say('hoàn tác');
    expect(talk.units[0]!.entered).toEqual([]);
  });

  it('[N65] a day that is over, outside the plan’s time, or no day is asked again', () => {
    const talk = open();
    talk.say({ choice: `r:enter:${unitOf(talk)}:d2-21` });
    for (const said of ['1/1/2020', '10/12/2035', 'hôm nào đó']) {
      talk.say(said);
      expect(kinds(talk)).toBe('duty-date');
    }
    expect(talk.units[0]!.entered).toEqual([]);
  });

  it('[N65] a member may not enter one, and an entered one can be taken back', () => {
    const talk = open();
    talk.join('chi', 'member');
    expect(textOf(talk.say({ choice: `r:enter:${unitOf(talk)}:d2-21` }, 'chi'))).toContain('phó bí thư');
    talk.lines({ choice: `r:enter:${unitOf(talk)}:d2-21` }, '10/12', 'lưu');
    talk.say({ choice: itemChoice('view', `duty:${unitOf(talk)}:d2-21`, '2025-12-07') });
    talk.say('Bỏ ngày đã nhập');
    expect(talk.units[0]!.entered).toEqual([]);
  });
});

describe('confirming the plan', () => {
  it('[N66] it is offered once, to the secretary, in the first list', () => {
    const talk = remindTalk();
    expect(textOf(talk.last!.replies)).toContain('Đảng ủy Khối đã kết thúc hoạt động');
    expect(talk.last!.changes).toContainEqual({ type: 'confirmation-offered', unit: unitOf(talk) });
    talk.say('/nhacviec');
    expect(textOf(talk.last!.replies)).not.toContain('Đảng ủy Khối đã kết thúc hoạt động');
    expect(labels(talk)).toContain('Xác nhận kế hoạch còn áp dụng');
  });

  it('[N66] it needs the number of a document, which is shown back before it is kept', () => {
    const talk = remindTalk();
    talk.say('Xác nhận kế hoạch còn áp dụng');
    expect(kinds(talk)).toBe('confirm-plan');
    talk.say('có văn bản rồi');
    expect(kinds(talk)).toBe('confirm-plan');
    talk.say('Công văn số 12-CV/ĐU ngày 05/01/2026');
    expect(kinds(talk)).toBe('confirm-plan-sure');
    expect(textOf(talk.last!.replies)).toContain('12-CV/ĐU');
    expect(talk.units[0]!.confirmation).toBeNull();
    talk.say('Đúng, ghi nhận');
    expect(talk.units[0]!.confirmation).toMatchObject({ document: 'Công văn số 12-CV/ĐU ngày 05/01/2026' });
    expect(textOf(talk.say('/nhacviec'))).not.toContain('chờ xác nhận');
  });

  it('[N66] another number typed where it is shown back takes its place', () => {
    const talk = remindTalk();
    talk.lines('xác nhận kế hoạch', 'số 5', 'Công văn 05-CV/ĐU ngày 1/1/2026', 'có');
    expect(talk.units[0]!.confirmation).toMatchObject({ document: 'Công văn 05-CV/ĐU ngày 1/1/2026' });
  });

  it('[N66] it can be taken back; deputy and member are told who may', () => {
    const talk = confirmedTalk();
    talk.join('binh', 'deputy');
    expect(textOf(talk.say({ choice: `r:unconfirm:${unitOf(talk)}` }, 'binh'))).toContain(
      'bí thư của đơn vị',
    );
    expect(textOf(talk.say('xác nhận kế hoạch', 'binh'))).toContain('bí thư của đơn vị');
    expect(textOf(talk.say('rút lại xác nhận', 'binh'))).toContain('bí thư của đơn vị');
    talk.say('rút lại xác nhận');
    expect(talk.units[0]!.confirmation).toBeNull();
    talk.say('hoàn tác');
    talk.lines('cài đặt nhắc việc');
    talk.say(offered(talk, /Bỏ xác nhận kế hoạch/));
    expect(talk.units[0]!.confirmation).toBeNull();
    talk.say('hoàn tác');
    expect(talk.units[0]!.confirmation).toMatchObject({ document: 'Công văn số 12-CV/ĐU ngày 05/01/2026' });
  });
});

describe('settings', () => {
  it('[N67] the unit’s lead times are typed, each from 0 to 60, at most ten', () => {
    const talk = confirmedTalk();
    talk.say('nhắc trước 20, 10, 1 ngày');
    expect(talk.units[0]!.leads).toEqual([20, 10, 1]);
    talk.say('hoàn tác');
    expect(talk.units[0]!.leads).toEqual([30, 15, 7, 3, 1, 0]);
    talk.lines('cài đặt nhắc việc', 'Đổi số ngày nhắc trước');
    expect(kinds(talk)).toBe('leads');
    for (const bad of ['61', '1,2,3,4,5,6,7,8,9,10,11', '-1', '2,5']) {
      talk.say(bad);
      if (bad !== '2,5') expect(talk.units[0]!.leads).toEqual([30, 15, 7, 3, 1, 0]);
    }
    expect(talk.units[0]!.leads).toEqual([5, 2]);
  });

  it('[N68] daily hour and quiet hours', () => {
    const talk = new RemindTalk();
    talk.say('nhắc lúc 8 giờ sáng');
    expect(talk.reminders().preferences.hour).toBe('08:00');
    talk.say('giờ nhắc 6h30');
    expect(kinds(talk)).toBe('daily-hour');
    talk.say('/huy');
    talk.say('đừng nhắc từ 10 giờ tối đến 6h');
    expect(talk.reminders().preferences.quiet).toEqual({ from: '22:00', to: '06:00' });
    talk.say('tắt giờ yên lặng');
    expect(talk.reminders().preferences.quiet).toBeNull();
    talk.say('hoàn tác');
    expect(talk.reminders().preferences.quiet).toEqual({ from: '22:00', to: '06:00' });
    talk.lines('cài đặt nhắc việc', 'Đổi giờ nhắc hằng ngày', 'lúc nào cũng được', '7 rưỡi sáng');
    expect(talk.reminders().preferences.hour).toBe('07:30');
    talk.lines('cài đặt nhắc việc', 'Đổi giờ nhắc hằng ngày', '9');
    expect(talk.reminders().preferences.hour).toBe('09:00');
    talk.lines('cài đặt nhắc việc', 'Đổi giờ yên lặng', 'từ 21h đến 6h');
    expect(talk.reminders().preferences.quiet).toEqual({ from: '21:00', to: '06:00' });
  });

  it('[N69] all reminding is paused to a day or for good, and taken up again from now', () => {
    const talk = new RemindTalk();
    talk.say('tạm dừng nhắc đến 15/12');
    expect(talk.reminders().preferences.pausedUntil).toBe('2026-12-14T17:00:00Z');
    expect(textOf(talk.last!.replies)).toContain('15/12/2026');
    talk.say('nhắc lại từ hôm nay');
    expect(talk.reminders().preferences).toMatchObject({ pausedUntil: null, since: talk.now });
    talk.lines('tạm dừng nhắc việc', 'Cho đến khi tôi bật lại');
    expect(talk.reminders().preferences.pausedUntil).toBe('9999-12-31T00:00:00Z');
    talk.say('hoàn tác');
    expect(talk.reminders().preferences.pausedUntil).toBeNull();
  });

  it('[N69] “đến hết” takes the day in', () => {
    const talk = new RemindTalk();
    talk.say('tạm dừng nhắc đến hết ngày 15/12');
    expect(talk.reminders().preferences.pausedUntil).toBe('2026-12-15T17:00:00Z');
  });

  it('[N70] the calendar: a file, and a private address that is shown once and can be closed', () => {
    const talk = confirmedTalk();
    talk.say('lấy tệp lịch');
    expect(talk.last!.wants).toMatchObject({ kind: 'calendar', reply: 0 });
    expect((talk.last!.wants as { items: unknown[] }).items.length).toBeGreaterThan(0);
    talk.lines('cài đặt nhắc việc', 'Mở địa chỉ lịch riêng');
    expect(textOf(talk.last!.replies)).toContain('https://tro-ly.example/lich/');
    expect(talk.reminders().feed).toBe(true);
    expect(JSON.stringify(talk.last!.changes)).not.toContain('token-of');
    expect(JSON.stringify(talk.states.get('an'))).not.toContain('token-of');
    talk.lines('cài đặt nhắc việc', 'Đóng địa chỉ lịch riêng');
    expect(talk.reminders().feed).toBe(false);
  });
});

describe('among other things', () => {
  const assessing = (): RemindTalk => {
    const talk = confirmedTalk('tkv-1288-kh-du', 'chi-bo-truc-thuoc');
    talk.lines('/danhgia', { choice: `year:${unitOf(talk)}` }, '2026');
    return talk;
  };

  it('[N71] in the middle of a self-assessment the list answers, its numbers are its own, and one comes back', () => {
    const talk = assessing();
    talk.say('/nhacviec');
    expect(kinds(talk)).toBe('reminders');
    talk.say('1');
    expect(kinds(talk)).toBe('item');
    talk.say('Trở lại phần tự rà soát');
    expect(kinds(talk)).toBe('requirement');
    talk.lines('/nhacviec', 'đạt');
    expect(talk.last!.changes).toMatchObject([{ type: 'answered' }]);
  });

  it('[N71] an action in its middle is said, and its prompt follows', () => {
    const talk = assessing();
    talk.lines('đạt', 'đạt', 'đạt');
    expect(talk.states.get('an')!.assess.values).toBe(true);
    talk.say({ choice: itemChoice('done', `duty:${unitOf(talk)}:d3-7`, '2026-11-30') });
    expect(textOf(talk.last!.replies)).toContain('hoàn tác');
    expect(kinds(talk)).toBe('requirement');
    talk.say('3/2');
    expect(talk.last!.changes).toMatchObject([
      { type: 'answered', event: { value: { done: 3, target: 2 } } },
    ]);
  });

  it('[N71] an old button in its middle leaves its numbers values', () => {
    const talk = assessing();
    talk.lines('đạt', 'đạt', 'đạt', '/nhacviec');
    expect(kinds(talk)).toBe('reminders');
    talk.say({ choice: 'met', prompt: 'requirement:cb-1.1.1' });
    expect(kinds(talk)).toBe('requirement');
    talk.say('3/2');
    expect(talk.last!.changes).toMatchObject([{ type: 'answered' }]);
  });

  it('[N71] once something was answered, an earlier action about reminders is no longer undone', () => {
    const talk = assessing();
    talk.say('nhắc lúc 8 giờ sáng');
    talk.say('đạt');
    talk.say('hoàn tác');
    expect(talk.last!.changes).toEqual([]);
    expect(talk.reminders().preferences.hour).toBe('08:00');
  });

  it('[N71] a note about being reminded is a note', () => {
    const talk = assessing();
    talk.lines('đạt', 'ghi chú: cấp trên nhắc mình hằng tháng');
    expect(talk.last!.changes).toMatchObject([{ type: 'answered', event: { note: expect.any(String) } }]);
  });

  it('[N71] a reminder of one’s own is made in its middle, and the prompt follows when it is kept', () => {
    const talk = assessing();
    talk.say('nhắc tôi 15/12 lúc 8h họp');
    expect(kinds(talk)).toBe('preview');
    talk.say('1');
    expect(talk.last!.changes).toMatchObject([{ type: 'reminder-made' }]);
    expect(kinds(talk)).toBe('requirement');
  });

  it('[N72] a question while something is asked is answered, then it is asked again', () => {
    const talk = new RemindTalk();
    talk.say('nhắc tôi 15/12 lúc 8h họp');
    const replies = talk.say('theo TKV, ai công nhận chi bộ bốn tốt?');
    expect(replies.length).toBeGreaterThan(1);
    expect(kinds(talk)).toBe('preview');
    talk.say('lưu');
    expect(talk.reminders().own).toHaveLength(1);
  });

  it('[N72] /huy leaves what is asked, in the middle of a self-assessment too', () => {
    const talk = assessing();
    talk.lines('nhắc tôi 15/12 lúc 8h họp', '/huy');
    expect(kinds(talk)).toBe('requirement');
    expect(talk.states.get('an')!.assess.asking).not.toBeNull();
  });

  it('[N72] the button of an earlier preview keeps nothing', () => {
    const talk = new RemindTalk();
    talk.say('nhắc tôi 15/12 lúc 8h họp');
    const old = promptOf(talk.last!.replies)!;
    talk.lines('/huy', 'nhắc tôi 16/12 lúc 8h đi học');
    expect(textOf(talk.say({ choice: 'save', prompt: old }))).toContain('đã cũ');
    expect(talk.reminders().own).toEqual([]);
    expect(kinds(talk)).toBe('preview');
  });

  it.each([
    'cho tôi ',
    'việc này ',
    'da vang ',
    'nhắc tôi ',
    'dạ đã làm việc này ',
    'thứ hai ',
    '3/12 ',
    'tối mai ',
    'nhac viec toi ',
  ])('[N74] “%s” said hundreds of times is answered at once', words => {
    const talk = confirmedTalk();
    talk.remind([report(talk)]);
    const began = performance.now();
    expect(talk.say(words.repeat(3900 / words.length)).length).toBeGreaterThan(0);
    expect(performance.now() - began).toBeLessThan(2000);
  });

  it('[N73] help and the command list mention it', () => {
    expect(textOf(new RemindTalk().say('/trogiup'))).toContain('/nhacviec');
  });
});
