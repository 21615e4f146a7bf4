import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { embedPrefixes } from './embed-prefixes.ts';
import { NoVectors, readEmbeddings } from './embed-protocol.ts';

const base64 = (numbers: number[]) => Buffer.from(new Float32Array(numbers).buffer).toString('base64');
const answer = (...embeddings: unknown[]) => ({
  data: embeddings.map((embedding, index) => ({ object: 'embedding', index, embedding })),
});
const vectors = (value: unknown, texts = 2) => readEmbeddings(value, texts).vectors.map(v => [...v]);

describe('an answer of the embeddings endpoint', () => {
  it('[M6] numbers and base64 come to the same unit vectors', () => {
    const expected = [
      [expect.closeTo(0.6), expect.closeTo(0.8)],
      [0, -1],
    ];
    expect(vectors(answer([3, 4], [0, -2]))).toEqual(expected);
    expect(vectors(answer(base64([3, 4]), base64([0, -2])))).toEqual(expected);
  });

  it('[M6] vectors stand by their index, or as they came where it numbers nothing', () => {
    const [a, b] = answer([1, 0], [0, 1]).data;
    expect(vectors({ data: [b, a] })).toEqual([
      [1, 0],
      [0, 1],
    ]);
    expect(vectors({ data: [{ embedding: [0, 1] }, { embedding: [1, 0] }] })).toEqual([
      [0, 1],
      [1, 0],
    ]);
    expect(
      vectors({
        data: [
          { index: 0, embedding: [0, 1] },
          { index: 0, embedding: [1, 0] },
        ],
      }),
    ).toEqual([
      [0, 1],
      [1, 0],
    ]);
  });

  it.each([
    ['no object', null],
    ['an error in place of data', { error: { message: 'no' } }],
    ['one too few', answer([1, 0])],
    ['one too many', answer([1, 0], [1, 0], [1, 0])],
    ['zeros, as some servers answer a form they do not know', answer([0, 0], [0, 0])],
    ['two dimensions', answer([1, 0], [1, 0, 0])],
    ['no numbers', answer([1, 'x'], [1, 0])],
    ['null among numbers', answer([1, null], [1, 0])],
    ['infinite', answer([1e308, 1e308], [1, 0])],
    ['half a base64', answer('AAAA', 'AAAA')],
    ['one number', answer([1], [1])],
    ['a null entry', { data: [null, null] }],
  ])('[M6] what is no vectors is refused: %s', (_, value) => {
    expect(() => readEmbeddings(value, 2)).toThrow(NoVectors);
  });

  it('[M6] any JSON is vectors of unit length and one dimension, or refused', () => {
    const entry = fc.record({ index: fc.anything(), embedding: fc.anything() });
    const data = fc.oneof(fc.array(entry, { maxLength: 3 }), fc.anything());
    fc.assert(
      fc.property(data, fc.integer({ min: 1, max: 3 }), (given, texts) => {
        try {
          const read = readEmbeddings({ data: given }, texts).vectors;
          expect(read).toHaveLength(texts);
          for (const vector of read) expect(Math.hypot(...vector)).toBeCloseTo(1, 3);
        } catch (error) {
          expect(error).toBeInstanceOf(NoVectors);
        }
      }),
    );
  });

  it('[M6] models that want a word before question and passage get it', () => {
    expect(embedPrefixes('intfloat/multilingual-e5-large').question).toBe('query: ');
    expect(embedPrefixes('nomic-embed-text:latest').passage).toBe('search_document: ');
    for (const model of ['bge-m3', 'text-embedding-3-small', 'intfloat/multilingual-e5-large-instruct'])
      expect(embedPrefixes(model)).toEqual({ question: '', passage: '' });
  });
});
