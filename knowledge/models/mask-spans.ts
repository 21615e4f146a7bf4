import { personalNames } from '../vietnamese/personal-names.ts';

export interface PrivateSpan {
  start: number;
  end: number;
  /** What stands in its place, in the model's language. */
  kind: 'TÊN' | 'ĐIỆN_THOẠI' | 'GIẤY_TỜ' | 'THƯ_ĐIỆN_TỬ' | 'TÀI_KHOẢN' | 'NGÀY_SINH' | 'KÝ_HIỆU';
}

/** What a placeholder looks like; a text that holds one already has it masked too, so that it comes back as it was. */
export const PLACEHOLDER =
  /\[(?:TÊN|ĐIỆN_THOẠI|GIẤY_TỜ|THƯ_ĐIỆN_TỬ|TÀI_KHOẢN|NGÀY_SINH|KÝ_HIỆU)(?:_\d+)?\]/gu;

const COMMON =
  'Nguyễn|Nguyen|Trần|Tran|Lê|Phạm|Pham|Hoàng|Hoang|Huỳnh|Huynh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Ngô|Ngo|Dương|Duong';
// Surnames that are everyday words too: only before two more words with capitals.
const RARE =
  'Sùng|Giàng|Vàng|Thào|Vừ|Mùa|Hạng|Lầu|Cứ|Chảo|Tẩn|Phàn|Hờ|Quàng|Cà|Lường|Tòng|Bạc|Cầm|Điêu|Mè|Rơ|Rah|Kpă|Siu|Niê|Mí|Hầu|Ma|Hoàng|Đinh|Sầm|Vi|Lữ|Kha|Moong|Cụt|Xồng|Bh’?riu|Alăng|Zơ';
const TITLES =
  '(?:[Đđ]ồng chí|[Dd]ong chi|[Đđ]/c|[Đđ]c|[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|[Cc]ô|[Cc]hú|[Bb]ác|[Tt]ên là|[Tt]ên tôi là|[Hh]ọ và tên:?|[Hh]ọ tên:?)';
// What follows a title and is a post, a body or a courtesy, no name.
const POSTS =
  '(?!(?:Bí|Phó|Chủ|Trưởng|Ủy|Uỷ|Thường|Tổng|Giám|Đảng|Chi|Cấp|Ban|Hội|Huyện|Tỉnh|Thành|Xã|Đoàn|Tổ|Hồ Chí Minh)(?![\\p{L}]))';
const CAPITAL = '\\p{Lu}[\\p{L}\\p{M}]*';
// Not “UVBCH”, “HUV”: posts are shortened so.
const NAME = '\\p{Lu}[\\p{Ll}\\p{M}]*(?!\\p{L})';
const DATE =
  '\\d{1,2}\\s?[/.-]\\s?\\d{1,2}\\s?[/.-]\\s?\\d{4}|\\d{1,2} tháng \\d{1,2} năm \\d{4}|(?:19\\d{2}|200\\d)(?!\\d)';
const DIGIT_WORD = '(?:không|một|hai|ba|bốn|tư|năm|lăm|sáu|bảy|bẩy|tám|chín|linh)';

