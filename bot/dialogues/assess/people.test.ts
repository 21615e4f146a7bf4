import { describe, expect, it } from 'vitest';
import { NO_REMINDERS } from '../../store/reminder-records.ts';
import { joinWords } from '../../words/join-words.ts';
import type { Talk } from './testing/talk.ts';
import { openTalk, promptOf, textOf } from './testing/talk.ts';

const codeIn = (talk: Talk): string => /THAMGIA \d{4}-\d{4}/.exec(textOf(talk.last!.replies))![0];

function withDeputy(): Talk {
  const talk = openTalk();
  talk.say('mời phó bí thư');
  talk.say(codeIn(talk), 'binh');
  return talk;
}

describe('inviting and joining', () => {
  it('[S11] the secretary invites by a one-time code; the deputy answers and submits', () => {
    const talk = withDeputy();
    expect(talk.members.map(({ person, role }) => [person, role])).toEqual([
      ['an', 'secretary'],
      ['binh', 'deputy'],
    ]);
    expect(promptOf(talk.say('/danhgia', 'binh'))).toBe('requirement:cb-1.1.1');
    talk.say('đạt', 'binh');
    talk.say('xem lại', 'binh');
    talk.say({ choice: 'submit' }, 'binh');
    expect(talk.assessments[0]!.submitted).toMatchObject({ person: 'binh' });
  });

  it('[S11] a wrong, a used and a run-out code get the same sentence, which says nothing of any unit', () => {
    const talk = openTalk();
    talk.say('mời thành viên');
    const code = codeIn(talk);
    expect(textOf(talk.say('THAMGIA 0000-0000', 'x'))).toBe(joinWords.refused);
    talk.say(code, 'binh');
    expect(textOf(talk.say(code, 'y'))).toBe(joinWords.refused);
    talk.say('mời thành viên');
    const late = codeIn(talk);
    talk.now = '2026-11-22T01:00:00Z';
    expect(textOf(talk.say(late, 'z'))).toBe(joinWords.refused);
    expect(talk.members).toHaveLength(2);
    expect(talk.world('z')).toEqual({ memberships: [], assessments: [], reminders: NO_REMINDERS });
  });

  it('[S11] after five wrong codes even a right one is refused, for an hour', () => {
    const talk = openTalk();
    talk.say('mời phó bí thư');
    const code = codeIn(talk);
    for (let at = 0; at < 5; at += 1) talk.say(`THAMGIA 0000-000${at}`, 'x');
    expect(textOf(talk.say(code, 'x'))).toBe(joinWords.tooMany);
    talk.now = '2026-11-21T02:01:00Z';
    talk.say(code, 'x');
    expect(talk.members).toHaveLength(2);
  });

  it('[S11] codes are not kept: not in the log, not in the records', () => {
    const talk = openTalk();
    talk.say('mời phó bí thư');
    const digits = codeIn(talk).replace(/\D/g, '');
    talk.say(`${digits.slice(0, 4)}-${digits.slice(4)}`, 'binh');
    expect(JSON.stringify([talk.log, talk.invitations, [...talk.states]])).not.toMatch(new RegExp(digits));
    expect(talk.members).toHaveLength(2);
  });

  it('[S11] a member reads and cannot answer; nobody but the secretary invites', () => {
    const talk = openTalk();
    talk.say('mời thành viên');
    talk.say(codeIn(talk), 'chi');
    expect(promptOf(talk.say('/danhgia', 'chi'))).toBe('review');
    expect(textOf(talk.say('sửa 1', 'chi'))).toContain('thành viên nên xem được');
    expect(textOf(talk.say({ choice: 'submit' }, 'chi'))).toContain('đã cũ');
    expect(textOf(talk.say('nộp', 'chi'))).toContain('thành viên nên xem được');
    expect(textOf(talk.say('à quên, có 2 đồng chí bị khiển trách', 'chi'))).toContain(
      'thành viên nên xem được',
    );
    expect(textOf(talk.say('mời phó bí thư', 'chi'))).toContain('Chỉ bí thư');
    expect(talk.assessments[0]!.events).toEqual([]);
    expect(talk.assessments[0]!.submitted).toBeNull();
  });

  it('[S11] a stranger who asks to assess is told nothing of other people’s units', () => {
    const talk = openTalk();
    const said = textOf(talk.say('/danhgia', 'x'));
    expect(said).not.toContain('Phân xưởng');
    expect(promptOf(talk.last!.replies)).toBe('plan');
  });
});

describe('two people at one assessment', () => {
  it('[S11] what the other has answered meanwhile is said by role, and not asked again', () => {
    const talk = withDeputy();
    talk.say('/danhgia', 'binh');
    talk.say('đạt', 'binh');
    talk.say('chưa đạt', 'binh');
    talk.say('/huy');
    const resumed = talk.say('/danhgia');
    expect(textOf(resumed)).toContain('Phó bí thư đã trả lời');
    expect(textOf(resumed)).toContain('Câu 2');
    expect(promptOf(resumed)).toBe('requirement:cb-1.1.3');
    expect(textOf(talk.say('đạt'))).not.toContain('Phó bí thư đã');
  });

  it('[S11] two different answers to one requirement: both are kept, and it is asked which stands', () => {
    const talk = withDeputy();
    talk.say('/danhgia', 'binh');
    talk.say('chưa đạt', 'binh');
    const asked = talk.say('đạt');
    expect(promptOf(asked)).toBe('which:cb-1.1.1');
    expect(textOf(asked)).toContain('phó bí thư đã trả lời câu này: chưa đáp ứng');
    talk.say({ choice: 'first' });
    const values = talk.assessments[0]!.events.map(({ person, value }) => [person, value]);
    expect(values).toEqual([
      ['binh', 'unmet'],
      ['an', 'met'],
      ['an', 'unmet'],
    ]);
  });

  it('[S11] the same answer by both is one answer', () => {
    const talk = withDeputy();
    talk.say('/danhgia', 'binh');
    talk.say('đạt', 'binh');
    expect(promptOf(talk.say('đạt'))).toBe('requirement:cb-1.1.2');
    expect(talk.assessments[0]!.events).toHaveLength(1);
  });
});
