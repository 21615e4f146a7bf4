import type { Laid } from '../sentence.ts';
import { sameBody } from './bodies.ts';

/**
 * “A, B (sau đây viết tắt là C)”: whether a claim that says so joins those that the sentence joins; null when it says
 * nothing of the kind.
 */
export function definesRightly({ claim, mentions, evidence, known }: Laid): boolean | null {
  const short = claim.findIndex((token, i) => token.text === 'tắt' && claim[i + 1]?.text === 'là');
  const { tokens } = evidence;
  const shorts = (evidence.places.get('tắt') ?? []).filter(i => tokens[i + 1]?.text === 'là');
  if (short < 0 || shorts.length === 0) return null;
  const name = mentions.find(each => each.from > short);
  const named = mentions.filter(each => each.to <= short);
  if (!name || named.length === 0) return false;
  return shorts.some(at => {
    const from = tokens.findLastIndex((token, i) => i < at && token.text === ';') + 1;
    const there = evidence.mentions.filter(each => each.from >= from && each.to <= at);
    const after = evidence.mentions.find(each => each.from > at);
    return (
      after !== undefined &&
      sameBody(name, after, known) &&
      named.every(one => there.some(each => sameBody(one, each, known)))
    );
  });
}
