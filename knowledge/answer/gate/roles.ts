import type { Mention } from './bodies.ts';
import { textAt } from './phrases.ts';
import type { Token } from './tokens.ts';

/** What a body is in its sentence. */
export type Role =
  | 'agent'
  | 'object'
  | 'recipient'
  | 'via'
  | 'partner'
  | 'assisted'
  | 'parent'
  | 'owner'
  | 'by'
  | 'competent'
  | 'topic'
  | 'model'
  /** “Đơn vị chủ trì là X”. */
  | 'named';

const DETERMINERS = new Set([
  'các',
  'những',
  'mỗi',
  'từng',
  'mọi',
  'một',
  'số',
  'đồng',
  'chí',
  'cơ',
  'quan',
  'toàn',
  'cả',
]);
const TO = new Set(['về', 'lên', 'tới', 'đến', 'cho', 'gửi', 'trình', 'nộp', 'chuyển']);

/** Read off the words before a body; `last`: the body before it. */
export function roleAt(tokens: readonly Token[], from: number, last: Mention | undefined): Role {
  let at = from - 1;
  if (tokens[at]?.text === ',' && textAt(tokens, at - 1) === 'chi') at -= 2;
  while (DETERMINERS.has(textAt(tokens, at) ?? '')) at--;
  const token = tokens[at];
  const word = textAt(tokens, at);
  const before = textAt(tokens, at - 1);
  const listed =
    last !== undefined &&
    last.to === at &&
    (token?.text === ',' || word === 'và' || word === 'hoặc' || word === 'hay');
  if (listed || last?.to === from) return last.role === 'parent' ? 'agent' : last.role;
  const bothSigns = last !== undefined && last.to === at - 1 && tokens[at - 1]?.text === ',' && word === 'và';
  if (bothSigns) return last.role === 'parent' ? 'agent' : last.role;
  if (token?.kind === 'number') return 'object';
  if (token === undefined || token.kind === 'stop' || word === undefined) return 'agent';
  if (word.includes('hằng-')) return 'agent';
  const earlier = segmentBefore(tokens, at);
  if (word === 'của')
    return before === 'quyền' || (before === 'là' && earlier.includes('thẩm quyền')) ? 'competent' : 'owner';
  if (word === 'thuộc') {
    if (before === 'trực') return 'parent';
    if (earlier.includes('thẩm quyền')) return 'competent';
    return last === undefined || tokens[0]?.text === 'việc' ? 'by' : 'parent';
  }
  if (word === 'về' && before === 'thuộc') return 'competent';
  if (word === 'quyền' && before === 'thẩm') return 'competent';
  if (word === 'do' || word === 'bởi') return 'by';
  if ((word === 'được' || word === 'bị') && textAt(tokens, at) !== undefined) return 'by';
  if (word === 'là' && last === undefined)
    return /nơi nhận|nhận báo cáo/u.test(earlier) ? 'recipient' : 'named';
  if (word === 'qua') return 'via';
  if (word === 'cùng') return 'partner';
  if (word === 'cho' && before === 'giao') return 'by';
  if (word === 'cho' && (before === 'dụng' || before === 'dành')) return 'topic';
  if (word === 'với') {
    if (before === 'đối') return 'topic';
    if (before === 'hợp' || before === 'cùng') return 'partner';
    return earlier.includes('báo cáo')
      ? 'recipient'
      : at === 0 || tokens[at - 1]?.kind === 'stop'
        ? 'topic'
        : 'partner';
  }
  if (word === 'cho' && /tham mưu(?: \S+){0,3} cho$/u.test(earlier)) return 'assisted';
  if (word === 'lại' && before === 'cáo') return 'recipient';
  if (TO.has(word) || (before === 'báo' && word === 'cáo')) return 'recipient';
  if (word === 'giúp' || (before === 'tham' && word === 'mưu') || (before === 'hỗ' && word === 'trợ'))
    return 'assisted';
  if (
    word === 'giao' ||
    word === 'ở' ||
    word === 'tại' ||
    word === 'khi' ||
    word === 'nếu' ||
    word === 'và' ||
    word === 'thì'
  )
    return 'agent';
  if (word === 'hợp' && before === 'trường') return 'agent';
  return 'object';
}

/** The words of the segment up to and with a token. */
function segmentBefore(tokens: readonly Token[], at: number): string {
  const { segment } = tokens[at]!;
  return tokens
    .slice(0, at + 1)
    .filter(token => token.segment === segment)
    .map(token => token.text)
    .join(' ');
}
