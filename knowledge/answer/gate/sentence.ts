import { mentionsIn } from './bodies/bodies.ts';
import type { Mention } from './bodies/mention.ts';
import type { Why } from './claim.ts';
import type { Evidence } from './evidence.ts';
import { withoutCount } from './reading/counted-list.ts';
import { phraseAt } from './reading/phrases.ts';
import { reworded } from './reading/rewordings.ts';
import type { Token } from './reading/token.ts';
import { tokensOf } from './reading/tokens.ts';
import type { Alignment } from './words/align.ts';
import { align } from './words/align.ts';
import type { Phrases } from './words/gate-words.ts';
import { SCOPES } from './words/gate-words.ts';
import { doneForItself, freedOf, inTurn, lightIn, onlyWhen } from './words/light-words.ts';

/** One sentence of a claim laid beside its evidence. */
export interface Laid {
  claim: readonly Token[];
  mentions: readonly Mention[];
  aligned: Alignment;
  /** Words that tell no fact of their own, and those of them that stand nowhere. */
  light: ReadonlySet<number>;
  freed: ReadonlySet<number>;
  evidence: Evidence;
  /** The sentence as written. */
  text: string;
  /** Every name of a body in the plan. */
  known: ReadonlySet<string>;
}

/** A check says why a sentence does not stand, or null. */
export type Check = (laid: Laid) => Why | null;

/** The last few readings: a claim is laid beside several sentences. */
function once<T>(read: (text: string) => T): (text: string) => T {
  const recent = new Map<string, T>();
  return text => {
    let result = recent.get(text);
    if (result === undefined) {
      result = read(text);
      if (recent.size > 16) recent.clear();
      recent.set(text, result);
    }
    return result;
  };
}

const rewordedOnce = once(reworded);
const readOnce = once(tokensOf);

export function lay(text: string, evidence: Evidence, known: ReadonlySet<string>): Laid {
  const claim = wholeAsShare(readOnce(withoutCount(rewordedOnce(text), evidence.own)), evidence);
  const strict = align(claim, evidence);
  const light = lightIn(claim);
  claim.forEach((_, i) => {
    if (onlyWhen(claim, i, evidence) || inTurn(claim, i, evidence)) light.add(i);
    const sets = /^(?:xác định|xây dựng|lựa chọn)$/u.test(`${claim[i + 1]?.text} ${claim[i + 2]?.text}`);
    if (claim[i]!.text === 'tự' && (sets || doneForItself(evidence))) light.add(i);
  });
  const freed = freedOf(light, strict);
  const aligned = strict.map((places, i) => (freed.has(i) ? null : places));
  return { claim, mentions: mentionsIn(claim), aligned, light, freed, evidence, text, known };
}

/** “Toàn bộ …” where the sentence says 100%: it is held against that share. */
function wholeAsShare(claim: readonly Token[], evidence: Evidence): Token[] {
  const whole = evidence.tokens.some(
    token => token.kind === 'number' && token.percent && token.value === '100',
  );
  const told = claim.some(token => token.kind === 'number' && token.percent && token.value === '100');
  if (!whole || placesOf(evidence.tokens, SCOPES[0]!).length > 0) return [...claim];
  const out: Token[] = [];
  for (let i = 0; i < claim.length; i++) {
    const length = phraseAt(claim, i, SCOPES[0]!);
    if (length === 0) out.push(claim[i]!);
    // “toàn bộ 100%”, “toàn bộ … (100%)”
    else if (told) i += length - 1;
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

/** How many of the claim’s first tokens only say of what it speaks: “Về kỷ luật, …”, “Khi xếp loại, …”. */
export function frontOf(claim: readonly Token[]): number {
  if (!/^(?:về|với|đối|ở|tại|theo|trong|khi|để|ngoài|riêng|bên|cùng|tùy)$/u.test(claim[0]?.text ?? ''))
    return 0;
  const comma = claim.findIndex(token => token.kind === 'stop');
  // “Trong nghị quyết, kết luận phải …”
  const must = claim.findIndex(token => token.text === 'phải' || token.text === 'cần');
  if (/^(?:trong|tại|ở)$/u.test(claim[0]!.text) && must > 0 && must <= 7) return must;
  return claim[comma]?.text === ',' ? comma : 0;
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
