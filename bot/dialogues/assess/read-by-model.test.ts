import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer, Requirement } from '../../../evaluators/index.ts';
import { requirementsOf } from '../../../evaluators/index.ts';
import type { Proposed, SentenceReader } from '../../../knowledge/index.ts';
import { readWithModel } from '../../read-with-model.ts';
import type { ConversationState } from '../state.ts';
import { assess } from './assess.ts';
import { proposedAnswer, unreadOf } from './proposed-answer.ts';
import type { AssessDeps } from './scene.ts';
import { knowledge, openTalk, promptOf, rulebooks, type Talk, textOf } from './testing/talk.ts';

const requirement = (id: string): Requirement =>
  requirementsOf(rulebooks.get(id.startsWith('bt') ? 'bao-lam-ba-tot' : 'tkv-1288-kh-du')!).get(id)!;
const numbers = (values: Record<string, number>): Proposed => ({ proposed: { numbers: values } });
const choice = (id: string): Proposed => ({ proposed: { choice: id } });

/** The dialogue by itself, standing at one requirement. */
function at(talk: Talk, id: string) {
  const state: ConversationState = talk.states.get('an')!;
  const deps: AssessDeps = {
    knowledge,
    shelf: talk.shelf,
    world: talk.world('an'),
    person: 'an',
    today: '2026-11-21',
    now: talk.now,
    fresh: { ids: ['u9', 'a9'], code: '12345678' },
  };
  const asking = { kind: 'requirement', id, from: 'walk' } as const;
  return {
    deps,
    standing: { ...state, assess: { ...state.assess, asking, values: true } } as ConversationState,
    say: (from: ConversationState, text: string, read?: Proposed) =>
      assess(from, { choice: null, text }, { ...deps, proposed: read ? { requirement: id, read } : null }),
  };
}

const SHARE = 'cb-1.1.3b';
const SENTENCE = 'bên em hai mươi mốt đồng chí tốt còn lại là hai trong số hai mươi ba';

describe('a sentence that the walk cannot read', () => {
  it('[M70] is handed out with what was asked, and asked again meanwhile', () => {
    const { standing, say } = at(openTalk(), SHARE);
    const turn = say(standing, SENTENCE);
    expect(turn.unread).toMatchObject({ requirement: SHARE, sentence: SENTENCE, choices: [] });
    expect(turn.unread!.numbers.map(({ key }) => key)).toEqual(['part', 'whole']);
    expect(turn.unread!.question).toBe(requirement(SHARE).question);
    expect(promptOf(turn.replies)).toBe(`requirement:${SHARE}`);
    expect(turn.changes).toEqual([]);
  });

  it('[M70] that the walk reads by itself is handed to nobody', () => {
    const { standing, say } = at(openTalk(), SHARE);
    for (const text of [
      '23 đảng viên, 21 đồng chí hoàn thành tốt trở lên',
      '21/23',
      'hạn nộp báo cáo là khi nào?',
    ])
      expect(say(standing, text).unread, text).toBeUndefined();
  });

  it('[M71] and was read by a model is asked back and kept only after a yes', () => {
    const talk = openTalk();
    const { standing, say, deps } = at(talk, SHARE);
    const proposed = say(standing, SENTENCE, numbers({ part: 21, whole: 23 }));
    expect(textOf(proposed.replies)).toContain('Tôi hiểu là 21/23 (');
    expect(textOf(proposed.replies)).toContain('Đúng không?');
    expect(proposed.changes).toEqual([]);
    const yes = assess(proposed.state, { choice: 'yes', text: '' }, deps);
    expect(yes.changes).toMatchObject([
      { type: 'answered', event: { requirement: SHARE, value: { part: 21, whole: 23 }, source: 'prompt' } },
    ]);
    expect(promptOf(yes.replies)).not.toBe(`requirement:${SHARE}`);
  });

  it('[M71] a no keeps nothing and asks again; an answer said instead is taken', () => {
    const { standing, say } = at(openTalk(), SHARE);
    const proposed = say(standing, SENTENCE, numbers({ part: 21, whole: 23 }));
    const no = say(proposed.state, 'không');
    expect(no.changes).toEqual([]);
    expect(promptOf(no.replies)).toBe(`requirement:${SHARE}`);
    expect(say(proposed.state, '20/23').changes).toMatchObject([
      { event: { requirement: SHARE, value: { part: 20, whole: 23 } } },
    ]);
  });

  it('[M71] a proposal for another requirement than the one asked changes nothing', () => {
    const { standing, say, deps } = at(openTalk(), SHARE);
    const other = { requirement: 'cb-1.2.1', read: numbers({ part: 21, whole: 23 }) };
    const turn = assess(standing, { choice: null, text: SENTENCE }, { ...deps, proposed: other });
    expect(turn.replies).toEqual(say(standing, SENTENCE).replies);
  });
});

