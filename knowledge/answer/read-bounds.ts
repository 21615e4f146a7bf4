import type { ShareSign } from './points.ts';

/** A share that a clause demands: “trên 90% tổ chức cơ sở đảng hoàn thành tốt nhiệm vụ”. */
export interface Bound {
  sign: ShareSign;
  /** As written, decimal comma: `0,4`. */
  percent: string;
  /** The clause says only “có 90%”: read as at least. */
  bare: boolean;
  /** The words that say of what. */
  of: string;
}

const SHARE =
  /(?:(trên|hơn|vượt|dưới|ít nhất|tối thiểu|không quá|tối đa|không dưới|từ)\s+)?(\d+(?:,\d+)?)\s*%(\s+trở lên|\s+trở xuống)?/giu;

/** Every share in a passage, in order. */
export function readBounds(quote: string): Bound[] {
  const matches = [...quote.matchAll(SHARE)];
  return matches.map((match, i) => {
    const before = match[1]?.toLowerCase() ?? '';
    const upward = match[3]?.includes('lên') ?? false;
    const until = matches[i + 1]?.index ?? quote.length;
    const lead = quote.slice(i === 0 ? 0 : matches[i - 1]!.index + matches[i - 1]![0].length, match.index);
    const tail = quote.slice(match.index + match[0].length, until);
    return {
      sign: signOf(before),
      percent: match[2]!,
      bare: before === '' && !upward,
      of: ofWhat(lead, tail),
    };
  });
}

/** What a share is of: the words after it (“90% đảng viên …”), or before it (“tỷ lệ đảng viên … từ 90% trở lên”). */
function ofWhat(lead: string, tail: string): string {
  const after = tail.split(/[,;.]/)[0]!.trim();
  if (after.length >= 12 && !/^so với/iu.test(after)) return after;
  return (lead.split(/[;.]/).at(-1) ?? '').trim();
}

function signOf(before: string): ShareSign {
  if (before === 'trên' || before === 'hơn' || before === 'vượt') return '>';
  if (before === 'dưới') return '<';
  if (before === 'không quá' || before === 'tối đa') return '<=';
  return '>=';
}

/** Does part of whole meet the bound? Exact: percentages are compared as whole numbers, never rounded. */
export function meets(part: number, whole: number, bound: Bound): boolean {
  const [units, decimals = ''] = bound.percent.split(',');
  const scale = 10n ** BigInt(decimals.length);
  const left = BigInt(part) * 100n * scale;
  const right = BigInt(whole) * BigInt(units + decimals);
  if (bound.sign === '>') return left > right;
  if (bound.sign === '<') return left < right;
  if (bound.sign === '<=') return left <= right;
  return left >= right;
}

/** The least part that meets a lower bound; null for an upper bound. */
export function leastPart(whole: number, bound: Bound): number | null {
  if (bound.sign === '<' || bound.sign === '<=') return null;
  const guess = Math.floor((whole * Number(bound.percent.replace(',', '.'))) / 100);
  for (let part = Math.max(0, guess - 1); part <= whole; part++) if (meets(part, whole, bound)) return part;
  return null;
}
