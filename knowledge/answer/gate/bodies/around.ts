import { isContent } from '../checks/check-words.ts';
import type { Laid } from '../sentence.ts';
import { sameBody } from './bodies.ts';
import type { Mention } from './mention.ts';

/** What is done stands right behind the body in the sentence: “nhiệm vụ Huyện ủy giao”. */
export function doesItself({ aligned, evidence }: Laid, verb: number, cited: readonly Mention[]): boolean {
  return cited.some(({ from, to, role }) => {
    if (evidence.parts[from] !== 'own' || !['object', 'agent', 'by'].includes(role)) return false;
    const next = evidence.mentions.find(each => each.from >= to && each.from - to <= 1);
    return aligned[verb]!.includes(to) || (next !== undefined && aligned[verb]!.includes(next.to));
  });
}

/** “báo cáo năm 2024 của Ban Tổ chức” where the sentence says of whom it is behind the same word. */
export function ownedByAnother({ claim, aligned, evidence, known }: Laid, mention: Mention): boolean {
  // “của chi, đảng ủy”
  const from = claim[mention.from - 2]?.text === 'chi' ? mention.from - 2 : mention.from;
  if (mention.role !== 'owner' || claim[from - 1]?.text !== 'của') return false;
  const [at, token] = [from - 2, claim[from - 2]];
  if (!token || token.kind === 'stop') return false;
  const owners = evidence.mentions.filter(each => {
    const before = evidence.tokens[each.from - 2];
    const alike = before?.text === token.text || aligned[at]?.includes(each.from - 2);
    return each.role === 'owner' && evidence.tokens[each.from - 1]?.text === 'của' && alike;
  });
  const listed = [...owners];
  for (const each of evidence.mentions)
    if (each.role === 'owner' && listed.some(one => each.from > one.to && each.from - one.to <= 4))
      listed.push(each);
  // “của chi, đảng ủy” is not short for one of them by name.
  const same = (each: Mention): boolean =>
    from === mention.from ? sameBody(mention, each, known) : each.name === mention.name;
  return owners.length > 0 && !listed.some(same);
}

/** “kỷ luật nhà nước và đoàn thể”: listed behind the same word as in the sentence. */
export function listedAlike(
  { claim, aligned, evidence }: Laid,
  { from }: Mention,
  cited: readonly Mention[],
): boolean {
  if (!/^(?:,|và|hoặc)$/u.test(claim[from - 1]?.text ?? '')) return false;
  // “các chi, đảng ủy” is one list of bodies.
  if (!isContent(claim, aligned, from - 2) || claim[from - 2]!.text === 'chi') return false;
  const joined = (at: number): boolean => /^(?:,|và|hoặc)$/u.test(evidence.tokens[at]?.text ?? '');
  const named = (at: number): boolean => evidence.mentions.some(each => each.from <= at && at < each.to);
  return cited.some(
    each => joined(each.from - 1) && !named(each.from - 2) && aligned[from - 2]!.includes(each.from - 2),
  );
}

/** Right behind what is done: “giám sát các ban”. */
export function isPatient({ claim, aligned, mentions }: Laid, { from, proper }: Mention): boolean {
  const at = /^(?:các|những)$/u.test(claim[from - 1]?.text ?? '') ? from - 2 : from - 1;
  return proper && isContent(claim, aligned, at) && !mentions.some(each => each.from <= at && at < each.to);
}

/** The word before a body, or before the list that it stands in. */
export function wordBefore(
  { claim, mentions }: Pick<Laid, 'claim' | 'mentions'>,
  { from }: Mention,
): string | undefined {
  const listed = mentions.find(
    each => each.to < from && from - each.to <= 2 && /^(?:,|và|hoặc)$/u.test(claim[each.to]!.text),
  );
  if (listed) return wordBefore({ claim, mentions }, listed);
  for (let i = from - 1; i >= 0; i--) {
    const text = claim[i]!.text;
    if (!['các', 'những', 'một', 'số'].includes(text)) return text;
  }
  return undefined;
}
