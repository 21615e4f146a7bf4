import type { ReadQuestion } from './read-question.ts';

const TIME =
  /\d\/\d|ngày|tháng|quý|\d{4}|trước khi|sau khi|dịp|\bkỳ\b|hằng|hàng|khi|thường xuyên|gần nhất|kết thúc|định kỳ|kịp thời|năm|thời gian|thời điểm|tuần/iu;
// A day, a month or an occasion, for who asks “ngày nào”, “hạn”, “chậm nhất”.
const DAY =
  /\d\/\d|ngày\s+\d|tháng\s+\d|quý|trước khi|sau khi|trước hoặc|dịp|hằng|hàng|kế tiếp|gần nhất|tiếp theo|mỗi (năm|tháng)|năm\s+\d|kịp thời|khi họp|đến năm/iu;
const ASKS_DAY =
  /ngay (nao|may)|thang (may|nao)|cham nhat|\bhan (nop|gui|chot|cuoi|bao cao)|thoi han|muon nhat|truoc ngay/;
const COUNTABLE =
  /(?:may|bao nhieu) (ho|nguoi|dong chi|can bo|doan vien|cuoc|phieu|trang|thanh vien|chi bo|dang vien)\b/;
const NUMBERED = /(?<![\d/-])\d+(?:,\d+)?\s*(?:%|\p{Ll})/u;
const OFTEN =
  /(hằng|hàng|mỗi|từng)\s+(ngày|tuần|tháng|quý|năm)|\d+\s+lần|\d+\s+năm|thường xuyên|theo quý|tháng\s+\d+/iu;
const MONEY = /\btiền\b|kinh phí|đồng\/|triệu/iu;

/** Units in which something is measured, folded, and what a quotation that states such a measure looks like. */
const MEASURES: readonly (readonly [RegExp, RegExp])[] = [
  [/may phut|bao nhieu phut|may gio|bao nhieu gio|may tieng/, /\d+\s*(phút|giờ|tiếng)/iu],
  [/bao nhieu tuoi|may tuoi|tu .{0,12}tuoi|tuoi dang/, /\d+\s*(tuổi|năm tuổi)/iu],
  [/(may|bao nhieu) diem/, /\d+\s*điểm|điểm/iu],
  [/(may|bao nhieu) (ngay|hom)/, /\d+\s*(ngày|hôm)/iu],
  [/(may|bao nhieu) (lan|ky|buoi|cuoc)|may thang (mot|1) lan|bao lau (mot|1)? ?lan/, OFTEN],
  [/(may|bao nhieu) nam\b(?! nao)/, /\d+\s*năm|hằng năm|hàng năm/iu],
  [
    /(den|keo dai den) (bao gio|khi nao|luc nao|ngay nao)|(bao gio|khi nao|luc nao) (thi )?(ket thuc|het)/,
    /đến (năm|ngày|hết|khi)|kết thúc/iu,
  ],
  [/(may|bao nhieu) trang/, /\d+\s*trang/iu],
  [/(toi da|toi thieu|it nhat|nhieu nhat) (may|bao nhieu)/, /\d/u],
];

/**
 * Could these quotations be an answer of the kind asked for? A share is answered by a percentage, “mấy phút” by
 * minutes. False means that the plan speaks of the matter and leaves out what was asked.
 */
export function fitsAspect(question: ReadQuestion, quotes: readonly string[]): boolean {
  const text = quotes.join('\n');
  const { aspects, folded } = question;
  if (aspects.has('money') && !MONEY.test(text)) return false;
  if (
    aspects.has('share') &&
    !aspects.has('list') &&
    /phan tram|%|ty le (la )?bao nhieu/.test(folded) &&
    !/%|phần trăm/iu.test(text)
  ) {
    return false;
  }
  if (aspects.has('when') && !(ASKS_DAY.test(folded) ? DAY : TIME).test(text)) return false;
  if (COUNTABLE.test(folded) && !NUMBERED.test(text) && !aspects.has('list')) return false;
  return MEASURES.every(([asked, stated]) => !asked.test(folded) || stated.test(text));
}
