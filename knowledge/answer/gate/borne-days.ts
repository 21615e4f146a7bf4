import type { Cited } from './cited.ts';
import { tokensOf } from './reading/tokens.ts';

const DATED =
  /(\d{1,5}\s?-\s?\p{L}{2,6}(?:\/\p{L}{2,8})?),?\s+(?:ban hành\s+)?ngày\s+(?:\d{1,2}\/\d{1,2}\/\d{4}|\d{1,2} tháng \d{1,2} năm \d{4})/giu;

/**
 * “Theo Kế hoạch 56-KH/HU ngày 24/5/2018, …” where another cited sentence, a footnote mostly, tells the day of the
 * document: the sentence without such days, and what tells them. Null: no such day.
 */
export function withoutBorneDays(
  sentence: string,
  cited: readonly Cited[],
): { text: string; bearers: Cited[] } | null {
  const bearers: Cited[] = [];
  const text = sentence.replace(DATED, (said, number: string) => {
    const [document, day] = tokensOf(said).filter(({ kind }) => kind === 'document' || kind === 'date');
    if (document?.kind !== 'document' || day?.kind !== 'date') return said;
    const bearer = cited.find(({ evidence: { tokens, parts } }) =>
      tokens.some(
        (token, i) =>
          parts[i] === 'own' &&
          token.text === document.text &&
          tokens.slice(i + 1, i + 3).some(({ kind, text }) => kind === 'date' && text === day.text),
      ),
    );
    if (!bearer) return said;
    bearers.push(bearer);
    return number;
  });
  return bearers.length === 0 ? null : { text, bearers };
}
