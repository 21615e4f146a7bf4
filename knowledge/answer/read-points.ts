import type { Citation } from './answer.ts';
import type { Aspect } from './aspects.ts';
import type { Point } from './points.ts';
import { readBounds } from './read-bounds.ts';
import { readDay, readLimits } from './read-dates.ts';
import type { Given } from './read-numbers.ts';
import { sharePoint } from './share-point.ts';
import { fold } from '../vietnamese/fold.ts';

/** What a question holds that a rule can read a quotation by. */
export interface Asked {
  /** Folded words of the question. */
  folded: string;
  aspects: ReadonlySet<Aspect>;
  numbers: readonly Given[];
}

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
  const first = quotes[0] ?? '';
  const points: Point[] = [];
  const share = sharePoint(asked, quotes);
  if (share) points.push(share);
  if (/(tốt hơn|cao hơn)/iu.test(quotes.join(' ')) && /\b(bang|ngang)\b|khong tang|nhu cu|khong giam|giu nguyen/.test(asked.folded)) {
    points.push({ type: 'equal-is-not-better' });
  }
  if (asked.aspects.has('check') || /\bmat\b/.test(asked.folded)) {
    if (/^(không có|không để)/iu.test(first.replace(/^[-*+]\s*/, '')) && /ky luat|khien trach|canh cao|khai tru|cach chuc|vi pham|chia re|mat doan ket/.test(asked.folded)) {
      points.push({ type: 'none-allowed' });
    }
    if (/khuyến khích/iu.test(first) && !/bảo vệ cán bộ/iu.test(first)) points.push({ type: 'encouraged' });
    if (RATING.test(first) && /xuat sac/.test(asked.folded)) points.push({ type: 'or-above' });
  }
  const size = sizePoint(asked, quotes);
  if (size) points.push(size);
  return points;
}

function timePoints(asked: Asked, quotes: readonly string[]): Point[] {
  const limits = quotes.slice(0, 1).flatMap(readLimits);
  if (limits.length === 0) return [];
  const day = readDay(asked.folded);
  const limit = limits[0]!;
  if (day && (asked.aspects.has('check') || asked.aspects.has('when'))) {
    const late =
      day.year !== null && limit.year !== null && day.year !== limit.year
        ? day.year > limit.year
        : day.month * 100 + day.day > limit.month * 100 + limit.day;
    return [{ type: 'too-late', ...day, late, lastDay: limit.day, lastMonth: limit.month }];
  }
  if (!asked.aspects.has('when')) return [];
  return limits.map(({ stated, ...last }) => ({ type: 'last-day', stated, ...last }));
}

function bodyPoints(asked: Asked, quotes: readonly string[]): Point[] {
  if (!asked.aspects.has('who') && !/tham quyen/.test(asked.folded)) return [];
  const bodies = quotes.slice(0, 1).flatMap(quote => /thuộc thẩm quyền của ([^.;]+)/iu.exec(quote)?.[1] ?? []);
  return bodies.map(name => ({ type: 'body', name: name.trim() }));
}

function boundPoints(asked: Asked, quotes: readonly string[]): Point[] {
  if (!asked.aspects.has('share') && !asked.aspects.has('count')) return [];
  const bounds = readBounds(quotes[0] ?? '');
  return bounds.length === 1 ? bounds.map(({ sign, percent }) => ({ type: 'bound', sign, percent })) : [];
}

/** “từ 50 đảng viên trở lên”, “ít nhất 3 ngày” held against a number of the same thing. */
function sizePoint(asked: Asked, quotes: readonly string[]): Point | null {
  for (const quote of quotes.slice(0, 2)) {
    const m = /(?:từ|ít nhất|tối thiểu)\s+(\d+)\s+(\p{L}+(?:\s+\p{L}+)?)/iu.exec(quote);
    if (!m) continue;
    const noun = fold(m[2]!);
    const given = asked.numbers.find(n => !n.percent && (n.tail.startsWith(noun) || n.tail.startsWith(noun.split(' ')[0]!)));
    if (given) {
      const least = Number(m[1]);
      return { type: 'size', given: given.value, least, met: given.value >= least };
    }
  }
  return null;
}
