import type { Token } from '../reading/token.ts';
import { FREE } from '../words/gate-words.ts';

const EXISTENTIAL = new Set(['có', 'để', 'còn', 'bị', 'một', 'ai', 'nào']);

/** Places that a negation reaches: three words of meaning, or all of the piece after “không có”, “không để”. */
export function reached(tokens: readonly Token[], at: number): { near: Set<number>; wide: Set<number> } {
  const near = new Set<number>();
  const wide = new Set<number>();
  // “không được có …”, “không được để …”, “không được bị …”
  const allowed = tokens[at + 1]?.text === 'được' && ['có', 'để', 'bị'].includes(tokens[at + 2]?.text ?? '');
  const next = tokens[allowed ? at + 2 : at + 1];
  const exists = next?.kind === 'word' && (EXISTENTIAL.has(next.text) || isActor(tokens, at + 1));
  let words = 0;
  for (let i = at + 1; i < tokens.length; i++) {
    const token = tokens[i]!;
    const other = token.text === ',' && /^(?:còn|nhưng|riêng)$/u.test(tokens[i + 1]?.text ?? '');
    const ends = token.kind === 'stop' && !(exists && token.text === ',' && !other);
    if (ends || (token.kind === 'word' && token.text === 'thì')) break;
    if (token.kind !== 'word') continue;
    if (!FREE.has(token.text)) words++;
    if (words <= 3) near.add(i);
    if (exists) wide.add(i);
  }
  return { near, wide };
}

function isActor(tokens: readonly Token[], at: number): boolean {
  const [first, , third] = [tokens[at]?.text ?? '', null, tokens[at + 2]?.text ?? ''];
  if (first === 'tổ') return third === 'đảng' || third === 'cơ' || tokens[at + 1]?.text === 'đảng';
  return ['đảng', 'chi', 'cán', 'cá', 'tập'].includes(first);
}
