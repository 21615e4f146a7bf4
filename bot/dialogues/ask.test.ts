import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadPlans, openKnowledge } from '../../knowledge/index.ts';
import { conversationWords } from '../words/conversation-words.ts';
import { ask } from './ask.ts';
import type { ConversationState } from './state.ts';
import { NEW_CONVERSATION } from './state.ts';

const { plans } = loadPlans(join(import.meta.dirname, '../../knowledge/plans'), null);
const deps = { knowledge: openKnowledge(plans), today: '2026-11-21' };
const CD = 'can-duoc-10-hd-btchu';
const atCD: ConversationState = { ...NEW_CONVERSATION, plan: CD };
const QUESTION = 'hạn nộp báo cáo bốn tốt là khi nào?';

describe('asking in a conversation', () => {
  it('[C30] without a plan the question waits, and every plan is offered', () => {
    const { state, replies } = ask(NEW_CONVERSATION, QUESTION, deps);
    expect(state.waiting).toBe(QUESTION);
    expect(state.offered.map(choice => choice.id)).toEqual(plans.map(plan => `plan:${plan.id}`));
    expect(replies).toEqual([expect.objectContaining({ prompt: { kind: 'plan' }, choices: state.offered })]);
  });

  it('[C31] an answer clears what waited and what was offered, and is remembered for what follows', () => {
    const { state, replies } = ask(
      { ...atCD, waiting: 'x', offered: [{ id: 'a', label: 'b' }] },
      QUESTION,
      deps,
    );
    expect(state).toMatchObject({ waiting: null, offered: [], lastQuestion: QUESTION, plan: CD });
    expect(replies[0]!.text).toContain('30/11');
    expect(replies[0]!.blocks!.some(block => block.kind === 'quote')).toBe(true);
  });

  it('[C32] a follow-up is remembered in full, so that the next goes on from it', () => {
    const first = ask(atCD, 'ai công nhận chi bộ ấp bốn tốt?', deps);
    const second = ask(first.state, 'còn đảng bộ xã thì sao?', deps);
    expect(second.state.lastQuestion).toBe('ai công nhận đảng bộ xã bốn tốt?');
    expect(second.replies[0]!.text).toContain('Ban thường vụ Huyện ủy');
    const third = ask(second.state, 'y toi la chi bo khu pho', deps);
    expect(third.replies[0]!.text).toContain('Thẩm quyền: đảng ủy cơ sở.');
  });

  it('[C33] what is out of the field is said once and does not become the question to go on from', () => {
    const first = ask(atCD, QUESTION, deps);
    const { state, replies } = ask(first.state, 'hôm nay thời tiết ở quê mình thế nào?', deps);
    expect(replies).toHaveLength(1);
    expect(state.lastQuestion).toBe(QUESTION);
  });

  it('[C34] the person’s kind of unit counts', () => {
    const told = (subject: string) =>
      ask({ ...atCD, subject }, 'ai công nhận chi bộ bốn tốt?', deps).replies[0]!.text;
    expect(told('chi-bo-ap')).toContain('Thẩm quyền: đảng ủy cơ sở.');
    expect(told('chi-bo-co-so-khoi-co-quan')).toContain('Thẩm quyền: Ban thường vụ Huyện ủy.');
  });

  it('[C35] is pure: the state given is not touched, and the same message has the same reply', () => {
    const state = Object.freeze({ ...atCD, offered: [] });
    expect(ask(state, QUESTION, deps)).toEqual(ask(state, QUESTION, deps));
  });

  it('[C36] a message that asks nothing is told so and changes nothing', () => {
    const after = { ...atCD, lastQuestion: 'ai công nhận chi bộ ấp?' };
    for (const said of ['ạ', 'có', 'Đúng ạ.', 'khong', 'chưa']) {
      const { state, replies } = ask(after, said, deps);
      expect(state, said).toBe(after);
      expect(replies, said).toEqual([{ text: conversationWords.nothingAsked }]);
    }
  });
});
