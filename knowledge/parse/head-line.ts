import type { Role } from './piece.ts';

const TYPES =
  'KẾ HOẠCH|HƯỚNG DẪN|NGHỊ QUYẾT|QUYẾT ĐỊNH|QUY ĐỊNH|QUY CHẾ|QUY TRÌNH|CHỈ THỊ|KẾT LUẬN|THÔNG BÁO|THÔNG TRI|THÔNG TƯ|' +
  'CHƯƠNG TRÌNH HÀNH ĐỘNG|CHƯƠNG TRÌNH|ĐỀ ÁN|PHƯƠNG ÁN|BÁO CÁO|TỜ TRÌNH|CÔNG VĂN|BIÊN BẢN|ĐIỀU LỆ|LUẬT|NGHỊ ĐỊNH|DANH SÁCH|NỘI QUY';

const TYPE_ALONE = new RegExp(`^(?:${TYPES})$`);
const TYPE_FIRST = new RegExp(`^(?:${TYPES})\\s`);
const OFFICE =
  /^(?:ĐẢNG CỘNG SẢN|CỘNG H[OÒ]|ĐỘC LẬP|Độc lập|ĐẢNG (?:BỘ|ỦY|UỶ)|CHI (?:BỘ|ỦY|UỶ)|(?:HUYỆN|TỈNH|THÀNH|QUẬN|THỊ) [ỦU][YỶ]|BAN |ỦY BAN|UỶ BAN|VĂN PHÒNG)/;
const PLACE_AND_DATE = /^.{0,60}?ngày\s*[\d.…\s]*tháng\s*[\d.…\s]*năm\s*[\d.…\s]*$/u;
const NUMBER = /^Số\s*:?\s*[\d.…\s]*[-–/]\s*\p{Lu}/u;

/** What a line above the body is, by its form alone; null for words that only their place tells. */
export function headLineRole(line: string): Role | null {
  if (NUMBER.test(line) && line.length < 60) return 'number';
  if (PLACE_AND_DATE.test(line)) return 'place-date';
  if (TYPE_ALONE.test(line)) return 'type';
  if (/^[\s*\-–—_=.…]+$/.test(line) || OFFICE.test(line)) return 'letterhead';
  if (isCapitals(line)) return TYPE_FIRST.test(line) ? 'title' : 'letterhead';
  return null;
}

/** Lines with which a document begins to give its reasons. */
export function opensPreamble(line: string): boolean {
  return /^(?:-\s*)?(?:Căn cứ|Thực hiện (?:Nghị|Quy|Kế|Hướng|Chỉ|Chương|Thông|Kết|Điều|Công)|Xét|Theo đề nghị|Để )/u.test(
    line,
  );
}

/** Written in capitals throughout, as headings and letterheads are. */
export function isCapitals(line: string): boolean {
  return /\p{Lu}{2}/u.test(line) && !/\p{Ll}/u.test(line);
}

/** “T/M BAN THƯỜNG VỤ”, “K/T TRƯỞNG BAN”: who signs, and for whom. */
export function opensSignature(line: string): boolean {
  return /^(?:T\/M|TM\.?|K\/T|KT\.?|T\/L|TL\.?|T\.M\.?|TUQ\.?|Q\.)\s+\p{Lu}/u.test(line) && isCapitals(line);
}
