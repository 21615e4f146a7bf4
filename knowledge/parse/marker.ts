/** How a line announces its place in the document: `III.`, `1.2.`, `a)`, `- `, `¹`, “Điều 5.”, … */
export type Marker =
  | { form: 'part' | 'chapter' | 'section'; name: string; rest: string }
  | { form: 'roman' | 'article' | 'letter'; name: string; rest: string }
  | { form: 'number'; name: string; depth: number; rest: string }
  | { form: 'label'; name: string; rest: string }
  | { form: 'dash' | 'star' | 'plus'; rest: string }
  | {
      form: 'footnote';
      name: string;
      rest: string /** Its n-th paragraph, from 2; else left out. */;
      nth?: number;
    };

export type UnitMarker = Exclude<Marker, { form: 'dash' | 'star' | 'plus' | 'footnote' }>;

/** The marker a line begins with, or null for plain words. */
export function markerOf(line: string): Marker | null {
  for (const read of READERS) {
    const marker = read(line);
    if (marker) return marker;
  }
  return null;
}

export function isUnit(marker: Marker | null): marker is UnitMarker {
  return marker !== null && !['dash', 'star', 'plus', 'footnote'].includes(marker.form);
}

type Reader = (line: string) => Marker | null;

const ROMAN = '(?:X{0,3})(?:IX|IV|V?I{0,3})';
const ORDINAL = 'thứ\\s+(?:nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)';

function named(form: 'part' | 'chapter' | 'section', keyword: string): Reader {
  const pattern = new RegExp(
    `^(?:${keyword}|${keyword.toLocaleUpperCase('vi')})\\s+(${ROMAN}(?![\\p{L}])|\\d{1,3}(?!\\d)|[A-E](?![\\p{L}])|${ORDINAL})\\s*([.:\\-–](?=\\s|$)|$|(?=\\p{Lu}))\\s*`,
    'u',
  );
  return line => {
    const found = pattern.exec(line);
    if (!found?.[1]) return null;
    const rest = line.slice(found[0].length);
    // “Mục II Kế hoạch này quy định ….” is a sentence that cites a mục.
    if (found[2] === '' && /[.;,]$/.test(rest)) return null;
    return { form, name: found[1].trim(), rest };
  };
}

function roman(line: string): Marker | null {
  const found = new RegExp(`^(${ROMAN})(?:\\s*[.\\-–)/]\\s+|[.)/-](?=\\p{Lu}\\p{L})|\\s*[.–-]$)`, 'u').exec(
    line,
  );
  return found?.[1] ? { form: 'roman', name: found[1], rest: line.slice(found[0].length) } : null;
}

/** `A. ĐẶC ĐIỂM TÌNH HÌNH`: parts named by a capital; “A. Nguyễn Văn A” is a name. */
function letteredPart(line: string): Marker | null {
  const found = /^([A-HĐ])(?:\s?[.)\-–]\s+)(?=\p{Lu}{2})/u.exec(line);
  if (!found?.[1] || /\p{Ll}/u.test(line.slice(0, 300))) return null;
  return { form: 'part', name: found[1], rest: line.slice(found[0].length) };
}

/** `Điều 5. Tên điều`; “Điều 24, Điều lệ Đảng …” is a sentence that cites one. */
function article(line: string): Marker | null {
  const found = /^(?:Điều|ĐIỀU)\s+(\d{1,3}[a-zđ]?)\s*(?:[.:]\s*|$|(?=\s\p{Lu}\p{Ll}))/u.exec(line);
  if (!found?.[1] || (!/[.:]\s*$/.test(found[0]) && line.length > 120)) return null;
  return { form: 'article', name: found[1], rest: line.slice(found[0].length).trim() };
}

/** `1.`, `1-`, `1)`, `1/`, `1.2.`, `1.2`, and `II.1.2.` whose mục is already known. */
function number(line: string): Marker | null {
  const single = /^(\d{1,2})(?:\s?[.)/]\s+|[.)](?=\p{Lu})|\s?[-–]\s+(?=\p{Lu})|[.)/]$)/u;
  const dotted =
    /^(?:[IVX]+\.(?=\d))?(\d{1,2}(?:\.\d{1,2}){1,4})(?:(?:[.)/]|\s?[-–])(?:\s+|(?=\p{Lu})|$)|\s+(?=\p{Lu})|$)/u;
  const afterRoman = /^[IVX]+\.(\d{1,2})[.)]?\s+/;
  const found = single.exec(line) ?? dotted.exec(line) ?? afterRoman.exec(line);
  if (!found?.[1]) return null;
  return {
    form: 'number',
    name: found[1],
    depth: found[1].split('.').length,
    rest: line.slice(found[0].length),
  };
}

function letter(line: string): Marker | null {
  const found = /^([a-zđ])\s?(?:\)|\.(?=\s))\s*(?=\S)/u.exec(line);
  return found?.[1] ? { form: 'letter', name: found[1], rest: line.slice(found[0].length) } : null;
}

/** “* Lưu ý:” names a part; a starred sentence is an item of its own. */
function label(line: string): Marker | null {
  const found = /^(?:\*\s+([^:.;,]{2,30})|(Lưu ý|Ghi chú|Chú ý))\s*:$/u.exec(line);
  const name = found?.[1] ?? found?.[2];
  return name ? { form: 'label', name: name.trim(), rest: '' } : null;
}

function bullet(line: string): Marker | null {
  const found = /^(?:[-–—•]+(?:\s+(?=[^\s\-–—*_.])|(?=\p{Lu}))|\*\s+(?=\S)|\+\s*(?=[^\s\d+]))/u.exec(line);
  if (!found) return null;
  const form = line[0] === '*' ? 'star' : line[0] === '+' ? 'plus' : 'dash';
  return { form, rest: line.slice(found[0].length) };
}

function footnote(line: string): Marker | null {
  const found = /^([⁰¹²³⁴⁵⁶⁷⁸⁹]+)\s*(?=\S)/u.exec(line);
  if (!found?.[1]) return null;
  const name = [...found[1]].map(mark => '⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(mark)).join('');
  return { form: 'footnote', name, rest: line.slice(found[0].length) };
}

const READERS: Reader[] = [
  named('part', 'Phần'),
  named('chapter', 'Chương'),
  named('section', 'Mục'),
  letteredPart,
  article,
  roman,
  number,
  letter,
  label,
  bullet,
  footnote,
];
