import type { Laid } from '../sentence.ts';
import { FREE } from '../words/gate-words.ts';
import type { Mention } from './mention.ts';

/** “Đảng ủy cơ sở không được có …” of “Đối với đảng ủy cơ sở, không có …”. */
export function mayNotHave({ claim, evidence }: Laid, { to }: Mention, cited: readonly Mention[]): boolean {
  const behind = (tokens: Laid['claim'], at: number): string =>
    tokens
      .slice(at, at + 7)
      .map(token => token.text)
      .join(' ');
  return (
    /^(?:(?:phải )?(?:bảo đảm|đảm bảo) |phải )?không (?:được )?(?:có|để) /u.test(behind(claim, to)) &&
    cited.some(
      each => each.role === 'topic' && /^[,:] không (?:có|để) /u.test(behind(evidence.tokens, each.to)),
    )
  );
}

/**
 * “X theo Quy định số …” of “Quy định số … về chức năng, nhiệm vụ của X”, “… đối với X”; null where nothing of the
 * kind is said.
 */
export function follows(
  { claim, evidence }: Laid,
  { to }: Mention,
  cited: readonly Mention[],
): boolean | null {
  const at = claim.findIndex(({ kind }, i) => i >= to && kind === 'document');
  const between = claim.slice(to, Math.max(to, at)).map(token => token.text);
  if (at < 0 || at - to > 16 || !between.some(text => text === 'theo' || text === 'dụng')) return null;
  // “chi bộ cơ sở trong doanh nghiệp” is another than the one “trong đơn vị sự nghiệp”: word for word.
  const whose = between
    .slice(
      0,
      between.findIndex(text => /^(?:theo|áp|thực|làm|căn|tổ)$/u.test(text)),
    )
    .filter(text => !FREE.has(text) && text !== ',');
  const place = evidence.tokens.findIndex(
    ({ kind, text }) => kind === 'document' && text === claim[at]!.text,
  );
  if (place < 0) return null;
  const next = evidence.tokens.findIndex((token, i) => i > place && token.kind === 'document');
  const until = Math.min(next < 0 ? evidence.tokens.length : next, place + 40);
  if (!cited.some(each => each.from > place && each.from < until)) return null;
  const there = new Set(evidence.tokens.slice(place, until).map(token => token.text));
  if (whose.every(text => there.has(text))) return true;
  const elsewhere = (each: Mention): boolean =>
    each.role === 'agent' && evidence.parts[each.from] === 'own' && (each.from < place || each.from >= until);
  return cited.some(elsewhere) ? null : false;
}