// Each finds the private part in its group `it`. What is masked too much comes back; what is missed has left.
const PATTERNS: readonly [PrivateSpan['kind'], RegExp][] = [
  ['TÊN', new RegExp(`(?<![\\p{L}])${TITLES}\\s+(?<it>${POSTS}${NAME}(?:[ \\t]+${NAME}){0,4})`, 'gu')],
  ['TÊN', new RegExp(`(?<![\\p{L}])(?<it>(?:${RARE})(?:[ \\t]+${NAME}){2,3})`, 'gu')],
  ['TÊN', new RegExp(`(?<![\\p{L}])(?<it>(?:${COMMON})(?:[ \\t]+${CAPITAL}){1,4})`, 'gu')],
  [
    'TÊN',
    new RegExp(`(?<![\\p{L}])(?<it>(?:${COMMON.toUpperCase()})(?:[ \\t]+\\p{Lu}+){1,4})(?![\\p{L}])`, 'gu'),
  ],
  [
    'THƯ_ĐIỆN_TỬ',
    /(?<![\p{L}\p{N}._%+-])(?<it>[\p{L}\p{N}._%+-]{1,100}\s?@\s?[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+)/gu,
  ],
  [
    'ĐIỆN_THOẠI',
    /(?<![\d/])(?!\d{2}[.-]\d{2}[.-]\d{4})(?<it>\(?(?:\+\s?84|0084|84|0)\)?(?:[\s.-]?\(?\d\)?){9,10})(?![\d/])/gu,
  ],
  [
    'ĐIỆN_THOẠI',
    new RegExp(`(?<![\\p{L}])(?<it>${DIGIT_WORD}(?:[\\s,.-]+${DIGIT_WORD}){7,})(?![\\p{L}])`, 'giu'),
  ],
  ['TÀI_KHOẢN', /(?:tài khoản|tai khoan|stk|số tk|so tk)[^\d\n]{0,30}(?<it>\d(?:[ .-]?\d){5,23})(?!\d)/giu],
  [
    'GIẤY_TỜ',
    /(?:cccd|cmnd|cmt|căn cước|can cuoc|chứng minh|chung minh|định danh|dinh danh|hộ chiếu|ho chieu|thẻ đảng|the dang|số thẻ|so the|bhxh|bảo hiểm|mã số thuế)[^\d\n]{0,30}(?<it>\d(?:[ .-]?\d){4,14})(?!\d)/giu,
  ],
  ['GIẤY_TỜ', /(?<!\d)(?<it>\d{8,24})(?!\d)/gu],
  ['GIẤY_TỜ', /(?<![\d.])(?<it>\d{3}(?: \d{3}){2,3})(?![\d.]| ?(?:đồng|đ|triệu|tỷ)(?!\p{L}))/gu],
  ['GIẤY_TỜ', /(?<![\d.])(?<it>\d{2}\.\d{6})(?!\d)/gu],
  ['GIẤY_TỜ', /(?<![\p{L}\d])(?<it>[A-Z]\d{7,8})(?!\d)/gu],
  [
    'NGÀY_SINH',
    new RegExp(
      `(?<!học |phát |vệ |nảy |\\p{L})(?:sinh|ngày sinh|năm sinh|sn|ns)(?: ngày| năm){0,2}\\s{0,3}:?\\s{0,3}(?<it>${DATE})`,
      'giu',
    ),
  ],
];
// Uncle Ho's name stands in the names of campaigns and funds and is nobody's secret.
const NO_NAME = /^(?:hồ chí minh|phạm vi)$/iu;
const BESIDE_NAME = new RegExp(
  `^\\s*[,;(–-]?\\s*(?:(?:sinh|sn)(?: ngày| năm){0,2}\\s{0,3}:?\\s{0,3})?(?<it>${DATE})`,
  'iu',
);

/** Where a text (NFC) names people, or numbers by which they are known; in order, without overlap. */
export function privateSpans(text: string): PrivateSpan[] {
  const names = [
    ...personalNames(text).map(span => ({ ...span, kind: 'TÊN' as const })),
    ...PATTERNS.flatMap(([kind, pattern]) => found(text, pattern, kind)),
  ];
  const births = names
    .filter(({ kind }) => kind === 'TÊN')
    .flatMap(({ end }) => {
      const match = BESIDE_NAME.exec(text.slice(end, end + 60));
      if (!match) return [];
      const start = end + match[0].length - match.groups!.it!.length;
      return [{ start, end: end + match[0].length, kind: 'NGÀY_SINH' as const }];
    });
  const held = [...text.matchAll(PLACEHOLDER)].map(({ index, 0: whole }) => ({
    start: index,
    end: index + whole.length,
    kind: 'KÝ_HIỆU' as const,
  }));
  return apart([...names, ...births, ...held]);
}

function found(text: string, pattern: RegExp, kind: PrivateSpan['kind']): PrivateSpan[] {
  return [...text.matchAll(pattern)].flatMap(match => {
    const it = match.groups!.it!;
    const start = match.index + match[0].length - it.length;
    return NO_NAME.test(it) ? [] : [{ start, end: start + it.length, kind }];
  });
}

function apart(spans: readonly PrivateSpan[]): PrivateSpan[] {
  const ordered = [...spans].sort((a, b) => a.start - b.start || b.end - a.end);
  const out: PrivateSpan[] = [];
  for (const span of ordered) {
    const last = out.at(-1);
    if (last && span.start < last.end) last.end = Math.max(last.end, span.end);
    else out.push({ ...span });
  }
  return out;
}
