import { sameBody } from '../bodies/bodies.ts';
import type { Token } from '../reading/token.ts';
import type { Check, Laid } from '../sentence.ts';
import { all, typeBefore } from './figures.ts';

/** Every document number stands in the sentence, with its kind, its day and whose it is. */
export const checkDocuments: Check = laid => {
  for (const { token, at } of all(laid.claim, 'document')) {
    const cited = all(laid.evidence.tokens, 'document').filter(
      ({ token: there, at: place }) => there.text === token.text && laid.evidence.parts[place] !== 'before',
    );
    // “Quy định số 22 được ban hành hàng năm”: a document is issued once.
    const [, issued, , often] = laid.claim.slice(at + 1, at + 5).map(each => each.text);
    if (issued === 'ban' && often?.includes('hằng-')) return 'document';
    const fits = cited.some(({ at: place }) => {
      const [type, citedType] = [typeBefore(laid.claim, at), typeBefore(laid.evidence.tokens, place)];
      return (
        (type === null || type === citedType) && sameOwner(laid, at, place) && sameDoing(laid, at, place)
      );
    });
    if (!fits || ofAnother(laid)) return 'document';
  }
  return null;
};

/** “Mô hình … theo Hướng dẫn số …” of a sentence that names the model only in what goes before the document. */
function ofAnother({ claim, evidence: { tokens, parts } }: Laid): boolean {
  const model = claim.findIndex(({ text }) => text.startsWith('môhình'));
  if (
    model < 0 ||
    model > 8 ||
    claim.some(({ text }) => text === 'gắn') ||
    all(claim, 'document')[0]!.at < model
  )
    return false;
  const named = tokens.flatMap(({ text }, i) => (text.startsWith('môhình') ? [parts[i]] : []));
  return named.length > 0 && named.every(part => part === 'before');
}

/** “… của Ban Tổ chức Tỉnh ủy” behind a number is the one that stands behind it in the sentence. */
function sameOwner({ claim, mentions, evidence, known }: Laid, at: number, place: number): boolean {
  const behind = (list: readonly Token[], owners: Laid['mentions'], from: number) => {
    const until = all(list, 'document').find(d => d.at > from)?.at ?? list.length;
    const owner = owners.find(m => m.role === 'owner' && m.from > from && m.from < Math.min(until, from + 7));
    // “Quy định … về trách nhiệm của đảng viên”: the members do not issue it.
    const between = owner ? list.slice(from + 1, owner.from) : [];
    return between.every(token => token.kind !== 'word' || /^(?:của|ngày|các|do|là|thuộc)$/u.test(token.text))
      ? owner
      : undefined;
  };
  const claimed = behind(claim, mentions, at);
  if (!claimed) return true;
  const cited = behind(evidence.tokens, evidence.mentions, place);
  return cited !== undefined && sameBody(claimed, cited, known);
}

/** “ban hành Kế hoạch số …” of a document that the sentence only names makes somebody its issuer. */
function sameDoing({ claim, evidence }: Laid, at: number, place: number): boolean {
  const issued = (tokens: readonly Token[], to: number): boolean =>
    /(?:^| )ban hành (?:\S+ ){1,2}số $|(?:^| )ban hành (?:\S+ ){1,3}$/u.test(
      `${tokens
        .slice(Math.max(0, to - 6), to)
        .map(token => token.text)
        .join(' ')} `,
    );
  const based = claim.slice(Math.max(0, at - 7), at).some(token => /^(?:căn|theo)$/u.test(token.text));
  return !issued(claim, at) || based || issued(evidence.tokens, place);
}