describe('the two goes at a sentence', () => {
  it('[M71] what could not be read is given to the reader once, and its proposal to the second go', async () => {
    const { standing, say, deps } = at(openTalk(), SHARE);
    const asked: unknown[] = [];
    const reader: SentenceReader = {
      read: async sentence => {
        asked.push(sentence);
        return numbers({ part: 21, whole: 23 });
      },
    };
    const first = say(standing, SENTENCE);
    const proposed = await readWithModel(first, reader, 'an');
    const second = assess(standing, { choice: null, text: SENTENCE }, { ...deps, proposed });
    expect(textOf(second.replies)).toContain('Tôi hiểu là 21/23');
    expect(second.unread).toBeUndefined();
    expect(asked).toMatchObject([{ sentence: SENTENCE, person: 'an' }]);
    expect(await readWithModel(second, reader, 'an')).toBeNull();
    expect(await readWithModel(first, null, 'an')).toBeNull();
    expect(asked).toHaveLength(1);
  });

  it('[M71] who may only read is asked nothing back', () => {
    const { standing, deps } = at(openTalk(), SHARE);
    const memberships = deps.world.memberships.map(one => ({ ...one, role: 'member' as const }));
    const turn = assess(
      standing,
      { choice: null, text: SENTENCE },
      {
        ...deps,
        world: { ...deps.world, memberships },
        proposed: { requirement: SHARE, read: numbers({ part: 21, whole: 23 }) },
      },
    );
    expect(textOf(turn.replies)).not.toContain('Tôi hiểu là');
    expect(turn.unread).toBeUndefined();
  });
});

describe('what a model read', () => {
  it('[M72] is no answer by its type, and the evaluator’s reader refuses it', () => {
    const read = numbers({ part: 21, whole: 23 });
    // @ts-expect-error what was proposed is no answer
    const answer: Answer = read;
    expect(
      proposedAnswer(requirement(SHARE), '21/23', { requirement: SHARE, read: answer as never }),
    ).toEqual({
      part: 21,
      whole: 23,
    });
  });

  it.each([
    [SHARE, 'có 23 đồng chí mà hai mươi mốt đồng chí tốt', numbers({ part: 21, whole: 23 }), true],
    [SHARE, 'cả 23 đồng chí đều tốt', numbers({ part: 23, whole: 23 }), true],
    ['cb-1.2.1', 'mười hai tháng đều họp, một tháng chưa tốt', numbers({ done: 12, target: 12 }), false],
    ['cb-1.3.3', 'không có ai vi phạm đâu', numbers({ count: 0 }), true],
    // Said nowhere, counted, said once and used twice, above the whole, of another kind.
    [SHARE, 'phần lớn trong 23 đồng chí', numbers({ part: 21, whole: 23 }), false],
    [SHARE, '23 đồng chí, trừ hai đồng chí', numbers({ part: 21, whole: 23 }), false],
    [SHARE, 'có 23 đồng chí', numbers({ part: 23, whole: 23 }), false],
    [SHARE, '21 đồng chí, 23 đồng chí', numbers({ part: 23, whole: 21 }), false],
    [SHARE, '21 trong 23', numbers({ done: 21, target: 23 }), false],
    [SHARE, '21 trong 23', choice('met'), false],
    [SHARE, 'khoảng 90%', numbers({ part: 90, whole: 100 }), false],
    ['cb-1.3.3', 'có một hai trường hợp gì đó', numbers({ count: 0 }), false],
    ['cb-1.1.1', 'chi bộ đã làm đầy đủ cả rồi', choice('met'), true],
    ['cb-1.1.1', 'cũng còn thiếu một ít', choice('unmet'), true],
    ['cb-1.1.1', 'chưa đều lắm', choice('met'), false],
    ['cb-1.1.1', 'đã làm đầy đủ cả rồi', choice('unmet'), false],
    ['cb-1.1.1', 'để em hỏi lại', choice('met'), false],
    ['cb-1.1.1', 'đạt', choice('hoan-thanh-tot-nhiem-vu'), false],
    ['bt-v2-to-chuc-dang', 'được huyện xếp loại tốt', choice('hoan-thanh-tot-nhiem-vu'), true],
    ['bt-v2-to-chuc-dang', 'huyện xếp loại bình thường', choice('hoan-thanh-xuat-sac-nhiem-vu'), false],
  ])('[M72] %s “%s” → %j: may be proposed: %s', (id, sentence, read, fits) => {
    expect(proposedAnswer(requirement(id), sentence, { requirement: id, read }) !== null).toBe(fits);
  });

  it('[M72] whatever is proposed to whatever sentence, no number comes through that was not said', () => {
    const ids = [SHARE, 'cb-1.2.1', 'cb-1.3.3'];
    const piece = fc.oneof(
      fc.constantFrom('đồng chí', 'trong số', 'tốt', 'chưa', 'không', 'cả', 'đều', 'năm 2024', '90%', ', '),
      fc.nat(30).map(String),
    );
    const keys = fc.constantFrom('part', 'whole', 'done', 'target', 'count', 'proposed');
    fc.assert(
      fc.property(
        fc.constantFrom(...ids),
        fc.array(piece, { maxLength: 8 }),
        fc.dictionary(keys, fc.oneof(fc.nat(30), fc.constantFrom(-1, 1.5, Number.NaN, 2 ** 60)), {
          maxKeys: 3,
        }),
        (id, pieces, values) => {
          const sentence = pieces.join(' ');
          const answer = proposedAnswer(requirement(id), sentence, {
            requirement: id,
            read: numbers(values),
          });
          if (answer === null) return;
          const said = pieces.filter(one => /^\d+$/.test(one)).map(Number);
          for (const number of Object.values(answer as Record<string, number>))
            expect(said.includes(number) || (number === 0 && /chưa|không/.test(sentence))).toBe(true);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('[M72] each kind says what may be read in it, and bare signs nothing', () => {
    expect(unreadOf(requirement('cb-1.1.1'), 'tạm ổn')!.choices.map(({ id }) => id)).toEqual([
      'met',
      'unmet',
    ]);
    expect(unreadOf(requirement('cb-1.2.1'), 'đủ cả')!.numbers.map(({ key }) => key)).toEqual([
      'done',
      'target',
    ]);
    expect(unreadOf(requirement(SHARE), '???')).toBeNull();
  });
});
