import { fold } from '../vietnamese/fold.ts';
import type { Asked } from './asked.ts';
import type { Point } from './points.ts';
import type { Bound } from './read-bounds.ts';
import { leastPart, meets, readBounds } from './read-bounds.ts';
import type { Given } from './read-numbers.ts';

/**
 * The numbers a person gives of their unit, held against the shares that the quotations demand; empty where the two
 * do not speak of the same thing.
 */
export function sharePoints(asked: Asked, quotes: readonly string[]): Point[] {
  const bounds = quotes.slice(0, 2).flatMap(readBounds);
  if (bounds.length === 0) return [];
  // A number that repeats the clause's own (“làm tròn lên 90”) counts nothing of the unit's.
  const counts = asked.numbers.filter(
    n => !n.percent && !(asked.numbers.length > 2 && bounds.some(b => b.percent === String(n.value))),
  );
  const points: Point[] = [];
  // “vừa đăng ký vừa đạt”: who did one of the two does not count, however many there are.
  if (/đăng ký và đạt/iu.test(quotes[0] ?? '') && /(khong|chua) dang ky/.test(asked.folded))
    return [{ type: 'both-needed' }];
  const [only] = counts;
  if (
    counts.length === 1 &&
    /(it nhat|toi thieu|phai|can)( co| dat| duoc)? (may|bao nhieu)/.test(asked.folded)
  ) {
    const bound = closest(bounds, asked.folded);
    const needed = bound && leastPart(only!.value, bound);
    if (bound && needed)
      points.push({
        type: 'least',
        whole: only!.value,
        needed,
        sign: bound.sign,
        percent: bound.percent,
        bare: bound.bare,
      });
  }
  for (const group of groups(counts)) {
    const whole = Math.max(...group.map(n => n.value));
    const at = group.findIndex(n => n.value === whole);
    // The number that follows its whole is likelier its part than one before it.
    const parts = [...group.slice(at + 1), ...group.slice(0, at)];
    const matched = bestPair(group[at]!, parts, bounds);
    if (matched) {
      const { part, bound } = matched;
      points.push(point(isLack(part, bound) ? whole - part.value : part.value, whole, bound));
    }
  }
  for (const share of asked.numbers.filter(n => n.percent)) {
    const bound = closest(bounds, share.tail || asked.folded);
    // A percentage that only repeats the clause's own is what is asked about, not what is given.
    if (bound && bound.percent !== String(share.value)) points.push(point(share.value, 100, bound));
  }
  return points;
}

function point(part: number, whole: number, bound: Bound): Point {
  return {
    type: 'share',
    part,
    whole,
    sign: bound.sign,
    percent: bound.percent,
    met: meets(part, whole, bound),
    needed: leastPart(whole, bound),
    bare: bound.bare,
  };
}

/** Each whole with its parts: “20 tổ chức thì 18 …, còn 400 đảng viên thì 350 …” gives two groups. */
function groups(counts: readonly Given[]): Given[][] {
  if (counts.length < 2) return [];
  // So many numbers are a series, a mean or a table: which belongs to which is not said.
  if (counts.length > 4) return [];
  if (counts.length === 4) return [counts.slice(0, 2), counts.slice(2)];
  return [[...counts]];
}

function bestPair(
  whole: Given,
  parts: readonly Given[],
  bounds: readonly Bound[],
): { part: Given; bound: Bound } | null {
  let best: { part: Given; bound: Bound; score: number } | null = null;
  for (const part of parts) {
    for (const bound of bounds) {
      const score = kinship(`${whole.tail} ${part.tail}`, fold(bound.of));
      if (score >= KIN && score > (best?.score ?? 0)) best = { part, bound, score };
    }
  }
  return best;
}

function closest(bounds: readonly Bound[], folded: string): Bound | null {
  const kin = bounds.filter(bound => kinship(folded, fold(bound.of)) >= KIN);
  return kin.sort((a, b) => kinship(folded, fold(b.of)) - kinship(folded, fold(a.of)))[0] ?? null;
}

/** Less than this in common, and the two speak of different things: 98% of a target is no 90% of members. */
const KIN = 6;

const MARKS = [
  'khong hoan thanh',
  'hoan thanh tot',
  'xuat sac',
  'dang vien',
  'chi bo',
  'to chuc co so',
  'to chuc dang',
  'doan vien',
  'ket nap',
  'dat',
];

function kinship(a: string, b: string): number {
  let score = 0;
  for (const mark of MARKS) if (a.includes(mark) && b.includes(mark)) score += mark.length;
  // “xuất sắc” is above “tốt”; “không hoàn thành” is the opposite of every other.
  if (a.includes('xuat sac') && b.includes('hoan thanh tot')) score += 10;
  if (a.includes('khong hoan thanh') !== b.includes('khong hoan thanh')) score -= 30;
  return score + (a.trim() === '' ? 0 : 1);
}

/** The number counts those that fall short, the bound those that do not. */
function isLack(part: Given, bound: Bound): boolean {
  return /\b(khong|chua|ko) (duoc )?dat|\brot\b/.test(part.tail) && /đạt/iu.test(bound.of);
}
