import { describe, expect, it } from 'vitest';
import { CD, knowledge, QB, TKV } from '../testing/five-plans.ts';
import { passagesOf } from './passages.ts';

const QUERIES = [
  'hạn nộp báo cáo',
  'ai công nhận chi bộ bốn tốt',
  'tieu chi doan ket ky luat tot',
  '90% đảng viên',
  'tổ đảng 50 đảng viên',
];

describe('search', () => {
  it.each(QUERIES)('[Q1] “%s”: each clause once, the nearest first', query => {
    const hits = knowledge.search(query, null, 1000);
    const ids = hits.map(h => `${h.plan} ${h.clause}`);
    expect(hits.length).toBeGreaterThan(5);
    expect(new Set(ids).size).toBe(ids.length);
    const scores = hits.map(h => h.score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(scores.every(score => Number.isFinite(score) && score > 0)).toBe(true);
  });

  it.each(QUERIES)('[Q2] “%s”: a quote is the clause’s own words, at exact offsets', query => {
    for (const { plan, clause, quote, start, end } of knowledge.search(query, null, 50)) {
      const source = knowledge.plan(plan)!;
      expect(source.text.slice(start, end)).toBe(quote);
      expect(source.clauses.find(c => c.id === clause)).toMatchObject({ start, end });
    }
  });

  it('[Q3] k is the most that comes, and fewer of it are the first of more', () => {
    const ten = knowledge.search('báo cáo', null, 10);
    expect(ten).toHaveLength(10);
    expect(knowledge.search('báo cáo', null, 3)).toEqual(ten.slice(0, 3));
  });

  it('[Q4] one plan alone is searched where one is named', () => {
    for (const plan of [QB, TKV, CD]) {
      const hits = knowledge.search('báo cáo kết quả', plan, 20);
      expect(hits.length).toBeGreaterThan(0);
      expect(hits.every(h => h.plan === plan)).toBe(true);
    }
  });

  it.each([
    ['hạn nộp báo cáo bốn tốt', CD, 'IV đ1'],
    ['han nop bao cao bon tot', CD, 'IV đ1'],
    ['bc kết quả hằng năm trước ngày nào', QB, 'III.1'],
    ['ai công nhận chi bộ trực thuộc đảng bộ bộ phận', TKV, 'II.5 gđd 3'],
    ['ai cong nhan chi bo truc thuoc dang bo bo phan', TKV, 'II.5 gđd 3'],
  ])('[Q5] “%s” finds its clause among the first three of %s', (query, plan, clause) => {
    expect(knowledge.search(query, plan, 3).map(h => h.clause)).toContain(clause);
  });

  it('[Q6] what stands nowhere finds nothing', () => {
    expect(knowledge.search('zzzz qqqq', null, 10)).toEqual([]);
    expect(knowledge.search('', null, 10)).toEqual([]);
  });
});

describe('passages', () => {
  it('[Q10] every passage says something: none is the bare number or letter that a clause begins with', () => {
    const bare = knowledge.plans.flatMap(plan =>
      passagesOf(plan)
        .map(({ start, end }) => plan.text.slice(start, end))
        .filter(words => /^(\d{1,2}(\.\d{1,2})*|[IVX]+|\p{L})[.)]$/u.test(words)),
    );
    expect(bare).toEqual([]);
  });

  it('[Q11] passages stand inside their clause, in order, without overlap', () => {
    for (const plan of knowledge.plans) {
      let end = 0;
      for (const passage of passagesOf(plan)) {
        expect(passage.start).toBeGreaterThanOrEqual(end);
        expect(passage.start >= passage.clause.start && passage.end <= passage.clause.end).toBe(true);
        end = passage.end;
      }
    }
  });
});
