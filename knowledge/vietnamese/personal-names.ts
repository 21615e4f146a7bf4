const SURNAMES =
  'Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đinh|Trịnh|Mai|Đoàn|Lương|Trương|Đào|Hà|Tạ|Cao|Châu|Tô|Phùng|Quách|Thái|Lâm|Vương|Triệu|Nông|Hứa|Kiều|La|Mạc|Nghiêm|Giang|Thạch|Sơn|Danh|Y|K’|Ksor|Rơ|Đàm|Lưu|Văn|Thân|Ninh|Chu|Tống|Từ|Khổng|Bế|Lò|Hà';
// Words that stand before a name.
const TITLES = '(?:[Đđ]ồng chí|[Đđ]/c|[Đđ]c|[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|[Cc]ô|[Cc]hú|[Bb]ác|[Cc]háu|[Ee]m)';
const CAPITAL = '\\p{Lu}[\\p{Ll}\\p{M}]*';
// Known words that look like a name and are none.
const NO_NAME =
  /^(?:Hồ Chí Minh|Lê Nin|Lê-nin|Các Mác|Hà Nội|Hà Giang|Hà Nam|Hà Tĩnh|Cao Bằng|Thái Bình|Thái Nguyên|Lâm Đồng|Bà Rịa|Sơn La|Ninh Bình|Ninh Thuận|Lương Sơn|Châu Thành|Văn Phòng|Đoàn Thanh|Đoàn Thanh Niên|Ban Thường|Bí Thư|Phó Bí|Phó Chủ|Phó Trưởng|Phó Ban|Chủ Tịch|Trưởng Ban|Ủy Viên|Lưu Văn$|Lưu Ban|Đảng Ủy|Chi Bộ|Đảng Bộ|Đảng Viên|Cấp Ủy|Văn Lâm|Chu Lai|Võ Nhai|Tô Hiệu|Hoàng Sa|Trường Sa)/u;

const PATTERNS = [
  new RegExp(`(?<![\\p{L}])(?<title>${TITLES}\\s+)(?<name>${CAPITAL}(?:[ \\t]+${CAPITAL}){1,4})`, 'gu'),
  new RegExp(`(?<![\\p{L}])(?<title>)(?<name>(?:${SURNAMES})(?:[ \\t]+${CAPITAL}){1,3})(?![\\p{L}])`, 'gu'),
  /(?<![\p{L}])(?<title>)(?<name>(?:nguyễn|trần|lê|phạm|hoàng|huỳnh|phan|vũ|võ|đặng|bùi|đỗ|ngô|dương|nguyen|tran|pham|hoang|huynh|dang|bui|ngo|duong)\s+(?:văn|thị|van|thi|đình|hữu|đức|minh|ngọc)\s+[\p{L}\p{M}]+)(?![\p{L}])/giu,
];

/** Where a text has names of people, without the titles before them; in order, without overlap. */
export function personalNames(text: string): { start: number; end: number }[] {
  const found = PATTERNS.flatMap(pattern =>
    [...text.matchAll(pattern)].flatMap(match => {
      const { title = '', name = '' } = match.groups!;
      const start = match.index + title.length;
      return NO_NAME.test(name) ? [] : [{ start, end: start + name.length }];
    }),
  ).sort((a, b) => a.start - b.start || b.end - a.end);
  const apart: { start: number; end: number }[] = [];
  for (const { start, end } of found) {
    const last = apart.at(-1);
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else apart.push({ start, end });
  }
  return apart;
}
