import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainLine } from './plain-line.ts';

describe('typed text in a document', () => {
  test('[D16] control, direction and unseen characters are gone, spaces are one, length is bounded', () => {
    expect(plainLine('\u202eChi bộ\u0000\t ấp\u200b 3\n', 20)).toBe('Chi bộ ấp 3');
    expect(plainLine('Chi bộ ấp 3'.normalize('NFD'), 20)).toBe('Chi bộ ấp 3');
    expect(plainLine('a'.repeat(10_000), 120)).toHaveLength(120);
    expect(plainLine(`e${'\u0301\u0300'.repeat(50)}`, 120).length).toBeLessThan(5);
  });

  test('[D16] any text at all comes out as one harmless line, and again as itself', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 400 }),
        fc.integer({ min: 2, max: 200 }),
        (text, limit) => {
          const line = plainLine(text, limit);
          expect([...line].length).toBeLessThanOrEqual(limit);
          expect(line).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/u);
          expect(line).toBe(line.trim());
          expect(line.isWellFormed()).toBe(true);
          expect(plainLine(line, limit)).toBe(line);
        },
      ),
      { numRuns: 500 },
    );
  });
});
