import { describe, expect, it } from 'vitest';
import { openChoiceTokens } from './choice-token.ts';

const LONG = `câu-hỏi-${'đ'.repeat(60)}`;

describe('callback_data', () => {
  it('[T15] is the id itself when it is short', () => {
    const tokens = openChoiceTokens();
    expect(tokens.tokenOf('plan:tkv-1288-kh-du')).toBe('plan:tkv-1288-kh-du');
    expect(tokens.idOf('plan:tkv-1288-kh-du')).toBe('plan:tkv-1288-kh-du');
  });

  it('[T15] is a short token of a long id, the same each time and after a restart, at most 64 bytes', () => {
    const tokens = openChoiceTokens();
    const token = tokens.tokenOf(LONG);
    expect(Buffer.byteLength(token)).toBeLessThanOrEqual(64);
    expect(tokens.idOf(token)).toBe(LONG);
    expect(openChoiceTokens().tokenOf(LONG)).toBe(token);
    expect(openChoiceTokens().idOf(token)).toBeNull();
  });

  it('[T15] an id that looks like a token, or is empty, is not mistaken for one', () => {
    const tokens = openChoiceTokens();
    for (const id of ['~x', '']) expect(tokens.idOf(tokens.tokenOf(id))).toBe(id);
  });
});
