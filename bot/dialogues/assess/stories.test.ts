import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../evaluators/index.ts';
import { openTalk, promptOf, rulebooks, Talk, textOf } from './testing/talk.ts';

const tkv = rulebooks.get('tkv-1288-kh-du')!;
const rest = ['đạt', 'đạt', '0', '0', '0', 'đạt', 'đạt', 'đạt', 'đạt', 'đạt'];
const passing = ['đạt', 'đạt', 'đạt', '3/2', '9/10', '12/12', '4/4', 'đạt', 'đạt', ...rest];

/** What stands as the answer to a requirement. */
const stands = (talk: Talk, id: string): unknown =>
  talk.assessments.at(-1)!.events.findLast(({ requirement }) => requirement === id)?.value;

describe('opening', () => {
  it('[S1] “đánh giá chi bộ” asks plan, kind of unit, name and year, then the first requirement', () => {
    const talk = new Talk();
    const asked = [
      'đánh giá chi bộ',
      'TKV',
      'Chi bộ trực thuộc đảng ủy cơ sở',
      'Chi bộ Phân xưởng 1',
      '2024',
    ].map(line => promptOf(talk.say(line)));
    expect(asked).toEqual(['plan', 'subject', 'unit', 'year', 'requirement:cb-1.1.1']);
    expect(talk.members[0]!.role).toBe('secretary');
  });

  it('[S1] choices may be typed by number, label, or label without diacritics', () => {
    const talk = new Talk();
    talk.lines('/danhgia', '4', 'chi bo co so', 'Chi bộ 1');
    expect(promptOf(talk.say('1'))).toBe('requirement:cb-1.1.1');
    expect(talk.assessments[0]).toMatchObject({
      plan: 'tkv-1288-kh-du',
      subject: 'chi-bo-co-so',
      year: 2026,
    });
  });

  it('[S1] a year that cannot be is asked again, and the unit need not be named at once', () => {
    const talk = new Talk();
    talk.lines(
      '/danhgia',
      { choice: 'tuy-phuoc-2020-2025' },
      { choice: 'dang-bo-huyen' },
      { choice: 'skip' },
    );
    expect(promptOf(talk.say('3000'))).toBe('year');
    expect(promptOf(talk.say('năm 2024'))).toBe('requirement:t2-1');
    expect(talk.members[0]!.unit.name).toBe('Đảng bộ huyện');
    talk.say('tên đơn vị: Đảng bộ huyện T.');
    expect(talk.members[0]!.unit.name).toBe('Đảng bộ huyện T.');
  });

  it.each([
    ['năm nay', 2026],
    ['nam ngoai', 2025],
    ['của năm 2025 nhé', 2025],
  ])('[S1] “%s” is the year %i', (said, year) => {
    const talk = new Talk();
    talk.lines(
      '/danhgia',
      { choice: 'tuy-phuoc-2020-2025' },
      { choice: 'dang-bo-huyen' },
      { choice: 'skip' },
    );
    expect(promptOf(talk.say(said))).toBe('requirement:t2-1');
    expect(talk.assessments[0]!.year).toBe(year);
  });

  it('[S15] a question in the middle of opening is answered, and the opening goes on', () => {
    const talk = new Talk();
    talk.lines('/danhgia', { choice: 'tkv-1288-kh-du' });
    const replies = talk.say('chi bộ cơ sở là gì?');
    expect(promptOf(replies)).toBe('subject');
    expect(replies.length).toBeGreaterThan(1);
  });
});

describe('in opening', () => {
  it('[S1] one may go back, ask, and join by a code instead of naming a unit', () => {
    const talk = new Talk();
    talk.lines('/danhgia', { choice: 'tkv-1288-kh-du' }, { choice: 'chi-bo-co-so' });
    expect(promptOf(talk.say('chi bộ cơ sở là gì?'))).toBe('unit');
    expect(textOf(talk.say('THAMGIA 1234-5678'))).toContain('không dùng được');
    expect(promptOf(talk.say('quay lại'))).toBe('subject');
    talk.lines({ choice: 'chi-bo-truc-thuoc' }, 'Chi bộ 1', 'quay lại', 'Chi bộ 2', '2024');
    expect(talk.members.map(({ unit }) => unit.name)).toEqual(['Chi bộ 2']);
  });
});

