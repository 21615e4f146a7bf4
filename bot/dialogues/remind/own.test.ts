import { describe, expect, it } from 'vitest';
import { promptOf, textOf } from '../assess/testing/talk.ts';
import { RemindTalk } from './testing/remind-talk.ts';
import { kinds } from './testing/shown-in-talk.ts';

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
