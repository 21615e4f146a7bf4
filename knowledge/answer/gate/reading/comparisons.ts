import type { Comparison, Token } from './token.ts';

const SIGNS: readonly (readonly [string, Comparison])[] = [
  ['không dưới', '>='],
  ['không thấp hơn', '>='],
  ['không ít hơn', '>='],
  ['không quá', '<='],
  ['không vượt quá', '<='],
  ['không hơn', '<='],
  ['ít hơn', '<'],
  ['thấp hơn', '<'],
  ['nhỏ hơn', '<'],
  ['cao hơn', '>'],
  ['nhiều hơn', '>'],
  ['lớn hơn', '>'],
  ['trên', '>'],
  ['hơn', '>'],
  ['vượt', '>'],
  ['quá', '>'],
  ['chưa đến', '<'],
  ['chưa tới', '<'],
  ['chưa đầy', '<'],
  ['dưới', '<'],
  ['ít nhất', '>='],
  ['tối thiểu là', '>='],
  ['ít nhất là', '>='],
  ['tối thiểu', '>='],
  ['từ', '>='],
  ['tối đa', '<='],
  ['nhiều nhất', '<='],
  ['cao nhất', '<='],
  ['khoảng', '~'],
  ['gần', '~'],
  ['xấp xỉ', '~'],
  ['chừng', '~'],
];
const RELATIONS: readonly (readonly [string, 'before' | 'until' | 'after' | 'from'])[] = [
  ['không muộn hơn', 'until'],
  ['chậm nhất', 'until'],
  ['muộn nhất', 'until'],
  ['trễ nhất', 'until'],
  ['đến hết', 'until'],
  ['cho đến', 'until'],
  ['hạn chót', 'until'],
  ['hạn cuối', 'until'],
  ['hạn', 'until'],
  ['không quá', 'until'],
  ['trước', 'before'],
  ['đến', 'until'],
  ['tới', 'until'],
  ['hết', 'until'],
  ['sau', 'after'],
  ['quá', 'after'],
  ['kể từ', 'from'],
  ['từ', 'from'],
];
const BETWEEN = new Set([
  'là',
  'ngày',
  'vào',
  'đạt',
  'có',
  'cuối',
  'cùng',
  'của',
  'trong',
  'trước',
  'nhất',
  'ở',
  'mức',
  'năm',
]);

/** The words of comparison before a number or a day become a part of it. */
export function compared(tokens: readonly Token[]): Token[] {
  const out: Token[] = [];
  for (const [i, token] of tokens.entries()) {
    if (token.kind === 'number') out.push(signed(token, tokens, i, out));
    else if (token.kind === 'date') {
      const relation =
        takeBefore(out, RELATIONS, [...BETWEEN]) ??
        (isDue(out, token.segment) || duedBehind(tokens, i) ? 'until' : null);
      out.push({ ...token, relation: relation ?? 'on' });
    } else out.push(token);
  }
  return out.filter((_, i) => !isRise(out, i));
}

function signed(
  token: Extract<Token, { kind: 'number' }>,
  tokens: readonly Token[],
  at: number,
  out: Token[],
): Token {
  const ofThem = tokens[at - 1]?.text === 'trong' && tokens[at - 2]?.kind === 'number';
  if (ofThem) return token;
  const sign = takeBefore(out, SIGNS, token.percent ? ['đạt', 'có', 'là', 'mức', 'bằng'] : []);
  const rise = riseAfter(tokens, at);
  return { ...token, sign: rise === '<=' ? '<=' : (sign ?? rise ?? '=') };
}

/** “Hạn báo cáo là ngày …”: what stands before says that it is a limit. */
function isDue(out: readonly Token[], segment: number): boolean {
  return out.some(
    token => token.kind === 'word' && /^(?:hạn|mốc)$/u.test(token.text) && token.segment === segment,
  );
}

/** “Năm 2022 là mốc hoàn thành”. */
function duedBehind(tokens: readonly Token[], at: number): boolean {
  return (
    tokens[at + 1]?.text === 'là' &&
    (/^(?:mốc|hạn)$/u.test(tokens[at + 2]?.text ?? '') || tokens[at + 3]?.text === 'hạn')
  );
}

function takeBefore<T>(
  out: Token[],
  list: readonly (readonly [string, T])[],
  between: readonly string[],
): T | null {
  for (let skip = 0; skip <= 3; skip++) {
    const end = out.length - skip;
    if (skip > 0) {
      const passed = out[end];
      if (passed?.kind !== 'word' || !between.includes(passed.text)) return null;
    }
    for (const [phrase, value] of list) {
      const words = phrase.split(' ');
      const from = end - words.length;
      if (from < 0) continue;
      const there = words.every((word, k) => out[from + k]!.kind === 'word' && out[from + k]!.text === word);
      if (!there) continue;
      out.splice(from, words.length);
      return value;
    }
  }
  return null;
}

/** “từ 50 đảng viên trở lên”: up to six words may stand between. */
function riseAfter(tokens: readonly Token[], at: number): '>=' | '<=' | null {
  for (let i = at + 1; i < Math.min(tokens.length - 1, at + 9); i++) {
    const [word, next] = [tokens[i]!, tokens[i + 1]!];
    if (word.kind === 'number' || word.kind === 'stop' || word.kind === 'rank') return null;
    if (word.kind === 'word' && word.text === 'trở' && next.kind === 'word')
      return next.text === 'lên' ? '>=' : next.text === 'xuống' ? '<=' : null;
  }
  return null;
}

function isRise(tokens: readonly Token[], i: number): boolean {
  const [token, next, last] = [tokens[i]!, tokens[i + 1], tokens[i - 1]];
  const rises = (text: string | undefined): boolean => text === 'lên' || text === 'xuống';
  if (token.kind !== 'word') return false;
  return (token.text === 'trở' && rises(next?.text)) || (rises(token.text) && last?.text === 'trở');
}
