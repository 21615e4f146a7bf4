import { describe, expect, it } from 'vitest';
import { textOf } from '../assess/testing/talk.ts';
import { confirmedTalk, remindTalk } from './testing/remind-talk.ts';
import { kinds, labels, offered, unitOf } from './testing/shown-in-talk.ts';

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
