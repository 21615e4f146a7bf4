import type { NumberWord } from './number-word.ts';
import { numberOf, numberWord } from './number-word.ts';

/**
 * A message as the readers see it: words folded (no case, no diacritics), every number as `#9`, a percentage as
 * `%90`, a number that is no whole one as `!9,5`. Number words count as numbers: “chín phần mười” is `#9 phan #10`.
 */
export function markedText(text: string): string {
  const lower = text.normalize('NFC').toLowerCase();
  const unmarked = !/[^\u0000-\u007F“”‘’–—…]/u.test(lower);
  const tokens = lower.match(/-?\d[\d.,]*(?:\s*%)?|[\p{L}\p{M}]+|[^\s]/gu) ?? [];
  const out: string[] = [];
  for (let at = 0; at < tokens.length; ) {
    const run = numberRun(tokens, at, unmarked);
    if (run) {
      out.push(`#${run.value}`);
      at += run.length;
    } else {
      out.push(
        /^-?\d/.test(tokens[at]!) ? digits(tokens[at]!, tokens[at + 1], out.at(-1)) : foldWord(tokens[at]!),
      );
      at += 1;
    }
  }
  return out
    .join(' ')
    .replace(/#(\d+) phan tram/g, '%$1')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Without case and diacritics. */
export function foldWord(text: string): string {
  return text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd');
}

// What a number stands before or after: it tells the number “năm” from the year.
const COUNTED = new Set(
  'dong dc đ/c dang nguoi vu thang ky quy cuoc chi to thanh lan buoi tren trong phan truong nhiem chuyen tot'.split(
    ' ',
  ),
);

function numberRun(
  tokens: readonly string[],
  from: number,
  unmarked: boolean,
): { value: number; length: number } | null {
  const words: NumberWord[] = [];
  let value: number | null = null;
  let length = 0;
  for (let at = from; at < tokens.length; at += 1) {
    const next = numberWord(tokens[at]!, unmarked);
    if (!next) break;
    words.push(next);
    const said = numberOf(words);
    if (said === null) {
      if (next.kind === 'filler') continue;
      break;
    }
    value = said;
    length = at - from + 1;
  }
  if (value === null || length === 0 || !Number.isSafeInteger(value)) return null;
  if (length === 1 && words[0]!.doubtful && !standsAsNumber(tokens, from)) return null;
  if (words[0]!.kind === 'filler') return null;
  return { value, length };
}

function standsAsNumber(tokens: readonly string[], at: number): boolean {
  const before = tokens[at - 1];
  const after = tokens[at + 1];
  if (before === undefined && after === undefined) return true;
  // “một số đồng chí”, “một phần”, “năm nay”, “năm 2024”: no number, whatever stands around.
  if (after !== undefined && /^(?:số|so|phần|cách|cach|nay|ngoái|ngoai|trước|truoc|\d{4})$/u.test(after))
    return false;
  if (
    before !== undefined &&
    /^(?:trong|cả|ca|mỗi|moi|từng|tung|hằng|hang|hàng|cuối|cuoi|đầu|dau)$/u.test(before) &&
    /^(?:năm|nam)$/u.test(tokens[at]!)
  ) {
    return false;
  }
  if (after !== undefined && COUNTED.has(foldWord(after))) return true;
  const earlier = tokens[at - 2];
  return (
    before !== undefined &&
    /^(?:\/|trên|tren|trong|phần|phan)$/u.test(before) &&
    earlier !== undefined &&
    /^\d|^[\p{L}]/u.test(earlier)
  );
}

function digits(token: string, next: string | undefined, before: string | undefined): string {
  if (token.endsWith('%')) return `%${token.replace(/[\s%]/g, '')}`;
  const trimmed = token.replace(/[.,]+$/, '');
  const rest = token.slice(trimmed.length);
  const ends = rest === '' ? '' : ` ${[...rest].join(' ')}`;
  // A dash after a word or number joins (“27-CT”, “4829-1365”); alone before a number it makes it negative.
  const joined = trimmed.startsWith('-') && before !== undefined && before !== '/';
  const body = joined ? trimmed.slice(1) : trimmed;
  if (next === '%') return `%${body}${ends}`;
  const grouped = /^\d{1,3}(?:\.\d{3})+$/.test(body) ? body.replaceAll('.', '') : body;
  if (!/^\d+$/.test(grouped)) return `${joined ? '- ' : ''}!${body}${ends}`;
  const value = Number(grouped);
  return `${joined ? '- ' : ''}${Number.isSafeInteger(value) ? `#${value}` : `!${grouped}`}${ends}`;
}
