import { fold } from '../vietnamese/fold.ts';
import type { Citation } from './answer.ts';
import type { Asked } from './asked.ts';
import { behind, comparedPoints, noneAllowed, rankPoints, undone } from './case-points.ts';
import type { Point } from './points.ts';
import { readBounds } from './read-bounds.ts';
import { readLimits } from './read-dates.ts';
import { sharePoints } from './share-points.ts';

const RATING = /hoàn thành tốt nhiệm(?: vụ)?[”"]?\s+trở lên/iu;

/** The facts that follow from the best quotations, most telling first; none where no rule applies. */
export function readPoints(asked: Asked, citations: readonly Citation[]): Point[] {
  const quotes = citations.map(citation => citation.quote);
  return [
    ...givenPoints(asked, quotes),
    ...timePoints(asked, quotes),
    ...bodyPoints(asked, quotes),
    ...boundPoints(asked, quotes),
  ];
}

function givenPoints(asked: Asked, quotes: readonly string[]): Point[] {
  const points: Point[] = [...sharePoints(asked, quotes), ...comparedPoints(asked, quotes)];
  const first = quotes[0] ?? '';
  if (asked.aspects.has('check') || /\bmat\b/.test(asked.folded)) {
    if (!/\bai bi\b/.test(asked.folded) && noneAllowed(asked.told, first))
      points.push({ type: 'none-allowed' });
    if (/khuyến khích/iu.test(first) && !/bảo vệ cán bộ/iu.test(first)) points.push({ type: 'encouraged' });
    if (RATING.test(first) && /xuat sac/.test(asked.folded)) points.push({ type: 'or-above' });
    else if (
      quotes.slice(0, 2).some(quote => RATING.test(quote)) &&
      points.length + asked.numbers.length === 0
    ) {
      points.push(...rankPoints(asked.told));
    }
    if (points.length === 0 && (undone(asked.told, quotes) || behind(asked.numbers, first)))
      points.push({ type: 'undone' });
  }
  const size = sizePoint(asked, quotes);
  return size ? [...points, size] : points;
}

function timePoints(asked: Asked, quotes: readonly string[]): Point[] {
  const ahead = aheadPoint(asked.folded, quotes[0] ?? '');
  if (ahead) return [ahead];
  const limits = quotes.slice(0, 1).flatMap(readLimits);
  if (limits.length === 0) return [];
  const { day } = asked;
  const limit = limits[0]!;
  if (day && (asked.aspects.has('check') || asked.aspects.has('when'))) {
    const late =
      day.year !== null && limit.year !== null && day.year !== limit.year
        ? day.year > limit.year
        : day.month * 100 + day.day > limit.month * 100 + limit.day;
    return [{ type: 'too-late', ...day, late, lastDay: limit.day, lastMonth: limit.month }];
  }
  if (!asked.aspects.has('when')) return [];
  return limits.map(({ what, ...limit }) => ({
    type: 'last-day',
    ...limit,
    what: limits.length > 1 ? what : null,
  }));
}

/** “họp ngày 10 thì gửi trước ngày mấy” held against “trước khi họp ít nhất 3 ngày”. */
function aheadPoint(folded: string, quote: string): Point | null {
  const days = Number(/ít nhất (\d{1,2}) ngày/iu.exec(quote)?.[1] ?? 0);
  const meeting = Number(/\bhop (?:vao )?(?:ngay|mung) (\d{1,2})\b/.exec(folded)?.[1] ?? 0);
  return days > 0 && meeting > days && meeting <= 31
    ? { type: 'ahead', meeting, days, last: meeting - days }
    : null;
}

function bodyPoints(asked: Asked, quotes: readonly string[]): Point[] {
  if (!asked.aspects.has('who') && !/tham quyen/.test(asked.folded)) return [];
  if (!/thuộc thẩm quyền của/iu.test(quotes[0] ?? '')) return [];
  const bodies = new Set(
    quotes.flatMap(quote => /thuộc thẩm quyền của ([^.;]+)/iu.exec(quote)?.[1]?.trim() ?? []),
  );
  // Different bodies for different kinds of unit: the quotations say which is whose.
  return bodies.size === 1 ? [{ type: 'body', name: [...bodies][0]! }] : [];
}

function boundPoints(asked: Asked, quotes: readonly string[]): Point[] {
  if (!asked.aspects.has('share') && !asked.aspects.has('count')) return [];
  const bounds = readBounds(quotes[0] ?? '');
  const told = sharePoints(asked, quotes).length > 0;
  return bounds.length === 1 && !told
    ? bounds.map(({ sign, percent, bare }) => ({ type: 'bound', sign, percent, bare }))
    : [];
}

/** “từ 50 đảng viên trở lên”, “ít nhất 3 ngày” held against a number of the same thing. */
function sizePoint(asked: Asked, quotes: readonly string[]): Point | null {
  for (const quote of quotes.slice(0, 2)) {
    const m = /(?:từ|ít nhất|tối thiểu)\s+(\d+)\s+(\p{L}+(?:\s+\p{L}+)?)/iu.exec(quote);
    if (!m) continue;
    const noun = fold(m[2]!);
    const given = asked.numbers.find(
      n => !n.percent && (n.tail.startsWith(noun) || n.tail.startsWith(noun.split(' ')[0]!)),
    );
    if (given) {
      const least = Number(m[1]);
      return { type: 'size', given: given.value, least, met: given.value >= least };
    }
  }
  return null;
}
