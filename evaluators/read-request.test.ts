import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerLine, refuseLine } from './answer-line.ts';
import { evaluateCompiled } from './evaluate.ts';
import { LineWriter } from './line-writer.ts';
import { loadRulebooks } from './load-rulebooks.ts';
import { readLine } from './read-request.ts';
import { renderEvaluation } from './render-evaluation.ts';
import { allMet, requirementsFor } from './testing/answers-for.ts';
import { answersTo } from './testing/random-answers.ts';
import { allSubjects, rulebook } from './testing/tiny-rulebook.ts';

const { rulebooks } = loadRulebooks();
const line = (
  answers: string,
  head = '"id":"e1","plan":"tkv-1288-kh-du","subject":"chi-bo-truc-thuoc"',
): string => `{${head},"answers":${answers}}`;
const bao = '"id":"e1","plan":"bao-lam-ba-tot","subject":"dang-uy-xa"';
const tuy = '"id":"e1","plan":"tuy-phuoc-2020-2025","subject":"dang-bo-huyen"';

function refusal(text: string) {
  const read = readLine(rulebooks, text);
  return read.ok ? null : read.refusal;
}

describe('[E17] a bad answer is refused with its field and the remedy', () => {
  test.each([
    [
      'a part above its whole',
      line('{"cb-1.1.3b":{"part":11,"whole":10}}'),
      'cb-1.1.3b',
      'part 11 lớn hơn whole 10',
    ],
    ['a negative number', line('{"cb-1.3.3":{"count":-1}}'), 'cb-1.3.3', 'cần số nguyên từ 0'],
    ['a fractional number', line('{"cb-1.3.3":{"count":0.5}}'), 'cb-1.3.3', '0.5'],
    [
      'a number above 2^53−1',
      line('{"cb-1.1.3b":{"part":1,"whole":9007199254740993}}'),
      'cb-1.1.3b',
      '9007199254740993',
    ],
    ['a number that JSON.parse would round', line('{"cb-1.3.3":{"count":1e-400}}'), 'cb-1.3.3', '1e-400'],
    ['an endless number', line('{"cb-1.3.3":{"count":1e400}}'), 'cb-1.3.3', '1e400'],
    ['a number as text', line('{"cb-1.3.3":{"count":"0"}}'), 'cb-1.3.3', '"0"'],
    ['a null', line('{"cb-1.3.3":{"count":null}}'), 'cb-1.3.3', 'null'],
    ['a bare odd number', line('{"cb-1.3.3":1e400}'), 'cb-1.3.3', '{"count":0}'],
    ['an odd year', line('{"t2-5":{"years":[1e400]}}', tuy), 't2-5', 'mỗi năm'],
    ['a bare number', line('{"cb-1.3.3":0}'), 'cb-1.3.3', '{"count":0}'],
    ['a boolean', line('{"cb-1.1.1":true}'), 'cb-1.1.1', '"met"'],
    ['a list', line('{"cb-1.1.3b":[9,10]}'), 'cb-1.1.3b', '{"part":9,"whole":10}'],
    ['the wrong kind', line('{"cb-1.1.1":{"count":0}}'), 'cb-1.1.1', 'không đúng loại'],
    ['a statement’s word for a share', line('{"cb-1.1.3b":"met"}'), 'cb-1.1.3b', '“met”'],
    ['a missing number', line('{"cb-1.1.3b":{"part":9}}'), 'cb-1.1.3b', 'thiếu “whole”'],
    ['a key too many', line('{"cb-1.3.3":{"count":0,"note":"x"}}'), 'cb-1.3.3', 'khóa lạ “note”'],
    [
      'an inherited name',
      line('{"cb-1.1.3b":{"part":9,"whole":10,"__proto__":{}}}'),
      'cb-1.1.3b',
      '__proto__',
    ],
    ['an override without basis', line('{"cb-1.1.1":{"override":"met"}}'), 'cb-1.1.1', 'basis'],
    [
      'an override with an empty basis',
      line('{"cb-1.1.1":{"override":"met","basis":" "}}'),
      'cb-1.1.1',
      'basis',
    ],
    [
      'an override to unknown',
      line('{"cb-1.1.1":{"override":"unknown","basis":"NQ"}}'),
      'cb-1.1.1',
      '"unmet"',
    ],
    ['a basis without override', line('{"cb-1.1.1":{"basis":"NQ"}}'), 'cb-1.1.1', 'override'],
    ['an na without reason', line('{"cb-1.1.1":{"na":""}}'), 'cb-1.1.1', 'lý do'],
    ['an na beside another key', line('{"cb-1.1.3b":{"na":"x","part":1}}'), 'cb-1.1.3b', 'không đi cùng'],
    ['an unknown id', line('{"cb-9.9":"met"}'), 'cb-9.9', 'không có yêu cầu'],
    ['an id of another plan', line('{"cd-1.3d":{"count":0}}'), 'cd-1.3d', 'không có yêu cầu'],
    ['a split id, with its parts', line('{"cb-1.3.4":{"count":0}}'), 'cb-1.3.4', 'cb-1.3.4-vi-pham'],
    ['an id in capitals', line('{"CB-1.1.1":"met"}'), 'CB-1.1.1', 'không có yêu cầu'],
    ['__proto__ as an id', line('{"__proto__":"met"}'), '__proto__', 'không có yêu cầu'],
    ['constructor as an id', line('{"constructor":"met"}'), 'constructor', 'không có yêu cầu'],
    ['an id twice', line('{"cb-1.3.3":{"count":1},"cb-1.3.3":{"count":0}}'), 'cb-1.3.3', 'hai lần'],
    ['a number twice', line('{"cb-1.3.3":{"count":1,"count":0}}'), 'cb-1.3.3', 'hai lần'],
    [
      'an unknown rank',
      line('{"bt-v2-to-chuc-dang":"tot"}', bao),
      'bt-v2-to-chuc-dang',
      'hoan-thanh-tot-nhiem-vu',
    ],
    [
      'figures where only words are taken',
      line('{"bt-v1-rung":{"now":1,"before":2}}', bao),
      'bt-v1-rung',
      'không nhận số liệu',
    ],
    ['no year', line('{"t2-5":{"years":[]}}', tuy), 't2-5', 'từ 1 đến 10 năm'],
    [
      'eleven years',
      line(`{"t2-5":{"years":[${Array(11).fill('{"part":1,"whole":2}').join()}]}}`, tuy),
      't2-5',
      '11 năm',
    ],
    ['a bad year', line('{"t2-5":{"years":[{"part":3,"whole":2}]}}', tuy), 't2-5', 'lớn hơn'],
    ['a bad answer for another subject', line('{"cb-1.2.4":"maybe"}'), 'cb-1.2.4', '"met"'],
  ])('%s', (_, text, id, remedy) => {
    const found = refusal(text);
    expect(found).toMatchObject({ id: 'e1', field: `answers.${id}` });
    expect(found!.error).toContain(remedy);
  });
});

