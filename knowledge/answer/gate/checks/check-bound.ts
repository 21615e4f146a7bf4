import type { Plan } from '../../../plan.ts';
import type { Token } from '../reading/token.ts';
import { tokensOf } from '../reading/tokens.ts';
import type { Check } from '../sentence.ts';
import { meanings } from '../words/align.ts';
import { FREE } from '../words/gate-words.ts';

/** What a plan joins: for syllables that it never uses alone, those they stand beside. */
type Bonds = ReadonlyMap<string, ReadonlySet<string>>;

const read = new WeakMap<Plan, Bonds>();
const TWICE = 2;
/** Of models and of how often, and what every list of bodies has behind it. */
const NAMES = /^(?:môhình|(?:1-)?hằng-|trực$)/u;

/** A syllable is bound when each time it stands in the plan it is half of a pair that comes again. */
function bondsOf(plan: Plan): Bonds {
  let bonds = read.get(plan);
  if (bonds) return bonds;
  const tokens = tokensOf(plan.text);
  const pairs = new Map<string, number>();
  const word = (token: Token | undefined): string | null =>
    token?.kind === 'word' && !FREE.has(token.text) ? token.text : null;
  const pairAt = (i: number): string | null => {
    const [one, other] = [word(tokens[i]), word(tokens[i + 1])];
    return one && other ? `${one} ${other}` : null;
  };
  tokens.forEach((_, i) => {
    const pair = pairAt(i);
    if (pair) pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  });
  const again = (pair: string | null): boolean => pair !== null && pairs.get(pair)! >= TWICE;
  const alone = new Set<string>();
  const beside = new Map<string, Set<string>>();
  tokens.forEach((token, i) => {
    const text = word(token);
    if (!text) return;
    if (!again(pairAt(i - 1)) && !again(pairAt(i))) alone.add(text);
    const there = beside.get(text) ?? new Set();
    for (const other of [word(tokens[i - 1]), word(tokens[i + 1])]) if (other) there.add(other);
    beside.set(text, there);
  });
  bonds = new Map([...beside].filter(([text]) => !alone.has(text)));
  read.set(plan, bonds);
  return bonds;
}

/** “cách chức” is not made of “tổ chức”: a bound syllable stands beside one that the plan has beside it. */
export const checkBound: Check = ({ claim, aligned, evidence, mentions }) => {
  const bonds = bondsOf(evidence.plan);
  const meant = new Set(
    meanings(claim, evidence).flatMap(([from, length]) => Array.from({ length }, (_, k) => from + k)),
  );
  const broken = claim.some((token, i) => {
    const beside = token.kind === 'word' && (aligned[i]?.length ?? 0) > 0 ? bonds.get(token.text) : undefined;
    if (
      !beside ||
      NAMES.test(token.text) ||
      meant.has(i) ||
      mentions.some(each => each.from <= i && i < each.to)
    )
      return false;
    return ![claim[i - 1], claim[i + 1]].some(other => other !== undefined && beside.has(other.text));
  });
  return broken ? 'words' : null;
};
