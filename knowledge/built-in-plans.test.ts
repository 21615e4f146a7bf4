import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { loadPlans } from './load-plans.ts';
import { corrected } from './parse/corrections.ts';
import { documentLines } from './parse/document-lines.ts';
import { expectWhole, wordsAt } from './testing/whole-reading.ts';

const directory = join(import.meta.dirname, 'plans');
const { plans, problems } = loadPlans(directory, null);
const addresses = parse(readFileSync(join(import.meta.dirname, 'testing/addresses.yaml'), 'utf8')) as Record<
  string,
  [id: string, words: string][]
>;
const planOf = (id: string) => plans.find(plan => plan.id === id)!;

describe('the five built-in plans', () => {
  it('[P12] load without a problem', () => {
    expect(problems).toEqual([]);
    expect(plans.map(({ id }) => id)).toEqual(Object.keys(addresses).sort());
  });

  it.each(plans)('[P1] $id: offsets are exact, clauses nested, every word in exactly one', plan => {
    expectWhole(plan);
  });

  it.each(Object.entries(addresses))(
    '[P3] %s: each address of the reference holds the words it quotes',
    (id, rows) => {
      const plan = planOf(id);
      const missing = rows.filter(([address, words]) => !wordsAt(plan, address, true).includes(words));
      expect(missing).toEqual([]);
    },
  );

  it.each(plans)('[P10] $id: no character is lost or invented beyond the corrections', ({ id, text }) => {
    const raw = readFileSync(join(directory, id, 'document.txt'), 'utf8');
    const corrections = parse(readFileSync(join(directory, id, 'corrections.yaml'), 'utf8'));
    const { lines } = corrected(documentLines(raw), corrections);
    expect(letters(text)).toBe(letters(lines.join('')));
  });

  it.each(plans)(
    '[P4] $id: no paragraph of the body begins in the middle of a sentence',
    ({ text, clauses }) => {
      const bodies = clauses.filter(({ kind }) => ['paragraph', 'bullet', 'preamble'].includes(kind));
      expect(bodies.filter(({ start }) => /^\p{Ll}/u.test(text.slice(start)))).toEqual([]);
    },
  );

  it('[P2] a clause is addressed as a person cites it', () => {
    const cited = (plan: string, id: string) =>
      planOf(plan).clauses.find(clause => clause.id === id)?.address;
    expect(cited('tkv-1288-kh-du', 'II.1.2 gđd 3')).toBe('mục II, khoản 1.2, gạch đầu dòng 3');
    expect(cited('tkv-1288-kh-du', 'II.2.4 đ cuối')).toBe('mục II, khoản 2.4, đoạn cuối');
    expect(cited('tkv-1288-kh-du', 'chú thích 2')).toBe('chú thích 2');
    expect(cited('bao-lam-ba-tot', 'III.2.a')).toBe('mục III, khoản 2, điểm a');
    expect(cited('tuy-phuoc-2020-2025', 'III.1 gđd 1 đ2')).toBe('mục III, khoản 1, gạch đầu dòng 1, đoạn 2');
    expect(cited('can-duoc-10-hd-btchu', 'III.2 Lưu ý đ2')).toBe('mục III, khoản 2, phần Lưu ý, đoạn 2');
    expect(cited('can-duoc-10-hd-btchu', 'Mẫu 1 II.4')).toBe('Mẫu 1, mục II, khoản 4');
    expect(cited('can-duoc-10-hd-btchu', 'Mẫu 2')).toBe('Mẫu 2');
    expect(cited('can-duoc-10-hd-btchu', 'IV đ1')).toBe('mục IV, đoạn 1');
  });

  it('[P2] what only names and what says something itself are told apart', () => {
    const kind = (plan: string, id: string) => planOf(plan).clauses.find(clause => clause.id === id)?.kind;
    expect(kind('bao-lam-ba-tot', 'VI.1')).toBe('item');
    expect(kind('bao-lam-ba-tot', 'II.2')).toBe('item');
    expect(kind('bao-lam-ba-tot', 'IV.2')).toBe('heading');
    expect(kind('quang-binh-69-kh-duk', 'III.1')).toBe('item');
    expect(kind('can-duoc-10-hd-btchu', 'III.2 Lưu ý')).toBe('heading');
  });

  it('[P5] the incoming stamp and the handwritten mark stand apart, after the plan’s own words', () => {
    const { text, clauses } = planOf('quang-binh-69-kh-duk');
    expect(clauses.at(-1)).toMatchObject({ kind: 'stamp', line: 31 });
    expect(text.indexOf('4257')).toBeGreaterThan(text.indexOf('- Lưu VP Đảng ủy Khối.'));
    const tkv = planOf('tkv-1288-kh-du');
    expect(wordsAt(tkv, 'dấu')).toBe('Th');
    expect(wordsAt(tkv, 'Nơi nhận').startsWith('Nơi nhận:\n\n- Các đ/c')).toBe(true);
  });

  it('[P6] a footnote that stood in the middle of a paragraph follows it and keeps its headings', () => {
    const { text, clauses } = planOf('tuy-phuoc-2020-2025');
    const note = clauses.find(({ id }) => id === 'chú thích 3');
    const before = clauses.filter(({ end }) => end <= (note?.start ?? 0)).at(-1);
    expect(before?.id).toBe('III.4 gđd 1 đ2');
    expect(text.slice(before?.start, before?.end)).toContain('để tác động trực tiếp');
    const second = planOf('tkv-1288-kh-du').clauses.find(({ id }) => id === 'chú thích 2');
    expect(second?.headings).toEqual(['II. NỘI DUNG', '1. Tiêu chí mô hình “chi bộ bốn tốt”²']);
  });

  it('[P7] the templates hold their own units and signature', () => {
    const { clauses } = planOf('can-duoc-10-hd-btchu');
    expect(clauses.filter(({ kind }) => kind === 'template').map(({ id }) => id)).toEqual(['Mẫu 1', 'Mẫu 2']);
    expect(clauses.filter(({ parent }) => parent === 'Mẫu 1 II.4').map(({ id }) => id)).toEqual([
      'Mẫu 1 II.4 gđd 1',
      'Mẫu 1 II.4 gđd 2',
    ]);
    expect(wordsAt(planOf('can-duoc-10-hd-btchu'), 'Mẫu 2 ký')).toBe('T/M ĐẢNG ỦY\n\nBÍ THƯ');
  });

  it('[P9] what is wrong in substance stays verbatim and carries a note', () => {
    for (const plan of plans) for (const { quote } of plan.notes) expect(plan.text).toContain(quote);
    expect(planOf('quang-binh-69-kh-duk').notes[0]?.note).toContain('16/6/2022');
    expect(planOf('quang-binh-69-kh-duk').text).toContain('16/6/2021');
  });
});

function letters(text: string): string {
  return [...text.replace(/[\s*]/g, '')].sort().join('');
}