describe('the walk', () => {
  it('[S2] each requirement says where one stands, and takes the contract’s choices', () => {
    const talk = openTalk();
    const [, prompt] = talk.say({ choice: 'met' });
    expect(prompt!.text).toMatch(/^\(2\/19\) Tiêu chí 1\.1\. Hoàn thành tốt nhiệm vụ chính trị/);
    const choices = prompt!.choices!.map(({ id }) => id);
    expect(choices.slice(0, 4)).toEqual(['met', 'unmet', 'unknown', 'na']);
    expect(choices).toEqual(expect.arrayContaining(['back', 'skip', 'clause']));
  });

  it('[S2] “căn cứ” quotes the clause exactly, with its address, and asks again', () => {
    const replies = openTalk().say('căn cứ');
    expect(replies[0]!.blocks).toContainEqual(
      expect.objectContaining({
        kind: 'quote',
        source: expect.objectContaining({
          plan: 'tkv-1288-kh-du',
          clause: 'II.1.1 gđd 1',
          address: 'mục II, khoản 1.1, gạch đầu dòng 1',
        }),
      }),
    );
    expect(promptOf(replies)).toBe('requirement:cb-1.1.1');
  });

  it('[S2] on a numeric requirement a bare number is a value, not the number of a choice', () => {
    const talk = openTalk('tkv-1288-kh-du', 'chi-bo-truc-thuoc');
    talk.lines(...passing.slice(0, 11));
    expect(promptOf(talk.say('2'))).toBe('requirement:cb-1.3.4-vi-pham');
    expect(stands(talk, 'cb-1.3.3')).toEqual({ count: 2 });
    expect(talk.last!.replies.at(-1)!.numbered).toBe(false);
  });

  it('[S2] back shows what was answered, skip puts off, and what was put off is asked from the review', () => {
    const talk = openTalk();
    talk.lines({ choice: 'met' }, { choice: 'skip' });
    const back = talk.lines('quay lại');
    expect(promptOf(back)).toBe('requirement:cb-1.1.2');
    expect(textOf(talk.lines('quay lại'))).toContain('Đang ghi: đã đáp ứng');
    talk.say({ choice: 'unmet' });
    expect(stands(talk, 'cb-1.1.1')).toBe('unmet');
    expect(promptOf(talk.lines(...passing.slice(2)))).toBe('review');
    expect(promptOf(talk.say({ choice: 'more' }))).toBe('requirement:cb-1.1.2');
  });

  it('[S3] “không áp dụng” asks why, and the reason is kept', () => {
    const talk = openTalk();
    expect(promptOf(talk.say({ choice: 'na' }))).toBe('reason:cb-1.1.1');
    expect(promptOf(talk.say('123'))).toBe('reason:cb-1.1.1');
    talk.say('chi bộ mới thành lập');
    expect(stands(talk, 'cb-1.1.1')).toEqual({ na: 'chi bộ mới thành lập' });
  });

  it('[S3] a note may come with the answer or after it', () => {
    const talk = openTalk();
    talk.say('đạt, ghi chú: biên bản số 12');
    expect(talk.assessments[0]!.events[0]).toMatchObject({ value: 'met', note: 'biên bản số 12' });
    talk.say('đạt');
    expect(promptOf(talk.say('ghi chú: báo cáo số 5'))).toBe('requirement:cb-1.1.3');
    expect(talk.assessments[0]!.events.at(-1)).toMatchObject({
      requirement: 'cb-1.1.2',
      value: 'met',
      note: 'báo cáo số 5',
    });
  });

  it('[S4] what cannot be understood is asked again with the form expected, and nothing is kept', () => {
    const talk = openTalk();
    talk.lines('đạt', 'đạt', 'đạt', '3/2');
    for (const [typed, said] of [
      ['11/10', 'lớn hơn tổng số'],
      ['90%', 'không phải phần trăm'],
      ['9,5/10', 'không phải số nguyên'],
      ['ờ', 'Gõ hai số'],
    ] as const) {
      const replies = talk.say(typed);
      expect(textOf(replies)).toContain(said);
      expect(promptOf(replies)).toBe('requirement:cb-1.1.3b');
    }
    expect(stands(talk, 'cb-1.1.3b')).toBeUndefined();
  });

  it('[S4] half of two numbers is remembered, two answers are asked about', () => {
    const talk = openTalk();
    talk.lines('đạt', 'đạt', 'đạt', '3/2');
    expect(textOf(talk.say('9'))).toContain('Đã đọc được số 9');
    talk.say('10');
    expect(stands(talk, 'cb-1.1.3b')).toEqual({ part: 9, whole: 10 });
    talk.lines('quay lại');
    expect(promptOf(talk.say('9/10 hoặc 8/10'))).toBe('which:cb-1.1.3b');
    talk.say('8/10');
    expect(stands(talk, 'cb-1.1.3b')).toEqual({ part: 8, whole: 10 });
  });

  it('[S6] as soon as nothing can change the verdict, that is said once, and the walk goes on', () => {
    const talk = openTalk();
    const replies = talk.say('chưa đạt');
    expect(textOf(replies)).toContain('Đến đây kết quả đã rõ: không đạt');
    expect(replies.at(-1)!.choices!.map(({ id }) => id)).toContain('review');
    expect(textOf(talk.say('chưa đạt'))).not.toContain('kết quả đã rõ');
  });
});

