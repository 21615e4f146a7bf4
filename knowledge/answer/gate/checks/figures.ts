import { sameBody } from '../bodies/bodies.ts';
import type { Token } from '../reading/token.ts';
import type { Laid } from '../sentence.ts';
import { samePlaces } from '../words/align.ts';
import { isContent } from './check-words.ts';

export type Of<K extends Token['kind']> = Extract<Token, { kind: K }>;
type Placed<K extends Token['kind']> = { token: Of<K>; at: number };

/** The figures of one kind in a text, with their places. */
export function all<K extends Token['kind']>(tokens: readonly Token[], kind: K): Placed<K>[] {
  return tokens.flatMap((token, at) => (token.kind === kind ? [{ token: token as Of<K>, at }] : []));
}

/** Those of the cited sentence itself. */
export function own<K extends Token['kind']>({ evidence }: Laid, kind: K): Placed<K>[] {
  return all(evidence.tokens, kind).filter(({ at }) => evidence.parts[at] === 'own');
}

/** A run of tokens of the claim around one figure: between signs, “trong đó” and “còn”. */
export function zoneOf(claim: readonly Token[], at: number): number[] {
  const breaks = (i: number): boolean => {
    const [token, next] = [claim[i]!, claim[i + 1]];
    if (token.kind === 'stop') return true;
    if (token.kind !== 'word') return false;
    if (token.text === 'và' && figured(claim, i, -1) && figured(claim, i, 1)) return true;
    return token.text === 'còn' || (token.text === 'trong' && next?.kind === 'word' && next.text === 'đó');
  };
  let from = at;
  let to = at;
  while (from > 0 && !breaks(from - 1)) from--;
  while (to + 1 < claim.length && !breaks(to + 1)) to++;
  return Array.from({ length: to - from + 1 }, (_, k) => from + k);
}

/** Some figure stands on this side, in the same piece. */
function figured(claim: readonly Token[], at: number, step: 1 | -1): boolean {
  for (let i = at + step; i >= 0 && i < claim.length; i += step) {
    const { kind } = claim[i]!;
    if (kind === 'stop') return false;
    if (kind === 'number' || kind === 'rank' || kind === 'date') return true;
  }
  return false;
}

const GENERIC = new Set(['tỷ', 'lệ', 'số', 'lượng', 'tổng', 'đạt', 'mức']);

/**
 * The words around a figure are those around it in the sentence: they stand in the same piece between signs, or in one
 * that has no figure of its own.
 */
export function inCompany(laid: Laid, at: number, cited: number): boolean {
  const { claim, aligned, evidence, mentions, light } = laid;
  let zone = zoneOf(claim, at);
  // “Tháng 11 hằng năm, chi bộ báo cáo …”: what it is said of goes on behind the comma.
  const says = (i: number): boolean => isContent(claim, aligned, i) && !claim[i]!.text.includes('hằng-');
  const end = zone.at(-1)! + 1;
  if (claim[at]!.kind === 'date' && !zone.some(says) && claim[end]?.text === ',' && end + 1 < claim.length)
    zone = [...zone, ...zoneOf(claim, end + 1)];
  const home = evidence.tokens[cited]!.segment;
  const figures = new Set(
    evidence.tokens.flatMap((token, i) =>
      (token.kind === 'number' || token.kind === 'date' || token.text.startsWith('1-')) &&
      !ofDocument(evidence.tokens, i)
        ? [token.segment]
        : [],
    ),
  );
  const open = (place: number): boolean => {
    const { segment } = evidence.tokens[place]!;
    return segment === home || !figures.has(segment);
  };
  for (const i of zone) {
    const token = claim[i]!;
    if (token.kind === 'rank') {
      const there = evidence.tokens.some(
        (t, place) => t.kind === 'rank' && t.text === token.text && t.up === token.up && open(place),
      );
      if (!there) return false;
    }
    const generic = GENERIC.has(token.text) && (token.text !== 'tổng' || claim[i + 1]?.text === 'số');
    // “là thời điểm báo cáo”: light, and only like a word of the sentence.
    const lightly = light.has(i) && samePlaces(token, evidence).length === 0;
    // Who acts is looked at below.
    const named =
      /^(?:trực|thuộc)$/u.test(token.text) ||
      mentions.some(each => each.role === 'agent' && each.from <= i && i < each.to);
    if (!isContent(claim, aligned, i) || generic || lightly || named) continue;
    if (!aligned[i]!.some(open)) return false;
  }
  const homeAgents = evidence.mentions.filter(
    m =>
      evidence.tokens[m.from]!.segment === home &&
      (m.role === 'agent' || m.role === 'object') &&
      m.from < cited,
  );
  const claimed = mentions.filter(m => zone.includes(m.from) && m.role === 'agent');
  if (homeAgents.length === 0 || claimed.length === 0) return true;
  return claimed.some(m => homeAgents.some(agent => sameBody(m, agent, laid.known)));
}

const TYPES = /^(?:quyết|định|dẫn|hoạch|luận|trình|thị|báo|văn|cáo|động)$/u;

export function typeBefore(tokens: readonly Token[], at: number): string | null {
  for (let i = at - 1; i >= Math.max(0, at - 2); i--) {
    const token = tokens[i]!;
    if (token.kind !== 'word') return null;
    if (token.text === 'số') continue;
    return TYPES.test(token.text) ? `${tokens[i - 1]?.text ?? ''} ${token.text}` : null;
  }
  return null;
}

/** The document that a day belongs to: “Hướng dẫn số 16-HD/BTCTU, ngày 13/9/2024”. */
export function ofDocument(tokens: readonly Token[], at: number): Of<'document'> | null {
  for (let i = at - 1; i >= Math.max(0, at - 2); i--) {
    const token = tokens[i]!;
    if (token.kind === 'document') return token;
    if (token.kind !== 'stop' && !(token.kind === 'word' && token.text === 'ký')) return null;
  }
  return null;
}
