import { textAt } from '../reading/phrases.ts';
import type { Token } from '../reading/token.ts';
import type { Mention, Role } from './mention.ts';

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

/** “Thẩm quyền công nhận … là X”, “nơi xét, công nhận … là X”. */
const COMPETENT =
  /có thẩm quyền|(?:^| )thẩm quyền(?: \S+){0,4} là$|(?:^| )(?:nơi|cấp|người)(?: quyết định)?(?: (?:xét|và|,))* (?:công nhận|quyết định)(?: [^;]{0,40})? là$/u;

/** Read off the words before a body; `last`: the body before it; `over`: the one before that is no body’s parent. */
export function roleAt(
  tokens: readonly Token[],
  from: number,
  last: Mention | undefined,
  over?: Mention,
): Role {
  let at = from - 1;
  if (tokens[at]?.text === ',' && textAt(tokens, at - 1) === 'chi') at -= 2;
  while (DETERMINERS.has(textAt(tokens, at) ?? '') || isOrganised(at)) at--;
  const token = tokens[at];
  const word = textAt(tokens, at);
  const before = textAt(tokens, at - 1);
  const ended = last !== undefined && textAt(tokens, last.to) === 'trực' ? last.to + 2 : last?.to;
  const listed =
    last !== undefined &&
    (ended === at || onlyPlaces(tokens, last.to, at)) &&
    (token?.text === ',' || word === 'và' || word === 'hoặc' || word === 'hay');
  const goesOn = (one: Mention): Role => (one.role === 'parent' ? (over?.role ?? 'agent') : one.role);
  if (last && (listed || last.to === from)) return goesOn(last);
  const bothSigns = last !== undefined && last.to === at - 1 && tokens[at - 1]?.text === ',' && word === 'và';
  if (bothSigns) return goesOn(last);
  if (token?.kind === 'number') return 'object';
  if (token === undefined || token.kind === 'stop' || word === undefined) return 'agent';
  if (word.includes('hằng-')) return 'agent';
  const earlier = segmentBefore(tokens, at);
  if (word === 'của')
    return before === 'quyền' || (before === 'là' && earlier.includes('thẩm quyền')) ? 'competent' : 'owner';
  if (word === 'thuộc') {
    if (before === 'trực') return 'parent';
    if (allBefore(tokens, at).includes('thẩm quyền')) return 'competent';
    return last === undefined || tokens[0]?.text === 'việc' ? 'by' : 'parent';
  }
  if (word === 'về' && before === 'thuộc') return 'competent';
  if (word === 'quyền' && before === 'thẩm') return 'competent';
  if (word === 'do' || word === 'bởi') return 'by';
  if ((word === 'được' || word === 'bị') && textAt(tokens, at) !== undefined) return 'by';
  if (word === 'là' && COMPETENT.test(allBefore(tokens, at + 1))) return 'competent';
  if (word === 'là' && /^(?:phạm vi|địa bàn) /u.test(allBefore(tokens, at))) return 'object';
  if (word === 'là' && last !== undefined && /^(?:cơ quan|đơn vị|nơi|bên|cấp|người) /u.test(earlier))
    return /nơi (?:tiếp )?(?:nhận|gửi)/u.test(earlier) ? 'recipient' : 'named';
  if (
    word === 'là' &&
    last !== undefined &&
    /^(?:cơ quan|đơn vị|nơi|bên|cấp|người)(?: |$)|(?:^| )thì (?:cơ quan|đơn vị|nơi|bên|cấp) /u.test(
      allBefore(tokens, at),
    )
  )
    return /nơi (?:tiếp )?(?:nhận|gửi)|nhận báo cáo/u.test(allBefore(tokens, at)) ? 'recipient' : 'named';
  if (word === 'là' && last === undefined)
    return /nơi (?:tiếp )?(?:nhận|gửi)|nhận báo cáo/u.test(allBefore(tokens, at)) ? 'recipient' : 'named';
  if (word === 'qua') return 'via';
  if (word === 'cùng') return 'partner';
  if (word === 'giữa') return 'owner';
  if ((word === 'cầu' && before === 'yêu') || (word === 'nghị' && before === 'đề')) return 'agent';
  if (word === 'đảm' && /^(?:bảo|đảm)$/u.test(before ?? '')) return 'agent';
  if (word === 'việc' || (word === 'còn' && before !== 'không')) return 'agent';
  if (word === 'cho' && before === 'giao') return 'by';
  if (word === 'cho' && /^(?:dụng|dành|ra|tính)$/u.test(before ?? '')) return 'topic';
  if (word === 'với') {
    if (before === 'đối' || before === 'cầu' || /áp dụng|đặt ra/u.test(earlier)) return 'topic';
    if (before === 'hợp' || before === 'cùng') return 'partner';
    if (/(?:^| )(?:chỉ tiêu|yêu cầu|tỷ lệ|mức|tiêu chí|hạn) với$/u.test(earlier)) return 'topic';
    return /báo cáo|phản ánh/u.test(earlier)
      ? 'recipient'
      : at === 0 || tokens[at - 1]?.kind === 'stop'
        ? 'topic'
        : 'partner';
  }
  if (word === 'cho' && /áp dụng|dành/u.test(allBefore(tokens, at))) return 'topic';
  if (word === 'về' && !/báo cáo|gửi|nộp|trình|phản ánh|chuyển|thông báo|thuộc/u.test(earlier))
    return 'topic';
  if (word === 'cho' && /tham mưu(?: \S+){0,3} cho$/u.test(earlier)) return 'assisted';
  if (word === 'lại' && before === 'cáo') return 'recipient';
  if (word === 'đến' && /^(?:nói|nhắc|kể|cập)$/u.test(before ?? '')) return 'object';
  if (TO.has(word) || (before === 'báo' && word === 'cáo')) return 'recipient';
  if (word === 'giúp' || (before === 'tham' && word === 'mưu') || (before === 'hỗ' && word === 'trợ'))
    return 'assisted';
  if (
    word === 'giao' ||
    word === 'ở' ||
    word === 'tại' ||
    word === 'khi' ||
    word === 'nếu' ||
    word === 'mà' ||
    word === 'để' ||
    word === 'và' ||
    word === 'thì'
  )
    return 'agent';
  if (word === 'hợp' && before === 'trường') return 'agent';
  return 'object';

  /** “các tổ chức đoàn thể”. */
  function isOrganised(i: number): boolean {
    const [one, other, next] = [textAt(tokens, i - 1), textAt(tokens, i), textAt(tokens, i + 1)];
    return (one === 'tổ' && other === 'chức') || (other === 'tổ' && next === 'chức');
  }
}

/** “đảng bộ xã, thị trấn, chi bộ ấp”: kinds of places may stand between two of a list. */
function onlyPlaces(tokens: readonly Token[], from: number, to: number): boolean {
  const between = tokens.slice(from, to).map(token => token.text);
  return between.length > 0 && between.every(text => /^(?:,|và|xã|thị|trấn|phường|ấp|khu|phố)$/u.test(text));
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

function allBefore(tokens: readonly Token[], at: number): string {
  return tokens
    .slice(0, at)
    .map(token => token.text)
    .join(' ');
}