describe('digressions and corrections', () => {
  it('[S7] a question in the middle is answered as outside the walk, and the walk goes on where it was', () => {
    const question = 'hạn nộp báo cáo bốn tốt là khi nào?';
    const outside = new Talk();
    outside.lines('/kehoach', { choice: 'plan:tkv-1288-kh-du' });
    const alone = outside.say(question);
    const talk = openTalk();
    const inside = talk.say(question);
    expect(inside.slice(0, alone.length)).toEqual(alone);
    expect(promptOf(inside)).toBe('requirement:cb-1.1.1');
    expect(talk.assessments[0]!.events).toEqual([]);
  });

  it('[S7] an answer with a question is kept and answered', () => {
    const talk = openTalk();
    const replies = talk.say('đạt. Ai công nhận chi bộ bốn tốt?');
    expect(stands(talk, 'cb-1.1.1')).toBe('met');
    expect(textOf(replies)).toContain('đảng ủy cơ sở');
    expect(promptOf(replies)).toBe('requirement:cb-1.1.2');
  });

  it.each([
    'à quên, có 2 đồng chí bị khiển trách',
    'a quen co 2 dong chi bi khien trach',
    'có 2 đồng chí bị khiển trách',
  ])('[S8] “%s” shows which answer would change and what that does, and is kept only after a yes', typed => {
    const talk = openTalk();
    talk.lines(...passing.slice(0, 15));
    const before = talk.assessments[0]!.events.length;
    const shown = talk.say(typed);
    expect(promptOf(shown)).toBe('confirm:cb-1.3.4-ky-luat');
    expect(textOf(shown)).toContain('Đang ghi: 0');
    expect(textOf(shown)).toContain('chưa đủ dữ liệu → không đạt');
    expect(talk.assessments[0]!.events).toHaveLength(before);
    expect(promptOf(talk.say('có'))).toBe('requirement:cb-1.4.2');
    expect(talk.assessments[0]!.events.at(-1)).toMatchObject({
      requirement: 'cb-1.3.4-ky-luat',
      value: { count: 2 },
      source: 'words',
    });
  });

  it('[S8] a correction that is refused changes nothing; one that fits two requirements is asked about', () => {
    const talk = openTalk('tkv-1288-kh-du', 'dang-bo-co-so');
    expect(promptOf(talk.say('à quên, có 2 đồng chí bị khiển trách'))).toBe('candidates');
    expect(promptOf(talk.say('2'))).toBe('confirm:db-2.3.6-lanh-dao-ky-luat');
    expect(promptOf(talk.say('không'))).toBe('requirement:db-2.1.1');
    expect(talk.assessments[0]!.events).toEqual([]);
  });

  it('[S8] a correction that comes to mind after leaving is taken up as well', () => {
    const talk = openTalk();
    talk.lines(...passing, 'lưu lại');
    expect(promptOf(talk.say('à quên, có 2 đồng chí bị khiển trách'))).toBe('confirm:cb-1.3.4-ky-luat');
    talk.say('có');
    expect(stands(talk, 'cb-1.3.4-ky-luat')).toEqual({ count: 2 });
  });

  it('[S12] a person’s name is not needed, not kept, and that is said', () => {
    const talk = openTalk();
    talk.lines({ choice: 'na' });
    expect(textOf(talk.say('đồng chí Nguyễn Văn An mới chuyển về'))).toContain('Không cần ghi tên người');
    expect(JSON.stringify([talk.assessments, [...talk.states], talk.log])).not.toContain('Văn An');
  });

  it('[S12] a name told out of place is no question: it is said not to be needed', () => {
    const talk = openTalk();
    const told = textOf(talk.say('đồng chí Nguyễn Văn An bị khiển trách'));
    expect(told).toContain('Không cần ghi tên người');
    expect(told).not.toContain('Văn An');
  });
});

