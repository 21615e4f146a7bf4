import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { OddNumber } from './number-literal.ts';
import { parseJson, parseStrictJson } from './parse-json.ts';

describe('[E17] the strict reader', () => {
  test('reads whatever JSON.parse reads, with the same value', () => {
    fc.assert(
      fc.property(
        fc.jsonValue({ depthSize: 'small', maxDepth: 4 }),
        fc.constantFrom(undefined, 1),
        (value, indent) => {
          const integers = JSON.stringify(
            value,
            (_, item) => (typeof item === 'number' ? Math.trunc(item) % 1e9 || 0 : item),
            indent,
          );
          const read = parseStrictJson(integers);
          expect(read).toMatchObject({ ok: true });
          expect(read.value).toEqual(JSON.parse(integers));
        },
      ),
    );
  });

  test('refuses whatever JSON.parse refuses', () => {
    fc.assert(
      fc.property(
        fc
          .array(fc.constantFrom(...'{}[]",:0123456789.-+eE\\unltrfase \t'), { maxLength: 14 })
          .map(parts => parts.join('')),
        text => {
          let fine = true;
          try {
            JSON.parse(text);
          } catch {
            fine = false;
          }
          const read = parseStrictJson(text);
          // A repeated key is the one thing that JSON.parse takes and this does not.
          if (!read.ok && fine) expect(read.fault.error).toContain('có hai lần');
          if (!fine) expect(read.ok).toBe(false);
        },
      ),
      { numRuns: 3000 },
    );
  });

  test.each([
    '{"a":1,"a":1}',
    '{"a":{"b":1,"b":2}}',
    '[{"a":1},{"a":1,"a":1}]',
    '{"\\u0061":1,"a":2}',
    '{"__proto__":1,"__proto__":2}',
  ])('refuses the repeated key of %s', text => {
    expect(parseStrictJson(text)).toMatchObject({
      ok: false,
      fault: { error: expect.stringContaining('có hai lần') },
    });
  });

  test.each([
    ['9', 9],
    ['9.0', 9],
    ['9.000', 9],
    ['9e0', 9],
    ['1e1', 10],
    ['0.9e1', 9],
    ['90e-1', 9],
    ['-0', 0],
    ['0e999999999', 0],
    ['9007199254740991', 9007199254740991],
    ['9.007199254740991e15', 9007199254740991],
    ['-1', -1],
  ])('%s is the integer %i', (text, value) => {
    expect(parseStrictJson(text).value).toBe(value);
  });

  test.each([
    '9.5',
    '1e-1',
    '9007199254740992',
    '9007199254740993',
    '9007199254740991.4',
    '1e400',
    '1e16',
    '0.1',
    '-9007199254740993',
    '1e999999999',
    '1e-999999999',
  ])('%s is no integer that can be counted with', text => {
    expect(parseStrictJson(text).value).toBeInstanceOf(OddNumber);
  });

  test('the quick way, where it is taken, gives the same as the strict one', () => {
    const parts = [
      '{',
      '}',
      '[',
      ']',
      '"a"',
      '"b"',
      '"cb-1.1"',
      ':',
      ',',
      ' ',
      '0',
      '12',
      '-',
      '.5',
      'e3',
      '9007199254740993',
      'null',
      '"__proto__"',
      '"x\\\\u0061"',
    ];
    const soup = fc.array(fc.constantFrom(...parts), { maxLength: 12 }).map(list => list.join(''));
    const value = fc.jsonValue({ maxDepth: 3 }).map(item => JSON.stringify(item));
    const spaced = fc.jsonValue({ maxDepth: 3 }).map(item => JSON.stringify(item).replaceAll(':', ': '));
    const pairs = fc
      .array(
        fc.tuple(
          fc.constantFrom('"a"', '"b"', '"c"', '"__proto__"'),
          fc.constantFrom('1', '{"a":1,"a":2}', '[1]', '"x"', '1.5'),
        ),
      )
      .map(list => `{${list.map(([key, item]) => `${key}:${item}`).join(',')}}`);
    fc.assert(
      fc.property(fc.oneof(soup, value, spaced, pairs), text => {
        const [quick, strict] = [parseJson(text), parseStrictJson(text)];
        expect(quick).toEqual(strict);
      }),
      { numRuns: 4000 },
    );
  });

  test('__proto__ is a key like any other and changes no prototype', () => {
    for (const text of ['{"__proto__":{"polluted":1}}', '{ "__proto__" : {"polluted":1}}']) {
      const { value } = parseStrictJson(text);
      expect(Object.keys(value as object)).toEqual(['__proto__']);
      expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
      expect(({} as { polluted?: number }).polluted).toBeUndefined();
    }
  });

  test('a broken line keeps the id that had been read', () => {
    expect(parseStrictJson('{"id":"e7","plan":"tkv')).toMatchObject({ ok: false, value: { id: 'e7' } });
  });

  test('nesting beyond any answer is refused, not followed', () => {
    expect(parseStrictJson(' '.concat('['.repeat(100_000)))).toMatchObject({ ok: false });
  });
});
