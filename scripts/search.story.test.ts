import { describe, expect, it } from 'vitest';
import { expectForPeople, readLines, runCommand } from './testing/run-command.ts';

const CD = 'can-duoc-10-hd-btchu';
const search = (lines: readonly unknown[]) =>
  runCommand('search.ts', ['--jsonl'], lines.map(value => `${JSON.stringify(value)}\n`).join(''));

describe('the command “search --jsonl”', () => {
  it('[Q7] gives the nearest clauses of all plans or one, best first, each once, exact, in order of the lines', async () => {
    const { code, out, err } = await search([
      { id: 'a', query: 'hạn nộp báo cáo bốn tốt', plan: CD, k: 5 },
      { id: 'b', query: 'ai công nhận', plan: null, k: 1 },
      { id: 'c', query: 'ai công nhận' },
      { id: 'd', query: 'zzzz' },
    ]);
    expect([code, err]).toEqual([0, '']);
    const found = readLines(out);
    expect(found.map(f => [f.id, f.hits.length])).toEqual([
      ['a', 5],
      ['b', 1],
      ['c', 10],
      ['d', 0],
    ]);
    expect(Object.keys(found[0]!)).toEqual(['id', 'hits']);
    expect(Object.keys(found[0]!.hits[0]!)).toEqual(['plan', 'clause', 'quote', 'start', 'end', 'score']);
    expect(found[0]!.hits[0]!.clause).toBe('IV đ1');
    const text = (await runCommand('plans.ts', ['--text', CD])).out;
    for (const { quote, start, end } of found[0]!.hits) expect(text.slice(start, end)).toBe(quote);
    const ids = found[2]!.hits.map(h => `${h.plan} ${h.clause}`);
    expect(new Set(ids).size).toBe(10);
  });

  it('[Q8] a refused line is answered in its place with its line and field, exit code 2', async () => {
    const { code, out, err } = await search([
      { id: 'a', query: '' },
      { id: 'b', query: 'báo cáo', plan: 'khong-co' },
      { id: 'c', query: 'báo cáo', k: 0 },
      { id: 'd', query: 'báo cáo', k: 2.5 },
      { id: 'e', query: 'báo cáo', k: '3' },
      { query: 'báo cáo' },
      { id: 'g', query: 'x'.repeat(100_000) },
      { id: 'h', query: 'báo cáo', k: 2 },
    ]);
    expect(code).toBe(2);
    const found = readLines(out);
    expect(found.map(f => [f.line, f.field])).toEqual([
      [1, 'query'],
      [2, 'plan'],
      [3, 'k'],
      [4, 'k'],
      [5, 'k'],
      [6, 'id'],
      [7, 'query'],
      [undefined, undefined],
    ]);
    expect(found[7]!.hits).toHaveLength(2);
    expect(err.trimEnd().split('\n')).toHaveLength(7);
    expectForPeople(err);
  });

  it.each([[[]], [['báo cáo']], [['--json']]])(
    '[Q9] refuses %j in Vietnamese with exit code 2',
    async args => {
      const { code, out, err } = await runCommand('search.ts', args);
      expect([code, out]).toEqual([2, '']);
      expect(err).toContain('Cách dùng');
      expectForPeople(err);
    },
  );
});
