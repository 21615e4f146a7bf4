import type { Alignment } from './align.ts';
import { align } from './align.ts';
import type { Mention } from './bodies.ts';
import { mentionsIn } from './bodies.ts';
import type { Why } from './claim.ts';
import type { Evidence } from './evidence.ts';
import type { Phrases } from './gate-words.ts';
import { SCOPES } from './gate-words.ts';
import { phraseAt } from './phrases.ts';
import type { Token } from './tokens.ts';
import { tokensOf } from './tokens.ts';

/** One sentence of a claim laid beside its evidence. */
export interface Laid {
  claim: readonly Token[];
  mentions: readonly Mention[];
  aligned: Alignment;
  evidence: Evidence;
  /** The sentence as written. */
  text: string;
  /** Every name of a body in the plan. */
  known: ReadonlySet<string>;
}

/** A check says why a sentence does not stand, or null. */
export type Check = (laid: Laid) => Why | null;

export function lay(text: string, evidence: Evidence, known: ReadonlySet<string>): Laid {
  const claim = wholeAsShare(tokensOf(text), evidence);
  return { claim, mentions: mentionsIn(claim), aligned: align(claim, evidence), evidence, text, known };
}

/** “Toàn bộ …” where the sentence says 100%: it is held against that share. */
function wholeAsShare(claim: readonly Token[], evidence: Evidence): Token[] {
  const whole = evidence.tokens.some(
    token => token.kind === 'number' && token.percent && token.value === '100',
  );
  if (!whole || placesOf(evidence.tokens, SCOPES[0]!).length > 0) return [...claim];
  const out: Token[] = [];
  for (let i = 0; i < claim.length; i++) {
    const length = phraseAt(claim, i, SCOPES[0]!);
    if (length === 0) out.push(claim[i]!);
    else {
      out.push({
        kind: 'number',
        text: '100',
        value: '100',
        percent: true,
        sign: '=',
        segment: claim[i]!.segment,
      });
      i += length - 1;
    }
  }
  return out;
}

/** Where any phrase of a list stands in a text. */
export function placesOf(tokens: readonly Token[], phrases: Phrases): { at: number; length: number }[] {
  return tokens.flatMap((_, at) => {
    const length = phraseAt(tokens, at, phrases);
    return length > 0 ? [{ at, length }] : [];
  });
}

/** The cited sentence's own tokens as places. */
export function ownPlaces({ tokens, parts }: Evidence): number[] {
  return tokens.flatMap((_, i) => (parts[i] === 'own' ? [i] : []));
}
