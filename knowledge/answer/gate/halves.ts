import { mentionsIn } from './bodies/bodies.ts';
import type { Mention } from './bodies/mention.ts';
import type { Token } from './reading/token.ts';
import { tokensOf } from './reading/tokens.ts';

/** A sentence as two that were joined. */
export interface Halves {
  first: string;
  second: string;
  /** The second with what holds for both, “Để được công nhận, …” and “phải”, but not who was spoken of. */
  alone: string;
  /** The second with what goes on from the first, “phải” and its subject, once for each; itself where nothing does. */
  carried: string[];
  /** The second with all of its subjects, to be read as two again. */
  whole: string;
}

const JOINT =
  /\s*([;:])\s+|,\s+(?:(còn|trong khi|nhưng|ngược lại)\s+|(?:rồi|sau đó|đồng thời|và|cùng với|cũng như)\s+)?|\s+(?:và|rồi|đồng thời|đồng thời cũng|cũng như)\s+/giu;
const LINK = /^(?:còn|rồi|và|thì|nhưng|với(?= (?:đối tượng|thẩm quyền|thời hạn|hạn|mức|tỷ lệ) ))\s+/iu;
/** What a sentence begins with may hold for both halves; so may “không”. */
const HOLDS_ON =
  /^(?:trước|sau|khi|nếu|đối với|với|theo|trong|tại|ở|hằng|hàng|mỗi|định kỳ|vào|đến|từ|để|nhằm|muốn|ngoài|riêng|chỉ|cả|tất cả|toàn bộ|không)(?!\p{L})/iu;
const FRONT =
  /^(?:để|muốn|khi|nếu|đối với|với|theo|trong|tại|ở|hằng|hàng|mỗi|định kỳ)(?!\p{L})[^,;:]{3,90},\s+/iu;
const REVERSES = /(?<!\p{L})(?:không|chưa|chẳng|chỉ|trừ|miễn)(?!\p{L})/iu;
/** A half that only says when, how or to whom. */
const LEANS =
  /^(?:hằng|hàng|mỗi|trước|sau|trong|vào|khi|nếu|theo|để|nhằm|tại|ở|từ|đến|với|bằng|qua|thông qua|về|cho|của|gồm|như|kể cả|nhất là|\d)(?!\p{L})(?<!^với(?= (?:đối tượng|thẩm quyền|thời hạn|hạn|mức|tỷ lệ) ))/iu;
const MODAL = /(?<!\p{L})(?:bắt buộc|phải|có thể|khuyến khích)(?!\p{L})/iu;
/** A half that speaks of something else from its beginning. */
const THING =
  /^(?:việc|kết quả|thẩm quyền|yêu cầu|điều kiện|tiêu chí|hồ sơ|tỷ lệ|mức|thời (?:gian|hạn|điểm)|hạn|nội dung|phạm vi|đối tượng|tài liệu|kế hoạch|quyết định|nghị quyết|văn bản|hướng dẫn số|quy định số|thông báo số)(?!\p{L})/iu;
const SUBJECTS = new Set<Mention['role']>(['agent', 'by', 'topic', 'competent', 'named']);
const MOST = 24;

/** Every way to read a sentence as two: “A, còn B”, “A; B”, “A rồi B”, “A và B”. */
export function halvesOf(sentence: string): Halves[] {
  return [...sentence.matchAll(JOINT)].slice(0, MOST).flatMap(joint => {
    const first = sentence.slice(0, joint.index).trim();
    const second = sentence
      .slice(joint.index + joint[0].length)
      .replace(LINK, '')
      .trim();
    const apart = joint[1] !== undefined || joint[2] !== undefined;
    // “không để xảy ra A, đồng thời không có B”: “không” does not go on where the second has its own.
    const goesOn =
      REVERSES.test(first) && !(/đồng thời/iu.test(joint[0]) || REVERSES.test(second.slice(0, 12)));
    const front = apart ? '' : (FRONT.exec(first)?.[0] ?? '');
    const body = first.slice(front.length);
    if (!apart && (HOLDS_ON.test(body) || goesOn || LEANS.test(second) || body.length < 12)) return [];
    const { carried, whole, bare } = carriedInto(body, second);
    const led = (text: string): string => front + text;
    return [{ first, second, alone: led(bare), carried: carried.map(led), whole: led(whole) }];
  });
}

function carriedInto(first: string, second: string): Pick<Halves, 'carried' | 'whole'> & { bare: string } {
  const thing = THING.test(second);
  const modal = thing || MODAL.test(second) ? '' : (MODAL.exec(first)?.[0] ?? '');
  const begins =
    thing ||
    mentionsIn(tokensOf(second)).some(
      ({ from, role }) => role === 'by' || role === 'competent' || (from <= 3 && SUBJECTS.has(role)),
    );
  const tokens = tokensOf(first);
  const subjects = begins ? [] : leading(tokens).map(({ from, to }) => said(tokens.slice(from, to)));
  const saidOf = (subject: string): string => [subject, modal, second].filter(word => word !== '').join(' ');
  const whole = saidOf(subjects.join(', '));
  return { carried: subjects.length === 0 ? [whole] : subjects.map(saidOf), whole, bare: saidOf('') };
}

/** Those that the first half speaks of from its beginning: one body, or a list of them. */
function leading(tokens: readonly Token[]): Mention[] {
  const all = mentionsIn(tokens);
  const start = all.findIndex(({ from, role }) => from <= 3 && role === 'agent');
  if (start < 0) return all.filter(({ role }) => role === 'by').slice(0, 1);
  const list = [all[start]!];
  for (const next of all.slice(start + 1)) {
    const between = tokens.slice(list.at(-1)!.to, next.from).map(({ text }) => text);
    if (!between.every(text => /^(?:,|và|hoặc|các|cơ|sở)$/u.test(text))) break;
    list.push(next);
  }
  return list;
}

const said = (tokens: readonly Token[]): string => tokens.map(({ text }) => text).join(' ');