describe('[E17] a bad line is refused with its field and the remedy', () => {
  test.each([
    ['a missing id', '{"plan":"tkv-1288-kh-du","subject":"chi-bo-co-so","answers":{}}', null, 'id'],
    ['an empty id', '{"id":"","plan":"tkv-1288-kh-du","subject":"chi-bo-co-so","answers":{}}', '', 'id'],
    ['a missing plan', '{"id":"a","subject":"chi-bo-co-so","answers":{}}', 'a', 'plan'],
    ['an unknown plan', '{"id":"a","plan":"tkv","subject":"chi-bo-co-so","answers":{}}', 'a', 'plan'],
    ['a missing subject', '{"id":"a","plan":"tkv-1288-kh-du","answers":{}}', 'a', 'subject'],
    [
      'a subject of another plan',
      '{"id":"a","plan":"tkv-1288-kh-du","subject":"chi-bo-ap","answers":{}}',
      'a',
      'subject',
    ],
    ['missing answers', '{"id":"a","plan":"tkv-1288-kh-du","subject":"chi-bo-co-so"}', 'a', 'answers'],
    [
      'answers that are a list',
      '{"id":"a","plan":"tkv-1288-kh-du","subject":"chi-bo-co-so","answers":[]}',
      'a',
      'answers',
    ],
    [
      'a year in words',
      '{"id":"a","plan":"tkv-1288-kh-du","subject":"chi-bo-co-so","year":"2024","answers":{}}',
      'a',
      'year',
    ],
    [
      'half a year',
      '{"id":"a","plan":"tkv-1288-kh-du","subject":"chi-bo-co-so","year":2024.5,"answers":{}}',
      'a',
      'year',
    ],
    [
      'an unknown key',
      '{"id":"a","plan":"tkv-1288-kh-du","subject":"chi-bo-co-so","answers":{},"x":1}',
      'a',
      'x',
    ],
    [
      '__proto__',
      '{"id":"a","plan":"tkv-1288-kh-du","subject":"chi-bo-co-so","answers":{},"__proto__":{}}',
      'a',
      '__proto__',
    ],
    [
      'a plan twice',
      '{"id":"a","plan":"x","plan":"tkv-1288-kh-du","subject":"chi-bo-co-so","answers":{}}',
      'a',
      'plan',
    ],
    ['a broken line', '{"id":"a","plan":', 'a', 'plan'],
    ['no JSON at all', 'xin chào', null, null],
    ['a list', '[]', null, null],
    ['null', 'null', null, null],
    ['two values', '{} {}', null, null],
  ])('%s', (_, text, id, field) => {
    expect(refusal(text)).toMatchObject({ id, field });
    expect(refusal(text)!.error).toMatch(/cần|chỉ|không phải JSON đúng/);
  });

  test('it is answered in its place with id, line, field and error, and said again for standard error', () => {
    const out = new LineWriter();
    const said = answerLine(out, rulebooks, line('{"cb-1.3.3":{"count":-1}}'), 17);
    expect(JSON.parse(out.view().toString())).toEqual({
      id: 'e1',
      line: 17,
      field: 'answers.cb-1.3.3',
      error: expect.stringContaining('số nguyên'),
    });
    expect(said).toMatch(/^Dòng 17, trường answers\.cb-1\.3\.3: /);
    expect(refuseLine(out, { id: null, field: null, error: 'x' }, 2)).toBe('Dòng 2: x');
  });
});

