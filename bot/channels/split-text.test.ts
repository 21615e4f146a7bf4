import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitText } from './split-text.ts';

const bare = (text: string): string => text.replace(/\s+/g, '');

describe('a long text', () => {
  it('[T4] that fits is one part, as it is', () => {
    expect(splitText('  1. Một\n  2. Hai', 100)).toEqual(['  1. Một\n  2. Hai']);
  });

  it('[T4] is cut between paragraphs rather than lines, between sentences rather than words', () => {
    expect(splitText('Đoạn một.\nDòng hai.\n\nĐoạn hai. Câu nữa.', 30)).toEqual([
      'Đoạn một.\nDòng hai.',
      'Đoạn hai. Câu nữa.',
    ]);
    expect(splitText('Câu thứ nhất. Câu thứ hai dài hơn.', 24)).toEqual([
      'Câu thứ nhất.',
      'Câu thứ hai dài hơn.',
    ]);
    expect(splitText('một hai ba bốn năm', 9)).toEqual(['một hai', 'ba bốn', 'năm']);
  });

  it('[T4] keeps the indent of the line that begins a part', () => {
    expect(splitText('Mục lớn ở đây\n   - mục nhỏ thứ nhất', 22)).toEqual([
      'Mục lớn ở đây',
      '   - mục nhỏ thứ nhất',
    ]);
  });

  it('[T4] without anything visible has no parts', () => {
    expect(splitText(' \n\u0000\t', 10)).toEqual([]);
  });

  it('[T4] of one endless word is cut between characters as people see them', () => {
    expect(splitText('👨‍👩‍👧‍👦👨‍👩‍👧‍👦', 12)).toEqual(['👨‍👩‍👧‍👦', '👨‍👩‍👧‍👦']);
  });

  it('[T4] loses nothing but white space, keeps each part short and each word whole', () => {
    const words = fc.array(
      fc.oneof(
        fc.string({ unit: 'grapheme', maxLength: 12 }),
        fc.constantFrom('\n\n', '\n', '. ', '90%', 'đảng'),
      ),
      { maxLength: 80 },
    );
    fc.assert(
      fc.property(words, fc.integer({ min: 20, max: 60 }), (list, longest) => {
        const text = list.join(' ');
        const parts = splitText(text, longest);
        expect(bare(parts.join(''))).toBe(bare(text.replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]/g, '')));
        for (const part of parts) {
          expect(part.length).toBeLessThanOrEqual(longest);
          expect(part.isWellFormed()).toBe(true);
          expect(part.trim()).not.toBe('');
        }
        const short = text.split(/\s+/).every(word => word.length <= longest);
        if (short)
          expect(parts.flatMap(part => part.split(/\s+/)).filter(Boolean)).toEqual(
            text
              .replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]/g, '')
              .split(/\s+/)
              .filter(Boolean),
          );
      }),
      { numRuns: 500 },
    );
  });

  it('[T4] takes proportional time, whatever it is made of', () => {
    for (const text of [
      'a'.repeat(200_000),
      ' '.repeat(200_000),
      'a '.repeat(100_000),
      '\n'.repeat(200_000),
      '. '.repeat(100_000),
    ]) {
      const began = performance.now();
      splitText(`${text}x`, 4096);
      expect(performance.now() - began).toBeLessThan(1_500);
    }
  });
});
