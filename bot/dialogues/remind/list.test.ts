import { describe, expect, it } from 'vitest';
import { promptOf, textOf } from '../assess/testing/talk.ts';
import { confirmedTalk, RemindTalk, remindTalk } from './testing/remind-talk.ts';
import { kinds, offered, unitOf } from './testing/shown-in-talk.ts';

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
