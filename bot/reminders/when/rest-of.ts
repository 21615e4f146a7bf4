/** What a sentence says beside the time: the words of asking, then what is left of it. */
import { DATE, EACH, hide, pattern, TIME, type TypedText } from './typed-text.ts';

const ME = '(?:tôi|tui|tớ|mình|em|chúng tôi|bọn tôi|bọn mình|cháu)';
const ABOUT = '(?: (?:là|rằng|về việc|về chuyện|việc|biết))?';
const PLEASE =
  '(?:(?:dạ|thưa|kính|kính nhờ|đề nghị|phiền|hãy|nhờ|xin|vui lòng|làm ơn|nhớ|bạn|đồng chí|đ/c|trợ lý|ơi|giúp tôi|cho tôi)(?: |~,~))*';
const FOR = '(?: (?:giúp|giùm|dùm|hộ|cho))?';
const ASKER = '(?:(?:tôi|tui|mình|em|e|anh|a|chị|bạn)(?: |~,~))*';
const ASKING = pattern(
  `${PLEASE}(?:(?:nhắc|nhăc|nhặc)(?: nhở| lịch| việc| hẹn)?|báo|hẹn)${FOR} ${ME}${ABOUT}`,
);
const ORDER = pattern(
  `^\\s*${ASKER}${PLEASE}(?:anh |chị |a |c )?(?:(?:thêm việc|đặt báo thức|(?:đặt|tạo|thêm|lên|ghi|cài)(?: (?:một|1))?(?: (?:lịch|lời|việc|cái))? (?:nhắc nhở|nhắc việc|nhắc hẹn|nhắc|nhở|hẹn|lịch))` +
    `|nhắc(?: lịch| việc)?(?! (?:nhở|đảng|các|cả|toàn|tất cả|đồng chí|mọi|chi bộ|cấp|anh|chị|bác|chú|cô|ông|bà)(?!\\p{L}))|ghi nhớ|lên lịch|đặt lịch)${FOR}(?: ${ME})?${ABOUT}(?!\\p{L})`,
);
const REMEMBER = pattern(`^\\s*(?:nhớ|hãy)(?= (?!nhắc))`);
const PLEASANTRY = pattern(`(?:nhé|nha|nhá|nghen|ạ|với|(?:giúp|giùm|dùm|hộ)(?: ${ME})?)(?=~[.!?]*~$)`);

/** Hides “hãy nhắc tôi”, “đặt lịch”, “nhé”. */
export function hideAsking(typed: TypedText): void {
  for (const asking of [ASKING, ORDER, REMEMBER, PLEASANTRY]) {
    const match = typed.find(asking);
    if (match) hide(typed, match.start, match.end);
  }
}

const LINKS =
  'vào lúc|vào ngày|vào|lúc|ngày|cho đến|đến|trong|trước|hạn chót|hạn cuối|hạn|chậm nhất là|chậm nhất|muộn nhất là|muộn nhất|cứ|khoảng|tầm|dịp|và|buổi';
/** Without diacritics these may be other words: “hoi” (hội), “thi”, “tu”. */
const MARKED_LINKS = 'chừng|hồi|từ|là|của|nhân|thì|nhắc|hôm';
const BEFORE = {
  marked: pattern(`(?:${LINKS}|${MARKED_LINKS})~(?:[,;:])?~$`).marked,
  unmarked: pattern(`(?:${LINKS})~(?:[,;:])?~$`).unmarked,
};
const AFTER = {
  marked: pattern('^~(?:là|thì|và|của|nhắc)(?= |$)').marked,
  unmarked: pattern('^~(?:là|và)(?= |$)').unmarked,
};
const GONE = new RegExp(`[${DATE}${TIME}${EACH}\u0003]+`, 'u');

/** The words that are left, in the person's own spelling. */
export function restOf(typed: TypedText): string {
  const pieces: string[] = [];
  let at = 0;
  const left = typed.left();
  const parts = left.split(GONE);
  parts.forEach((part, i) => {
    const start = left.indexOf(part, at);
    at = start + part.length;
    let piece = typed.text.slice(start, at);
    if (i < parts.length - 1) piece = without(piece, BEFORE, typed.marked);
    if (i > 0) piece = without(piece, AFTER, typed.marked);
    piece = piece.replace(/^[\s,;:.()–-]+|[\s,;:(–-]+$/gu, '').trim();
    if (piece !== '') pieces.push(piece);
  });
  return pieces
    .join(' ')
    .replace(/\s+/g, ' ')
    .replace(/\s*[.!?]+$/u, '')
    .trim();
}

/** Again and again, until nothing of it is left: “vào lúc”, “hạn là”. */
function without(piece: string, link: ReturnType<typeof pattern>, marked: boolean): string {
  let rest = piece;
  for (;;) {
    const match = (marked ? link.marked : link.unmarked).exec(rest.toLowerCase());
    if (match === null || match[0].trim() === '') return rest;
    rest = rest.slice(0, match.index) + rest.slice(match.index + match[0].length);
  }
}
