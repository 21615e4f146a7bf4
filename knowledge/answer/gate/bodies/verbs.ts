import { isContent } from '../checks/check-words.ts';
import { phraseAt } from '../reading/phrases.ts';
import type { Laid } from '../sentence.ts';
import { QUALIFIERS } from '../words/gate-words.ts';
import type { Mention } from './mention.ts';

/** Kinds of places that stand in a list of bodies: “đảng ủy xã, thị trấn, phòng, ban”. */
const PLACES = [
  ...QUALIFIERS.filter(([first]) => first !== 'lãnh' && first !== 'quản'),
  ['phòng'],
  ['ban'],
  ['toàn', 'huyện'],
  ['khối', 'cơ', 'quan'],
  ['cơ', 'quan'],
  ['đơn', 'vị'],
];

/** What stands between two bodies of a list: “đảng ủy xã, thị trấn và chi bộ phòng, ban”. */
const LISTED = /^(?:,|và|hoặc|các|xã|thị|trấn|phường|phòng|ban|đơn|vị)$/u;

/** The first word behind a body that says what it does. */
export function verbAfter({ claim, mentions, aligned, light }: Laid, mention: Mention): number | null {
  for (let i = mention.to; i < claim.length; i++) {
    const inside = mentions.find(each => each.from <= i && i < each.to);
    if (inside) {
      const listed = mentions.some(
        each =>
          each.to < inside.from && claim.slice(each.to, inside.from).every(({ text }) => LISTED.test(text)),
      );
      if (!listed && inside.role !== 'parent') return null;
      i = inside.to - 1;
      continue;
    }
    const token = claim[i]!;
    const place = phraseAt(claim, i, PLACES, false);
    if (place > 0) {
      i += place - 1;
      continue;
    }
    if (token.kind === 'stop' && token.text !== ',') return null;
    if (isContent(claim, aligned, i) && !isAdverb(claim, i)) return saysMore(i) ? i : null;
  }
  return null;

  /** “… là việc đảng viên cần làm”: nothing is said of whom. */
  function saysMore(at: number): boolean {
    return !light.has(at) || claim.some((_, i) => i > at && isContent(claim, aligned, i));
  }
}

const ADVERBS =
  /^(?:hằng-\p{L}+|chủ|động|tích|cực|thường|xuyên|kịp|thời|định|kỳ|trực|tiếp|cũng|đã|không|chưa|thể|yêu|cầu|trách|nhiệm)$/u;

/** “chủ động”, and not “chủ trì”. */
const isAdverb = (claim: Laid['claim'], i: number): boolean =>
  ADVERBS.test(claim[i]!.text) && !(claim[i]!.text === 'chủ' && claim[i + 1]?.text === 'trì');

/** What is said to be done before “… là X”. */
export function firstVerb({ claim, aligned, mentions, evidence }: Laid, { from }: Mention): number | null {
  // “Cơ quan tham mưu … là X”, “…, đơn vị thực hiện là X”
  const start = Math.max(
    0,
    claim.findIndex(token => token.segment === claim[from]!.segment),
  );
  const first = claim[start]?.text ?? '';
  const opening = start + (/^(?:cơ|đơn)$/u.test(first) ? 2 : /^(?:nơi|bên|người)$/u.test(first) ? 1 : 0);
  for (let i = opening; i < from; i++) {
    const inside = mentions.some(each => each.from <= i && i < each.to);
    const own = isContent(claim, aligned, i) && aligned[i]!.some(place => evidence.parts[place] === 'own');
    if (!inside && own && !isAdverb(claim, i)) return i;
  }
  return null;
}
