import { describe, expect, it } from 'vitest';
import { textOf } from '../assess/testing/talk.ts';
import { confirmedTalk, RemindTalk } from './testing/remind-talk.ts';
import { kinds } from './testing/shown-in-talk.ts';

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