describe('review and verdict', () => {
  it('[S9] the review shows each criterion with its sign, and any answer may be edited by number or id', () => {
    const talk = openTalk();
    const review = talk.lines(...passing);
    expect(promptOf(review)).toBe('review');
    expect(textOf(review)).toContain('✓ Tiêu chí 1.1. Hoàn thành tốt nhiệm vụ chính trị');
    expect(promptOf(talk.say('sửa 5'))).toBe('requirement:cb-1.1.3b');
    expect(promptOf(talk.say('26/29'))).toBe('review');
    expect(textOf(talk.last!.replies)).toContain('✗ Tỷ lệ đảng viên');
    talk.say({ choice: 'edit' });
    expect(promptOf(talk.say('cb-1.1.3b'))).toBe('requirement:cb-1.1.3b');
    expect(promptOf(talk.say('27/29'))).toBe('review');
  });

  it('[S9] the reply to submit carries the very value of evaluate, the report, and all that belongs to a verdict', () => {
    const talk = openTalk();
    talk.lines(...passing);
    talk.lines('sửa 5', '26/29');
    const replies = talk.say({ choice: 'submit' });
    const answers = Object.fromEntries(
      talk.assessments[0]!.events.map(({ requirement, value }) => [requirement, value]),
    );
    const evaluation = evaluate(tkv, { subject: 'chi-bo-truc-thuoc', year: 2024, answers: answers as never });
    expect(replies.find(reply => reply.evaluation)!.evaluation).toEqual(evaluation);
    expect(talk.last!.wants).toMatchObject({ kind: 'self-review', status: 'submitted', reply: 0 });
    expect(talk.assessments[0]!.submitted!.evaluation).toEqual(evaluation);
    const said = textOf(replies);
    for (const part of [
      'Kết quả: không đạt',
      '26/29, cần từ 90% trở lên',
      'Cần thêm ít nhất 1 đảng viên',
      '27/29',
      'A3-1',
      'đảng ủy cơ sở',
      'không phải kết quả xét, công nhận',
      'trước hoặc trong tổng kết công tác năm',
    ])
      expect(said).toContain(part);
  });

  it.each([
    ['quang-binh-69-kh-duk', 'chi-bo', 'không quy định mức đạt'],
    ['tuy-phuoc-2020-2025', 'dang-bo-huyen', 'không'],
  ])('[S10] %s gives no verdict, and says so', (plan, subject, words) => {
    const talk = openTalk(plan, subject);
    const said = textOf(talk.lines('xem lại', { choice: 'submit' }));
    expect(talk.last!.replies[0]!.evaluation).toMatchObject({ outcome: 'no_verdict' });
    expect(said).toContain(words);
    expect(said).not.toContain('Kết quả: đạt');
  });

  it('[S10] Bảo Lâm is never “đạt”', () => {
    const talk = openTalk('bao-lam-ba-tot', 'tap-the-lanh-dao');
    let replies = talk.last!.replies;
    while (promptOf(replies) !== 'review') {
      const { kind } = rulebookRequirement(promptOf(replies)!.slice('requirement:'.length));
      replies = talk.say(kind === 'rank' ? 'HTTNV' : 'đạt');
    }
    const said = textOf(talk.say({ choice: 'submit' }));
    expect(talk.last!.replies[0]!.evaluation).toMatchObject({ outcome: 'met' });
    expect(said).toContain('đủ điều kiện đánh giá “có hiệu quả”');
    expect(said).not.toMatch(/Kết quả: (?:không )?đạt/);
  });

  it('[S9] the report may be had at any time, as a draft until it is submitted', () => {
    const talk = openTalk();
    talk.say('đạt');
    expect(promptOf(talk.say('xuất báo cáo'))).toBe('requirement:cb-1.1.2');
    expect(talk.last!.wants).toMatchObject({ kind: 'self-review', status: 'draft' });
    talk.lines('xem lại', { choice: 'submit' }, { choice: 'report' });
    expect(talk.last!.wants).toMatchObject({ kind: 'self-review', status: 'submitted' });
  });

  it('[S20] last year’s result stands beside this year’s', () => {
    const talk = openTalk('tkv-1288-kh-du', 'chi-bo-truc-thuoc', 2024);
    talk.lines(...passing, { choice: 'submit' }, 'năm khác');
    talk.say(
      talk.last!.replies.at(-1)!.choices!.find(({ id }) => id.startsWith('year:'))! && {
        choice: talk.last!.replies.at(-1)!.choices!.find(({ id }) => id.startsWith('year:'))!.id,
      },
    );
    talk.say('2025');
    talk.lines(...passing.slice(0, 4), '8/10', 'xem lại');
    const said = textOf(talk.say({ choice: 'submit' }));
    expect(said).toContain('So với năm 2024');
    expect(said).toContain('đạt → năm nay: không đạt');
  });
});

