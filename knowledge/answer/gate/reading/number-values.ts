const UNITS: Readonly<Record<string, number>> = {
  một: 1,
  hai: 2,
  ba: 3,
  bốn: 4,
  tư: 4,
  năm: 5,
  lăm: 5,
  sáu: 6,
  bảy: 7,
  bẩy: 7,
  tám: 8,
  chín: 9,
  mốt: 1,
};
const UNIT = Object.keys(UNITS).join('|');
/** What is counted: only before these is a word like “ba” a number. */
const COUNTED =
  'lần|tháng|ngày|tuần|quý|mức|tiêu chí|nội dung|điều|chi bộ|đảng bộ|đảng viên|người|đồng chí|phần|bước|loại|cấp|nhóm|ý|mẫu|tập thể|cá nhân|tổ|kỳ|buổi|cuộc|đợt|khoản|mục|điểm|văn bản|cơ quan|đơn vị|nhiệm vụ|nhiệm kỳ|trong số|trong (?:hai|ba|bốn|năm|\\d)|giờ|hình thức|nguyên tắc|giải pháp|yêu cầu|giảng viên|lớp|điều kiện|mặt|cán bộ|tháng|mẩu|chỉ tiêu|nghị quyết|vụ|trường hợp|chuyên đề|năm|đợt|trang|lĩnh vực';
const L = '(?<![\\p{L}\\p{M}])';
const R = '(?![\\p{L}\\p{M}])';
// “ba mươi năm” counts years: five behind tens is “lăm”.
const BEHIND = Object.keys(UNITS)
  .filter(word => word !== 'năm')
  .join('|');
const TENS = new RegExp(`${L}(?:(${UNIT}) mươi(?: (${BEHIND}))?|mười(?: (${BEHIND}))?)${R}`, 'giu');
const HUNDRED = new RegExp(`${L}một trăm${R}`, 'giu');
const ONE = new RegExp(`${L}(một|hai|ba|bốn|sáu|bảy|tám|chín) (?=(?:${COUNTED})${R})`, 'giu');
// “năm” is a year unless what is counted follows and no year goes before.
const FIVE = new RegExp(
  `(?<!(?:hằng|hàng|mỗi|trong|một|cả|cuối|đầu|từng|các|những|\\d|theo|nhiều|tác|ngoái|vài) )${L}năm (?=(?:lần|năm|mức|tiêu chí|nội dung|người|điều kiện)${R})`,
  'giu',
);
const MONTHS = ['một', 'hai', 'ba', 'tư', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười', 'mười một', 'mười hai'];
// “ba đến bốn (chi bộ)”.
const RANGE = new RegExp(
  `${L}(hai|ba|bốn|năm|sáu|bảy|tám) (?:đến|tới) (ba|bốn|năm|sáu|bảy|tám|chín)${R}`,
  'giu',
);
const MODEL = new RegExp(`${L}(bốn|ba|0?4|0?3) tốt${R}`, 'giu');

// “hai lần một năm”, “2 lần/năm”, “một tháng một lần”.
const TIMES_A = /lần\s*(?:\/\s*|trong\s+)?(?:(?<=\/\s*)|(?:một|1)\s+)(năm|tháng|quý|tuần)(?![\p{L}\p{M}])/giu;
const A_TIMES =
  /(?<![\p{L}\p{M}\d.,])(?:một|1) (năm|tháng|quý|tuần) (?=(?:họp )?(?:một|hai|ba|bốn|\d+) lần)/giu;

/** Number words become digits: “chín mươi phần trăm” → “90 phần trăm”, “hai lần” → “2 lần”; “bốn tốt” is a name. */
export function readNumberWords(text: string): string {
  return text
    .replace(/(?<=trong )năm (?=năm(?![\p{L}\p{M}]))/giu, '5 ')
    .replace(/(?<=(?:^|\s)là )một (?!lần|trong|số|vài)|^một (?=\p{L}+ \p{L}+ là )/giu, '')
    .replace(
      /(?<=^|[.;] )một (?=(?:điều kiện|yêu cầu|nội dung|mục đích|nhiệm vụ|tiêu chí|giải pháp|mục tiêu|chỉ tiêu|biện pháp|điểm|phần|việc|dấu hiệu|biểu hiện)[^.;]{0,110}(?: là |: ))/giu,
      '',
    )
    .replace(/(?<=không )một (?=\p{L}+ \p{L}+ nào)/giu, '')
    .replace(
      /(?<![\d/.,-])(?:từ )?(\d{1,2})\s?(?:-|–|đến|tới)\s?(\d{1,2})(?= (?:chi bộ|đảng viên|lần|ngày|tháng|mức|người))/giu,
      '$1 đến $2',
    )
    .replace(
      /(?<![\p{L}\p{M}])tháng (mười một|mười hai|mười|giêng|một|hai|ba|tư|năm|sáu|bảy|tám|chín)(?= (?:hằng|hàng|mỗi|năm|tới|này)|[.,;]|$)/giu,
      (_, month: string) =>
        `tháng ${MONTHS.indexOf(month.toLowerCase().replace('giêng', 'một').replace('bốn', 'tư')) + 1}`,
    )
    .replace(
      RANGE,
      (_, one: string, other: string) => `${UNITS[one.toLowerCase()]} đến ${UNITS[other.toLowerCase()]}`,
    )
    .replace(/(?<![\p{L}\p{M}])từ (?=\d{1,2} (?:đến|tới) \d{1,2}(?![\d/%]))/giu, '')
    .replace(new RegExp(`(?<=${L}lần thứ )(${UNIT}|nhất|nhì)${R}`, 'giu'), (_, word: string) =>
      String(word === 'nhất' ? 1 : word === 'nhì' ? 2 : UNITS[word]),
    )
    .replace(/lần trong (năm|tháng|quý|tuần)(?![\p{L}\p{M}]| \d)/giu, 'lần mỗi $1')
    .replace(/(?<![\p{L}\p{M}])(?:ba|0?3) tháng (?:một|0?1) lần(?![\p{L}\p{M}])/giu, 'hằng quý')
    .replace(
      /(?<![\p{L}\p{M}\d])(?:một|1|mỗi) năm (?:một|1|mỗi) (?=giảng viên|chi bộ|đảng viên|đồng chí)/giu,
      'mỗi năm mỗi ',
    )
    .replace(
      /(?<![\p{L}\p{M}\d])(?:một|1) (tháng|quý|tuần) (?=[^.;,\d]{2,40} (?:một|hai|ba|\d) lần)/giu,
      'mỗi $1 ',
    )
    .replace(/(?<=phấn đấu )một năm(?![\p{L}\p{M}])/giu, 'mỗi năm')
    .replace(TIMES_A, 'lần mỗi $1')
    .replace(A_TIMES, 'mỗi $1 ')
    .replace(MODEL, (_, n: string) => (/^(bốn|0?4)$/.test(n) ? 'môhìnhbốntốt' : 'môhìnhbatốt'))
    .replace(HUNDRED, '100')
    .replace(TENS, (_, tens?: string, unit?: string, teen?: string) =>
      String(tens ? UNITS[tens]! * 10 + (unit ? UNITS[unit]! : 0) : 10 + (teen ? UNITS[teen]! : 0)),
    )
    .replace(FIVE, '5 ')
    .replace(ONE, (_, word: string) => `${UNITS[word]} `)
    .replace(new RegExp(`${L}(một|hai|ba|bốn) (?=trong \\d)`, 'giu'), (_, word: string) => `${UNITS[word]} `);
}
