const NUMBERS: Readonly<Record<string, number>> = { hai: 2, ba: 3, bốn: 4, năm: 5, sáu: 6 };
const OF =
  'loại|yêu cầu|hình thức|nội dung|việc|điều|ý|mốc|điểm|con số|nhóm|hướng dẫn|văn bản|chỉ tiêu|dịp|mặt|bước|phần|tính|tính chất';
/** “A và B là hai đơn vị …” */
const NAMED = /^([^.;:]{5,120}?) là (hai|ba) (?=(?:đơn vị|cơ quan|nơi|bên)(?!\p{L}))/iu;
const COUNTED = new RegExp(
  String.raw`(?<=^|có |là |theo |các )(hai|ba|bốn|năm|sáu|0?[2-6]) (?=(${OF})(?!\p{L})[^,.;:]{0,50}?(?::| là| gồm) ([^.;:]+)$)`,
  'iu',
);

// “theo hai Hướng dẫn số … và số …”
const DOCUMENTS =
  /(?<!\p{L})(hai|ba) (?=(?:hướng dẫn|quy định|nghị quyết|kế hoạch|văn bản)(?!\p{L})([^.;]*))/iu;

/**
 * “Có ba loại: A, B và C” without the count of what it lists itself, where the plan does not count them; each of what
 * is listed is checked as ever.
 */
export function withoutCount(text: string, own: string): string {
  const bare = text.replace(/[.\s]+$/u, '').replace(DOCUMENTS, (said, number: string, rest: string) => {
    const numbered = rest.match(/\d{1,5}-\p{L}{2,6}/gu) ?? [];
    return numbered.length === NUMBERS[number.toLowerCase()] ? '' : said;
  });
  const named = bare.replace(NAMED, (said, list: string, number: string) => {
    const items = list.split(/,\s*(?:và )?| và /u).filter(item => item.trim() !== '');
    return items.length === NUMBERS[number.toLowerCase()] ? `${list} là ` : said;
  });
  return named.replace(COUNTED, (said, number: string, of: string, list: string) => {
    const count = NUMBERS[number.toLowerCase()] ?? Number(number);
    const items = list.split(/,\s*(?:và |hoặc )?| và | hoặc /u).filter(item => item.trim() !== '');
    const counts = new RegExp(String.raw`(?:\d|hai|ba|bốn|năm|sáu)\s+${of}(?!\p{L})`, 'iu').test(own);
    const joined = of.toLowerCase() === 'việc' ? items.length >= count : items.length === count;
    return joined && !counts ? '' : said;
  });
}
