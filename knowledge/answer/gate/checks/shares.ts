import type { Laid } from '../sentence.ts';
import { FREE } from '../words/gate-words.ts';
import { isContent } from './check-words.ts';

/** “Tỷ lệ 90% áp dụng cho cả A lẫn B”: says of whom it is, and leaves the rating out. */
export function appliesTo({ claim, aligned }: Laid, at: number, cited: number): boolean {
  const token = claim[at]!;
  if (token.kind !== 'number' || !token.percent || claim[at + 1]?.kind === 'rank') return false;
  const verb = claim.findIndex(({ text }, i) => i > at && i < at + 5 && (text === 'tính' || text === 'dụng'));
  const to = claim.findIndex(
    ({ text }, i) => i > verb && i <= verb + 2 && /^(?:cho|cả|với|đối)$/u.test(text),
  );
  if (verb < 0 || to < 0) return false;
  const next = claim.findIndex((_, i) => i > to && isContent(claim, aligned, i));
  return (aligned[next] ?? []).some(place => place > cited && place < cited + 10);
}

/** A share says of what it is: most of what stands behind it in the sentence, its rating above all. */
export function saysOf({ claim, aligned, evidence }: Laid, at: number, cited: number): boolean {
  const number = evidence.tokens[cited]!;
  if (number.kind !== 'number' || !number.percent) return true;
  const next = claim.findIndex((token, i) => i > at && token.kind === 'number');
  const zone = claim.flatMap((_, i) => (next < 0 || i < next ? [i] : []));
  const places = new Set(zone.flatMap(i => aligned[i] ?? []));
  const rank = evidence.tokens.findIndex(
    (token, i) => i > cited && token.kind === 'rank' && token.segment === number.segment,
  );
  const other = evidence.tokens.findIndex((token, i) => i > cited && token.kind === 'number');
  if (rank >= 0 && (other < 0 || rank < other)) {
    const { text } = evidence.tokens[rank]!;
    return zone.some(k => claim[k]!.kind === 'rank' && claim[k]!.text === text);
  }
  let words = 0;
  let said = 0;
  for (let i = cited + 1; i < evidence.tokens.length && words < 8; i++) {
    const token = evidence.tokens[i]!;
    if (token.segment !== number.segment || token.kind === 'stop' || token.kind === 'number') break;
    if (token.kind === 'rank') {
      return zone.some(k => claim[k]!.kind === 'rank' && claim[k]!.text === token.text);
    }
    if (token.kind !== 'word' || FREE.has(token.text)) continue;
    words++;
    if (places.has(i)) said++;
  }
  return said >= 0.4 * words;
}

/** “Trong tổng số X, 70% là …”: what a share is a share of stands in the same piece as the share. */
export function sameBase({ claim, aligned, evidence }: Laid, at: number, cited: number): boolean {
  const token = claim[at]!;
  if (token.kind !== 'number' || !token.percent || claim[at - 1]?.text !== ',') return true;
  const from = claim.slice(0, at - 1).findLastIndex(each => each.kind === 'stop') + 1;
  if (claim[from]?.text !== 'trong' || claim[from + 1]?.text === 'đó') return true;
  const home = evidence.tokens[cited]!.segment;
  return claim.every(
    (_, i) =>
      i <= from ||
      i >= at - 1 ||
      !isContent(claim, aligned, i) ||
      aligned[i]!.some(place => evidence.tokens[place]!.segment === home),
  );
}

/** “kết nạp 90% đảng viên” of a sentence that says “kết nạp đảng viên … và có 90% đảng viên …”: another is done. */
export function sameVerb({ claim, aligned, evidence }: Laid, at: number, cited: number): boolean {
  const token = claim[at]!;
  const verb = claim[at - 1];
  if (token.kind !== 'number' || !token.percent || !verb || !isContent(claim, aligned, at - 1)) return true;
  if (/^(?:đấu|hơn|dưới|trên|đạt|mức|kém|vượt)$|^hằng-/u.test(verb.text)) return true;
  const places = evidence.places.get(verb.text) ?? [];
  return places.length === 0 || places.some(place => Math.abs(place - cited) <= 10);
}
