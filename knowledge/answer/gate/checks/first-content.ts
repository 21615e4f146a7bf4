import type { Token } from '../reading/token.ts';
import type { Laid } from '../sentence.ts';
import { isContent } from './check-words.ts';

/** The first word of meaning behind a place, a few tokens on; null before the piece ends. */
export function firstContent(claim: readonly Token[], aligned: Laid['aligned'], at: number): number | null {
  for (let i = at + 1; i < Math.min(claim.length, at + 6); i++) {
    if (claim[i]!.kind === 'stop') return null;
    if (isContent(claim, aligned, i)) return i;
  }
  return null;
}
