/** “trước ngày 20/12 3 ngày”, “nhắc trước 3 ngày”, “2 tuần trước đại hội”. */
import { NUMBER, numberSaid } from './said-number.ts';
import { DATE, fold, type Match, pattern, TIME, type TypedText } from './typed-text.ts';

export interface Before {
  days: number;
  months: number;
  minutes: number;
  /** What it is before, where that is no date: “đại hội”. */
  event: string | null;
  /** “trước ngày 20/12” alone: the last valid day is the day before. */
  bare: boolean;
  start: number;
  end: number;
}

const SPAN = `(?<n>${NUMBER}) (?<unit>ngày|hôm|tuần|tháng)`;
const EVENT = `(?<event>[^\\d,.;:${DATE}${TIME}]{2,60}?)`;
const OF_DAY = pattern(`(?:trước|(?<after>sau))(?: khi)?§${DATE}+§${SPAN}(?! nữa)`);
const SPAN_OF_DAY = pattern(`${SPAN} (?:trước|(?<after>sau))(?: khi)?(?=§${DATE})`);
const BEFORE_DATED_EVENT = pattern(`(?:trước|(?<after>sau))(?: khi)? ${EVENT}§${DATE}+§${SPAN}(?! nữa)`);
const SPAN_OF_DATED_EVENT = pattern(`${SPAN} (?:trước|(?<after>sau))(?: khi)? ${EVENT}(?=§${DATE})`);
const SPAN_ALONE = pattern(`(?:(?:nhắc|báo) )?trước (?:${SPAN}|(?<n>${NUMBER}) (?<unit>phút|tiếng))`);
const MINUTES_OF_DAY = pattern(
  `(?:trước|(?<after>sau))(?: khi)?§[${DATE}${TIME}]+§(?<n>${NUMBER}) (?<unit>phút|tiếng)(?! nữa)`,
);
const OF_EVENT = pattern(`(?:trước|(?<after>sau))(?: khi)? ${EVENT} (?:đúng |khoảng )?${SPAN}(?! nữa)`);
/** Where an event’s name ends and what is to be done begins. */
const DEED =
  ' (?:gửi|nộp|chuẩn bị|báo cáo|trình|mời|kiểm tra|hoàn thành|rà soát|gọi|nhắc|lập|tổng hợp|thì|phải|cần|để|lúc|vào)(?!\\p{L})';
const SPAN_OF_EVENT = pattern(
  `${SPAN} (?:trước|(?<after>sau))(?: khi)? ${EVENT}(?=~$|~[,.;:${DATE}${TIME}]|${DEED})`,
);
const BARE = pattern(`trước(?: khi)?(?=[\\s,]*${DATE})`);

/** Takes how long before. `dated`: a day was said, so “trước” belongs to it. */
export function takeBefore(typed: TypedText, dated: boolean): Before | null {
  if (dated) {
    const match =
      typed.find(MINUTES_OF_DAY) ??
      typed.find(OF_DAY) ??
      typed.find(SPAN_OF_DAY) ??
      typed.find(BEFORE_DATED_EVENT) ??
      typed.find(SPAN_OF_DATED_EVENT) ??
      typed.find(SPAN_ALONE);
    if (match) return taken(typed, match, true);
    const bare = typed.find(BARE);
    if (!bare) return null;
    return { ...taken(typed, bare, true), days: 1, bare: true };
  }
  const match = typed.find(SPAN_OF_EVENT) ?? typed.find(OF_EVENT);
  if (match) return taken(typed, match, false);
  const alone = typed.find(SPAN_ALONE);
  return alone && taken(typed, alone, false);
}

function taken(typed: TypedText, match: Match, dated: boolean): Before {
  const { n, unit, event, after } = match.groups;
  const { start, end } = match;
  const left = typed.left();
  const at = event === undefined ? -1 : left.indexOf(event, start);
  const named = at + (/^ng[àa]y\s+/u.exec(event ?? '')?.[0].length ?? 0);
  const kept = (i: number): boolean => dated && event !== undefined && i >= named && i < at + event.length;
  for (let i = start; i < end; i += 1)
    if (!kept(i) && left[i] !== DATE && left[i] !== TIME) typed.mask(i, i + 1, DATE);
  const sign = after === undefined ? 1 : -1;
  const count = n === undefined ? 0 : sign * numberSaid(n);
  const kind = fold(unit ?? '');
  return {
    days: kind === 'tuan' ? 7 * count : kind === 'ngay' || kind === 'hom' ? count : 0,
    months: kind === 'thang' ? count : 0,
    minutes: kind === 'phut' ? count : kind === 'tieng' ? 60 * count : 0,
    event:
      event === undefined
        ? null
        : typed.text
            .slice(at, at + event.length)
            .trim()
            .replace(/^ng[àa]y\s+/iu, ''),
    bare: false,
    start,
    end,
  };
}
