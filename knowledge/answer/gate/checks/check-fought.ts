import { phraseAt } from '../reading/phrases.ts';
import type { Check } from '../sentence.ts';
import { isContent } from './check-words.ts';

const FIGHTS = [['chống'], ['khắc', 'phục'], ['ngăn', 'chặn'], ['phê', 'phán'], ['xóa', 'bỏ']];
/** What a claim may say of such things instead. */
const AGAINST =
  /^(?:chống|đấu|khắc|ngăn|phê|xóa|loại|phòng|ngừa|không|chưa|chẳng|đừng|hạn|trừ|sửa|chấn|xử|hủy|lùi|cấm|giải)$/u;

/** “chống bệnh thành tích, dĩ hòa vi quý”: what is fought is nothing to keep. */
export const checkFought: Check = ({ claim, aligned, evidence: { tokens, parts } }) => {
  const fought = new Set<number>();
  tokens.forEach((_, at) => {
    const length = parts[at] === 'own' ? phraseAt(tokens, at, FIGHTS) : 0;
    if (length === 0) return;
    for (let i = at + length; i < tokens.length; i++) {
      const { kind, text } = tokens[i]!;
      if (kind === 'stop' && text !== ',') break;
      if (/^(?:để|nhằm|và|trong)$/u.test(text)) break;
      fought.add(i);
    }
  });
  if (fought.size === 0 || claim.some(({ kind, text }) => kind === 'word' && AGAINST.test(text))) return null;
  const first = claim.findIndex((_, i) => isFought(i) && isFought(i + 1) && isFought(i + 2));
  if (first < 0) return null;
  return claim.slice(0, first).some(({ text }) => text === 'tránh') ? null : 'negation';

  function isFought(i: number): boolean {
    const own = (aligned[i] ?? []).filter(place => parts[place] === 'own');
    return isContent(claim, aligned, i) && own.length > 0 && own.every(place => fought.has(place));
  }
};
