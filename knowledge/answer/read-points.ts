import type { Citation } from './answer.ts';
import type { Aspect } from './aspects.ts';
import type { Point } from './points.ts';
import { readBounds } from './read-bounds.ts';
import type { Day } from './read-dates.ts';
import { readLimits } from './read-dates.ts';
import type { Given } from './read-numbers.ts';
import { sharePoints } from './share-points.ts';
import { fold } from '../vietnamese/fold.ts';

/** What a question holds that a rule can read a quotation by. */
export interface Asked {
  /** Folded words of the question. */
  folded: string;
  aspects: ReadonlySet<Aspect>;
  numbers: readonly Given[];
  /** A day of the calendar it names, null when none. */
  day: Day | null;
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
  const points: Point[] = [...sharePoints(asked, quotes), ...comparedPoints(asked, quotes)];
  const first = quotes[0] ?? '';
  if (asked.aspects.has('check') || /\bmat\b/.test(asked.folded)) {
    if (NONE_ALLOWED.test(first.replace(MARKER, '')) && BREACH.test(asked.folded)) points.push({ type: 'none-allowed' });
    if (/khuyến khích/iu.test(first) && !/bảo vệ cán bộ/iu.test(first)) points.push({ type: 'encouraged' });
    if (RATING.test(first) && /xuat sac/.test(asked.folded)) points.push({ type: 'or-above' });
    else if (quotes.slice(0, 2).some(quote => RATING.test(quote)) && points.length === 0) points.push(...rankPoints(asked.folded));
    if (points.length === 0 && (undone(asked.folded, quotes) || behind(asked.numbers, first))) points.push({ type: 'undone' });
  }
  const size = sizePoint(asked, quotes);
  return size ? [...points, size] : points;
}

const MARKER = /^[-*+]\s*/;
const NONE_ALLOWED = /^(không có|không để)/iu;
const BREACH = /ky luat|khien trach|canh cao|khai tru|cach chuc|vi pham|chia re|mat doan ket|be phai|suy thoai/;

/** “bằng năm ngoái”, “ít hơn cùng kỳ” held against “tốt hơn, cao hơn”. */
function comparedPoints(asked: Asked, quotes: readonly string[]): Point[] {
  if (!/tốt hơn|cao hơn/iu.test(quotes.join(' '))) return [];
  if (/\b(bang|ngang) (nam|cung|voi|nhau|muc|ky)|khong tang|nhu cu|khong giam|giu nguyen|\bbang nam\b/.test(asked.folded)) {
    return [{ type: 'not-better', equal: true }];
  }
  const worse = /\b(it|thap|kem|nho|yeu) hon|\bgiam\b|\bsut\b|\btut\b/.test(asked.folded);
  return worse ? [{ type: 'not-better', equal: false }] : [];
}

/** The rank somebody names of their unit held against “hoàn thành tốt nhiệm vụ trở lên”. */
function rankPoints(folded: string): Point[] {
  if (/(khong|chua) hoan thanh( tot)? nhiem vu|hoan thanh nhiem vu|trung binh|loai kha/.test(folded)) return [{ type: 'rank', met: false }];
  return /hoan thanh (tot|xuat sac) nhiem vu/.test(folded) ? [{ type: 'rank', met: true }] : [];
}

/** “8/10 cuộc” held against “hoàn thành chương trình”. */
function behind(numbers: readonly Given[], quote: string): boolean {
  const [whole, part] = numbers;
  return numbers.length === 2 && part!.value < whole!.value && /hoàn thành (chương trình|kế hoạch|các chỉ tiêu)/iu.test(quote);
}

/** Somebody says that a thing is not done which the quotation demands. */
function undone(folded: string, quotes: readonly string[]): boolean {
  const demanded = quotes.slice(0, 3).map(fold).join(' ');
  const said = folded.matchAll(
    /\b(?:chua|khong) (?:duoc |kip |co )?((?:hoan thanh|ban hanh|xay dung|to chuc|thuc hien|phan cong|ket luan|bieu quyet|bao cao) \w+)/g,
  );
  return [...said].some(m => demanded.includes(m[1]!) && !new RegExp(`(khong|chua) ${m[1]}`).test(demanded));
}

function timePoints(asked: Asked, quotes: readonly string[]): Point[] {
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
