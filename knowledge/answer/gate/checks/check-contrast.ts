import type { Check } from '../sentence.ts';
import { isContent } from './check-words.ts';

/** “A làm X, còn B làm Y” where the sentence lists A and B and says both of both. */
export const checkContrast: Check = ({ claim, aligned, evidence, mentions }) => {
  const at = claim.findIndex(
    (token, i) => token.text === 'còn' && (claim[i - 1]?.kind === 'stop' || claim[i - 1]?.text === 'và'),
  );
  if (at < 0) return null;
  const [one, other] = [headAfter(0, at), headAfter(at + 1, claim.length)];
  if (one === null || other === null) return null;
  const { tokens } = evidence;
  const listed = (from: number, to: number): boolean => {
    const between = tokens.slice(Math.min(from, to) + 1, Math.max(from, to));
    return (
      between.length <= 12 &&
      between.some(token => /^(?:,|;|và)$/u.test(token.text)) &&
      between.every(
        (token, k) =>
          /^(?:,|;|và|các|xã|thị|trấn|phường|cơ|sở)$/u.test(token.text) ||
          evidence.mentions.some(
            ({ from: a, to: b }) => a <= Math.min(from, to) + 1 + k && Math.min(from, to) + 1 + k < b,
          ),
      )
    );
  };
  const ends = (i: number): readonly number[] => aligned[i]!.filter(place => evidence.parts[place] === 'own');
  return one.some(i => other.some(j => ends(i).some(p => ends(j).some(q => p !== q && listed(p, q)))))
    ? 'order'
    : null;

  /** The words that one side begins with: a body, or the first two of meaning. */
  function headAfter(from: number, to: number): number[] | null {
    const body = mentions.find(
      each => each.role !== 'model' && each.from >= from && each.from <= from + 2 && each.to <= to,
    );
    if (body) return [body.to - 1];
    const words = claim.flatMap((_, i) => (i >= from && i < to && isContent(claim, aligned, i) ? [i] : []));
    return words.length < 2 ? null : [words[0]!, words[1]!];
  }
};
