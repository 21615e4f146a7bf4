import { describe, expect, it } from 'vitest';
import type { Nearness } from '../models/ports.ts';
import { CD, knowledge, QB, TKV } from '../testing/five-plans.ts';
import { fuse } from './fuse.ts';
import { relativeNearness } from './nearness.ts';
import { passagesOf } from './passages.ts';

const QUESTIONS = [
  'hạn nộp báo cáo là khi nào?',
  'ai công nhận chi bộ bốn tốt?',
  'họp chi bộ mấy tháng một lần',
  'con mèo nhà tôi bị ốm',
  'zzzz qqqq',
];
const asker = { plan: TKV, subject: null };
const read = (question: string) => knowledge.read(question)[0]!;

/** Nearness that knows one passage and nothing else. */
function pointing(plan: string, passage: number, weight: number): Nearness {
  return { weight, of: (p, at) => (p === plan ? (at === passage ? 0.9 : 0.1) : null) };
}

describe('scores in words and nearness in meaning', () => {
  it('[M1] without nearness, and with a weight of 0, everything is as words alone have it', () => {
    const nothing = pointing(TKV, 3, 0);
    for (const question of QUESTIONS) {
      const words = knowledge.answer(read(question), asker);
      expect(knowledge.answer(read(question), asker, null)).toEqual(words);
      expect(knowledge.answer(read(question), asker, nothing)).toEqual(words);
      const hits = knowledge.search(question, null, 20);
      expect(knowledge.search(question, null, 20, null)).toEqual(hits);
      expect(knowledge.search(question, null, 20, nothing)).toEqual(hits);
    }
  });

  it('[M1] answers of plans with topics go by words alone where nearness has no weight among topics', () => {
    const near = { ...pointing(TKV, 3, 0.8), amongTopics: 0 };
    for (const question of QUESTIONS)
      expect(knowledge.answer(read(question), asker, near)).toEqual(knowledge.answer(read(question), asker));
  });

  it('[M1] nearness that knows nothing changes no order', () => {
    const nothing: Nearness = { weight: 0.8, of: () => null };
    for (const question of QUESTIONS) {
      const ids = (n?: Nearness) => knowledge.search(question, QB, 20, n).map(hit => hit.clause);
      expect(ids(nothing)).toEqual(ids());
    }
  });

  it('[M2] what the words did not find comes in by nearness alone, and first where the weight is great', () => {
    const passage = passagesOf(knowledge.plan(TKV)!).findIndex(({ clause }) => clause.id === 'II.1.1 gđd 3');
    expect(passage).toBeGreaterThan(0);
    const near = pointing(TKV, passage, 0.7);
    expect(knowledge.search('zzzz qqqq', TKV, 5)).toEqual([]);
    expect(knowledge.search('zzzz qqqq', TKV, 5, near).map(hit => hit.clause)).toContain('II.1.1 gđd 3');
    const hits = knowledge.passages(read('hạn nộp báo cáo'), TKV, 3, near);
    expect(hits[0]!.passage).toBe(passage);
  });

  it('[M3] nearness alone never makes an answer: what no plan speaks of stays out of scope, whatever is near', () => {
    for (const question of ['con mèo nhà tôi bị ốm', 'giá vàng hôm nay bao nhiêu', 'zzzz qqqq hhhh']) {
      const words = knowledge.answer(read(question), { plan: CD, subject: null });
      expect(words.outcome).toBe('out_of_scope');
      for (const [passage] of passagesOf(knowledge.plan(CD)!).entries()) {
        const near = pointing(CD, passage, 0.8);
        expect(knowledge.answer(read(question), { plan: CD, subject: null }, near).outcome).toBe(
          'out_of_scope',
        );
      }
    }
  });

  it('[M3] whatever is near, what is answered stays answered, and what is not stated is not', () => {
    const questions = [
      'hạn nộp báo cáo là khi nào?',
      'ai công nhận chi bộ bốn tốt?',
      'mức tiền thưởng cho chi bộ bốn tốt là bao nhiêu?',
      'so sánh hạn báo cáo với Quảng Bình',
    ];
    const outcomes = (question: string, near: Nearness | null) => {
      const { outcome, findings } = knowledge.answer(read(question), { plan: CD, subject: null }, near);
      return [outcome, ...findings.map(finding => [finding.plan, finding.outcome])];
    };
    for (const question of questions) {
      const words = outcomes(question, null);
      for (const [passage] of passagesOf(knowledge.plan(CD)!).entries())
        expect(outcomes(question, pointing(CD, passage, 0.8))).toEqual(words);
    }
  });

  it('[M3] whatever is near, a quotation is the plan’s own words at exact offsets', () => {
    const { text } = knowledge.plan(QB)!;
    for (const [passage] of passagesOf(knowledge.plan(QB)!).entries()) {
      const answer = knowledge.answer(
        read('ai công nhận chi bộ bốn tốt?'),
        { plan: QB, subject: null },
        pointing(QB, passage, 0.8),
      );
      for (const { start, end, quote } of answer.findings.flatMap(finding => finding.citations))
        expect(text.slice(start, end)).toBe(quote);
    }
  });

  it('[M4] the fused score is (1 − w)·lexical + w·similarity, and its best is worth what the best in words was', () => {
    expect(fuse([0.6, 0.3, 0], [0, 0.5, 1], 0.5)).toEqual([
      expect.closeTo(0.6),
      expect.closeTo(0.6),
      expect.closeTo(0.6),
    ]);
    const [a, b, c] = fuse([0.6, 0.3, 0], [0, 1, 0.5], 0.5) as [number, number, number];
    expect(b).toBeCloseTo(0.6);
    expect(a / b).toBeCloseTo(0.5 / 0.75);
    expect(c / b).toBeCloseTo(0.25 / 0.75);
    expect(fuse([0.6, 0.3], [0, 1], 0)).toEqual([expect.closeTo(0.6), expect.closeTo(0.3)]);
    expect(fuse([], [], 0.5)).toEqual([]);
  });

  it('[M4] similarities count as shares of one question: models that call everything near are treated alike', () => {
    const low = relativeNearness({ weight: 1, of: at => [0.1, 0.2, 0.3, null][at] ?? null }, 4);
    const high = relativeNearness({ weight: 1, of: at => [0.8, 0.85, 0.9, null][at] ?? null }, 4);
    expect([...low]).toEqual([0, expect.closeTo(0.5), 1, 0]);
    expect([...high]).toEqual([0, expect.closeTo(0.5), 1, 0]);
    expect([...relativeNearness({ weight: 1, of: () => 0.7 }, 3)]).toEqual([0, 0, 0]);
    expect([...relativeNearness({ weight: 1, of: at => (at === 0 ? Number.NaN : 0.5 * at) }, 3)]).toEqual([
      0, 0, 1,
    ]);
  });
});
