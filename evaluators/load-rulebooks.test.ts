import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { builtInRulebooks, loadRulebooks, readRulebook } from './load-rulebooks.ts';
import { showProblem } from './problem.ts';

const read = (name: string): string => readFileSync(join(builtInRulebooks, name), 'utf8');
const text = read('tkv-1288-kh-du.yaml');
const duties = read('tkv-1288-kh-du.duties.yaml');

/** The rulebook of TKV with one passage replaced. */
function broken(from: string | RegExp, to: string) {
  const changed = text.replace(from, to);
  expect(changed).not.toBe(text);
  const line = changed.slice(0, changed.indexOf(to)).split('\n').length;
  return { line, ...readRulebook({ id: 'tkv-1288-kh-du', file: 'tkv.yaml', text: changed, duties: null }) };
}

describe('[E15] a rulebook with a mistake is refused with file, line, what is wrong and what would be right', () => {
  test.each([
    [
      'a misspelt key',
      "test: '>= 90%'\n        labels: { part: đảng viên",
      "tset: '>= 90%'\n        labels: { part: đảng viên",
      'tset',
      null,
    ],
    [
      'a test that cannot be read',
      "test: '>= 90%'",
      "test: '>= 90 phần trăm'",
      'không đọc được phép so sánh',
      0,
    ],
    ['a test that everything passes', "test: '>= 90%'", "test: '>= 0%'", 'không đọc được phép so sánh', 0],
    ['a test that nothing passes', "test: '>= 90%'", "test: '> 100%'", 'không đọc được phép so sánh', 0],
    ['an unknown kind', 'kind: count', 'kind: cout', 'kind', null],
    ['an unknown subject', 'for: [chi-bo-co-so]', 'for: [chi-bo-ap]', 'không có đối tượng “chi-bo-ap”', 0],
    ['an unknown reading', 'reading: A3-1\n', 'reading: A9-9\n', 'không có cách hiểu “A9-9”', 0],
    ['an id given twice', 'id: cb-1.1.2\n', 'id: cb-1.1.1\n', '“cb-1.1.1” có hai lần', null],
    ['a number where text belongs', "id: '1.1'", 'id: 1.1', 'giá trị sai loại', 0],
    ['a day that does not exist', 'from: 2024-02-05', 'from: 2024-02-30', 'không phải ngày có thật', 0],
    ['a period without a day', 'to: null }', 'to: 2023-01-01 }', 'không ngày nào', null],
    [
      'an example of an unknown requirement',
      'answers: { cb-1.2.4: unmet }',
      'answers: { cb-1.2.9: unmet }',
      'cb-1.2.9',
      null,
    ],
    ['a caveat on an unknown requirement', 'requirement: cb-1.2.1,', 'requirement: cb-1.2.8,', 'cb-1.2.8', 0],
    ['broken YAML', 'subjects:\n', 'subjects: [\n', 'YAML sai', null],
    ['a key given twice', 'type: Kế hoạch\n', 'type: Kế hoạch\ntype: Hướng dẫn\n', 'YAML sai', null],
  ])('%s', (_, from, to, said, offset) => {
    const { rulebook, problems, line } = broken(from, to);
    expect(rulebook).toBeNull();
    expect(problems.length).toBeGreaterThan(0);
    const shown = problems.map(showProblem).join('\n');
    expect(shown).toContain(said);
    expect(shown).toMatch(/^tkv\.yaml:\d+: .*cần /);
    if (offset !== null) expect(problems.map(problem => problem.line)).toContain(line + offset);
  });

  test('an “all” over nothing', () => {
    const { problems } = broken(/for: \[dang-bo-co-so\]/g, 'for: [chi-bo-co-so]');
    expect(problems.map(showProblem).join('\n')).toContain(
      'kết luận cho “dang-bo-co-so” không dựa trên yêu cầu nào',
    );
  });

  test('a name that is not the file’s', () => {
    const { problems } = readRulebook({ id: 'tkv', file: 'tkv.yaml', text, duties: null });
    expect(problems).toMatchObject([
      { line: expect.any(Number), wrong: expect.stringContaining('khác tên tệp') },
    ]);
  });

  test.each([
    ['an unknown subject', /for: \[[^\]]*\]/, 'for: [chi-bo-ap]'],
    ['no time', /when: \{ kind: monthly \}/, 'when: { kind: yearly }'],
    ['two times', /when: \{ kind: monthly \}/, "when: { kind: yearly, by: '12-01', before: '12-02' }"],
    ['a day that some years lack', /when: \{ kind: monthly \}/, "when: { kind: yearly, by: '02-29' }"],
    ['an unknown recurrence', /kind: monthly/, 'kind: daily'],
  ])('a duty with %s', (_, from, to) => {
    const changed = duties.replace(from, to);
    expect(changed).not.toBe(duties);
    const { rulebook, problems } = readRulebook({
      id: 'tkv-1288-kh-du',
      file: 'tkv.yaml',
      text,
      duties: { file: 'tkv.duties.yaml', text: changed },
    });
    expect(rulebook).toBeNull();
    expect(problems[0]!.file).toBe('tkv.duties.yaml');
    expect(
      Math.abs(problems[0]!.line - changed.slice(0, changed.indexOf(to)).split('\n').length),
    ).toBeLessThan(2);
  });
});

test('[E15] the hash is the sha256 of the rulebook’s bytes', () => {
  const hash = createHash('sha256')
    .update(readFileSync(join(builtInRulebooks, 'tkv-1288-kh-du.yaml')))
    .digest('hex');
  expect(loadRulebooks().rulebooks.get('tkv-1288-kh-du')!.hash).toBe(`sha256:${hash}`);
});