test('[E17] integers in another notation are taken by their exact value', () => {
  for (const number of ['9', '9.0', '0.9e1', '90e-1']) {
    const read = readLine(rulebooks, line(`{"cb-1.1.3b":{"part":${number},"whole":1e1}}`));
    expect(read).toMatchObject({ ok: true, request: { answers: { 'cb-1.1.3b': { part: 9, whole: 10 } } } });
  }
});

test('[E17] empty answers are fine, and a year may be left out', () => {
  expect(readLine(rulebooks, line('{}'))).toMatchObject({
    ok: true,
    request: { year: undefined, answers: {} },
  });
});

describe.each(allSubjects)('[E18] $book.id, $subject', ({ book, subject }) => {
  test('every valid answer is read, and the line written is what JSON.stringify writes', () => {
    const out = new LineWriter();
    fc.assert(
      fc.property(
        answersTo(requirementsFor(book, subject)),
        fc.string({ minLength: 1 }).filter(id => id.trim() !== ''),
        (answers, id) => {
          const text = JSON.stringify({ id, plan: book.id, subject, year: 2024, answers });
          const read = readLine(rulebooks, text);
          if (!read.ok) throw new Error(read.refusal.error);
          const { compiled } = read.request;
          const evaluation = evaluateCompiled(compiled, { subject, year: 2024, answers });
          out.clear();
          renderEvaluation(out, id, compiled, evaluation);
          expect(out.view().toString()).toBe(JSON.stringify({ id, ...evaluation }));
        },
      ),
      { numRuns: 60 },
    );
  });
});

test('[E18] the buffer grows for a line of any length', () => {
  const out = new LineWriter();
  const book = rulebook('tkv-1288-kh-du');
  const text = JSON.stringify({
    id: 'x'.repeat(3_000_000),
    plan: book.id,
    subject: 'chi-bo-co-so',
    answers: allMet(book, 'chi-bo-co-so'),
  });
  expect(answerLine(out, rulebooks, text, 1)).toBeNull();
  expect(JSON.parse(out.view().toString()).id).toHaveLength(3_000_000);
});
