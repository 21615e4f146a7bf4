import { describe, expect, it } from 'vitest';
import { itemChoice } from '../../reminders/item-choice.ts';
import { textOf } from '../assess/testing/talk.ts';
import { confirmedTalk, RemindTalk, remindTalk } from './testing/remind-talk.ts';
import { kinds, report, unitOf } from './testing/shown-in-talk.ts';

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
