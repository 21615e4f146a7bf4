import { describe, expect, it } from 'vitest';
import { itemChoice } from '../../reminders/item-choice.ts';
import { promptOf, textOf } from '../assess/testing/talk.ts';
import { confirmedTalk } from './testing/remind-talk.ts';
import { labels, offered, report } from './testing/shown-in-talk.ts';

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
