import { canonical, fold } from '../../../vietnamese/fold.ts';
import { FIELD_ABBREVIATIONS } from '../../../vietnamese/vocabulary-data.ts';
import { compared } from './comparisons.ts';
import { readNumberWords } from './number-values.ts';
import type { Token } from './token.ts';
import { onced, ranked } from './token-groups.ts';

const SUPERSCRIPT = /[⁰¹²³⁴⁵⁶⁷⁸⁹]+/gu;
const WORD = String.raw`[\p{L}\p{M}]+`;
const LEXEMES = new RegExp(
  [
    String.raw`(?<document>(?<![\p{L}\p{N}])\d{1,5}\s?-\s?[\p{L}]{2,6}(?:\/[\p{L}]{2,8})?(?![\p{L}]))`,
    String.raw`(?<date>(?:ngày\s+|mùng\s+)?(?<![\d.,/-])\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}(?![\d/])|(?:ngày\s+|mùng\s+)?\d{1,2}\s+tháng\s+\d{1,2}(?:\s*,?\s*năm\s+\d{4})?(?!\d)|(?:ngày\s+|mùng\s+)?(?<![\d.,/-])\d{1,2}\s?\/\s?\d{1,2}(?![\d/]))`,
    String.raw`(?<range>(?:từ\s+)?(?:năm\s+)?(?<!\d)(?:19|20)\d{2}\s*(?:-|–|—|đến|tới)\s*(?:hết\s+)?(?:năm\s+)?(?:19|20)\d{2}(?!\d))`,
    String.raw`(?<quarter>quý\s+(?:iv|iii|ii|i|[1-4])(?![\p{L}\d])(?:(?:\s*\/\s*|\s+năm\s+|\s+)\d{4})?)`,
    String.raw`(?<month>(?<!\d\s)tháng\s+\d{1,2}(?!\s*lần)(?:(?:\s*\/\s*|\s+năm\s+)\d{4})?(?!\d))`,
    String.raw`(?<year>(?:năm\s+)?(?<![\d.,])(?:19|20)\d{2}(?![\d.,]\d|\d|\s*%))`,
    String.raw`(?<number>\d{1,3}(?:\.\d{3})+(?:,\d+)?(?!\d)|\d+(?:[.,]\d+)?)(?<percent>\s*%|\s+phần\s+trăm)?`,
    String.raw`(?<often>(?:hằng|hàng|mỗi|từng)\s+(?:năm|tháng|quý|tuần|ngày)(?![\p{L}]))`,
    `(?<word>${WORD})`,
    String.raw`(?<stop>[,;:()\n]|[.?!…]+(?=\s|$))`,
    String.raw`(?<dash>\s[-–—]\s)`,
  ].join('|'),
  'giu',
);

/** Reads a text into tokens: short forms written out, numbers and days brought to one form. */
export function tokensOf(raw: string): Token[] {
  const text = readNumberWords(canonical(expanded(raw.normalize('NFC').replace(SUPERSCRIPT, ''))));
  const tokens: Token[] = [];
  let segment = 0;
  for (const { groups } of text.matchAll(LEXEMES)) {
    const token = tokenOf(groups!);
    if (!token) continue;
    tokens.push({ ...token, segment } as Token);
    if (token.kind === 'stop' && groups!.dash === undefined) segment++;
  }
  return compared(ranked(onced(tokens)));
}

// “BTC”, “TCCSĐ”, “UBKT”: capitals alone. Ambiguous ones stay.
function expanded(text: string): string {
  // “Đảng ủy Tổng ty”: a syllable lost where the plan was read from paper.
  const mended = text.replace(/Tổng ty(?!\p{L})/gu, 'Tổng công ty');
  return mended.replace(/(?<![\p{L}\p{N}\-/])\p{Lu}{2,6}(?![\p{L}\p{N}\-/])/gu, short => {
    const long = FIELD_ABBREVIATIONS.get(short.toLowerCase());
    return long?.length === 1 ? long[0]! : short;
  });
}

type Bare = Token extends infer T ? (T extends unknown ? Omit<T, 'segment'> : never) : never;

function tokenOf(groups: Record<string, string | undefined>): Bare | null {
  if (groups.word !== undefined) return { kind: 'word', text: groups.word };
  if (groups.often !== undefined) return { kind: 'word', text: `hằng-${groups.often.split(/\s+/)[1]}` };
  if (groups.stop !== undefined) return { kind: 'stop', text: groups.stop.trim().slice(0, 1) };
  if (groups.dash !== undefined) return { kind: 'stop', text: ',' };
  if (groups.document !== undefined)
    return {
      kind: 'document',
      text: fold(groups.document)
        .replace(/\s+/g, '')
        .replace(/^0+(?=\d)/, ''),
    };
  const numbers = (text: string): string => (text.match(/\d+/g) ?? []).map(Number).join('/');
  if (groups.date !== undefined) return { kind: 'date', text: numbers(groups.date), relation: 'on' };
  if (groups.range !== undefined)
    return { kind: 'date', text: numbers(groups.range).replace('/', '-'), relation: 'on' };
  if (groups.quarter !== undefined) return { kind: 'date', text: quarterOf(groups.quarter), relation: 'on' };
  if (groups.month !== undefined) return { kind: 'date', text: `m${numbers(groups.month)}`, relation: 'on' };
  if (groups.year !== undefined) return { kind: 'date', text: `y${numbers(groups.year)}`, relation: 'on' };
  if (groups.number === undefined) return null;
  const value = groups.number.replace(/\.(?=\d{3}(?:\D|$))/g, '').replace(',', '.');
  return {
    kind: 'number',
    text: groups.number,
    value: String(Number(value)),
    percent: groups.percent !== undefined,
    sign: '=',
  };
}

function quarterOf(text: string): string {
  const [, name = '', year] = /quý\s+(iv|iii|ii|i|\d)(?:\D+(\d{4}))?/u.exec(text) ?? [];
  const quarter = { i: 1, ii: 2, iii: 3, iv: 4 }[name] ?? Number(name);
  return year ? `q${quarter}/${year}` : `q${quarter}`;
}
