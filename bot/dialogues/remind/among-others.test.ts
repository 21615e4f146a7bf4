import { describe, expect, it } from 'vitest';
import { itemChoice } from '../../reminders/item-choice.ts';
import { promptOf, textOf } from '../assess/testing/talk.ts';
import { confirmedTalk, RemindTalk } from './testing/remind-talk.ts';
import { kinds, report, unitOf } from './testing/shown-in-talk.ts';

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
