import { fold } from '../vietnamese/fold.ts';
import type { Point } from './points.ts';
import type { Bound } from './read-bounds.ts';
import { leastPart, meets, readBounds } from './read-bounds.ts';
import type { Given } from './read-numbers.ts';
import type { Asked } from './read-points.ts';

/**
 * The numbers a person gives of their unit, held against the share that a quotation demands; null where the two
 * do not speak of the same thing.
 */
export function sharePoint(asked: Asked, quotes: readonly string[]): Point | null {
  const numbers = asked.numbers;
  if (numbers.length === 0) return null;
  for (const quote of quotes.slice(0, 2)) {
    const bounds = readBounds(quote);
    const alone = numbers.find(n => n.percent);
    if (alone && numbers.length === 1) {
      const bound = closest(bounds, asked.folded);
      if (bound && bound.percent !== String(alone.value)) return point(alone.value, 100, bound);
    }
    const counts = numbers.filter(n => !n.percent);
    if (counts.length < 2) continue;
    const whole = Math.max(...counts.map(n => n.value));
    const parts = counts.filter((n, i) => n.value !== whole || counts.findIndex(m => m.value === whole) !== i);
    const matched = bestPair(parts, bounds);
    if (!matched) continue;
    const { part, bound } = matched;
    return point(isLack(part, bound) ? whole - part.value : part.value, whole, bound);
  }
  return null;
}

function point(part: number, whole: number, bound: Bound): Point {
  return {
    type: 'share', part, whole, sign: bound.sign, percent: bound.percent,
    met: meets(part, whole, bound), needed: leastPart(whole, bound), of: bound.of,
  };
}

function bestPair(parts: readonly Given[], bounds: readonly Bound[]): { part: Given; bound: Bound } | null {
  let best: { part: Given; bound: Bound; score: number } | null = null;
  for (const part of parts) {
    for (const bound of bounds) {
      const score = kinship(part.tail, fold(bound.of));
      if (score > (best?.score ?? 0)) best = { part, bound, score };
    }
  }
  return best;
}

function closest(bounds: readonly Bound[], folded: string): Bound | null {
  return [...bounds].sort((a, b) => kinship(folded, fold(b.of)) - kinship(folded, fold(a.of)))[0] ?? null;
}

const MARKS = ['khong hoan thanh', 'hoan thanh tot', 'xuat sac', 'dang vien', 'chi bo', 'to chuc co so', 'to chuc dang', 'doan vien', 'ket nap', 'dat'];

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
