import { describe, expect, it } from 'vitest';
import { itemChoice } from '../../reminders/item-choice.ts';
import { textOf } from '../assess/testing/talk.ts';
import { confirmedTalk, type RemindTalk } from './testing/remind-talk.ts';
import { kinds, unitOf } from './testing/shown-in-talk.ts';

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