describe('leaving, resuming, beginning again', () => {
  it('[S5] one leaves and goes on exactly there, a week later', () => {
    const talk = openTalk();
    talk.lines('đạt', 'đạt');
    expect(textOf(talk.say('lưu lại, mai làm tiếp'))).toContain('Đã lưu (2/19 câu)');
    expect(textOf(talk.say('hạn nộp báo cáo là khi nào?'))).toContain('1288-KH/ĐU');
    talk.now = '2026-11-28T01:00:00Z';
    const resumed = talk.say('/danhgia');
    expect(textOf(resumed)).toContain('đã trả lời 2/19');
    expect(promptOf(resumed)).toBe('requirement:cb-1.1.3');
  });

  it('[S5] /huy leaves and keeps everything', () => {
    const talk = openTalk();
    talk.lines('đạt', { choice: 'na' });
    talk.say('/huy');
    expect(promptOf(talk.say('/danhgia'))).toBe('reason:cb-1.1.2');
    expect(stands(talk, 'cb-1.1.1')).toBe('met');
  });

  it('[S15] beginning again asks first, and keeps the old events', () => {
    const talk = openTalk();
    talk.lines('đạt', 'đạt');
    expect(promptOf(talk.say('làm lại từ đầu'))).toBe('over');
    expect(promptOf(talk.say('có'))).toBe('requirement:cb-1.1.1');
    expect(talk.assessments[0]!.events.map(({ value }) => value)).toEqual(['met', 'met', null, null]);
  });

  it('[S15] several years and units stand side by side, each where it was left', () => {
    const talk = openTalk();
    talk.lines('đạt', 'đơn vị khác', { choice: 'new-unit' });
    talk.lines(
      { choice: 'plan' },
      { choice: 'quang-binh-69-kh-duk' },
      { choice: 'chi-bo' },
      'Chi bộ Sở',
      '2024',
    );
    expect(promptOf(talk.say('đạt'))).toBe('requirement:qb-1.1b');
    talk.say('/huy');
    const list = talk.say('/danhgia');
    expect(promptOf(list)).toBe('assessment');
    const first = list.at(-1)!.choices!.find(({ label }) => label.includes('Phân xưởng 1, năm 2024'))!;
    expect(promptOf(talk.say({ choice: first.id }))).toBe('requirement:cb-1.1.2');
  });

  it('[S14] an old button is told by a plain sentence and changes nothing', () => {
    const talk = openTalk();
    talk.say({ choice: 'met' });
    const events = talk.assessments[0]!.events.length;
    const refused = talk.say({ choice: '2024' });
    expect(textOf(refused)).toContain('Nút này đã cũ');
    expect(promptOf(refused)).toBe('requirement:cb-1.1.2');
    expect(textOf(talk.say({ choice: 'unmet', prompt: 'requirement:cb-1.1.1' }))).toContain('Nút này đã cũ');
    expect(talk.assessments[0]!.events).toHaveLength(events);
    expect(promptOf(talk.say({ choice: 'unmet', prompt: 'requirement:cb-1.1.2' }))).toBe(
      'requirement:cb-1.1.3',
    );
  });

  it('[S14] a unit with a hostile name is opened under a harmless one, and that is said', () => {
    const talk = new Talk();
    talk.lines('/danhgia', { choice: 'tkv-1288-kh-du' }, { choice: 'chi-bo-co-so' });
    expect(textOf(talk.say(`=HYPERLINK("x") ${'Chi bộ '.repeat(1500)}`))).toContain('Tên đã được làm gọn');
    talk.say('2024');
    expect(talk.members[0]!.unit.name.length).toBeLessThanOrEqual(120);
    expect(talk.members[0]!.unit.name).toMatch(/^HYPERLINK/);
  });

  it('[S19] /tieuchi lists the criteria of the subject with their clauses', () => {
    const said = textOf(openTalk().say('/tieuchi'));
    for (const part of ['Tiêu chí 1.3. Đoàn kết, kỷ luật tốt (mục II, khoản 1.3)', 'Số đảng viên bị kỷ luật'])
      expect(said).toContain(part);
    const talk = new Talk();
    talk.lines('/tieuchi');
    expect(promptOf(talk.say({ choice: 'plan:can-duoc-10-hd-btchu' }))).toBe('criteria');
    expect(textOf(talk.say('chi bộ ấp, khu phố'))).toContain('Tiêu chí 1.4');
  });
});

function rulebookRequirement(id: string) {
  for (const rulebook of rulebooks.values())
    for (const criterion of rulebook.criteria)
      for (const requirement of criterion.requirements) if (requirement.id === id) return requirement;
  throw new Error(id);
}
