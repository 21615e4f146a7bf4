/** Takes from a sentence all that it says about when. */
import { PART, partSaid, takeTime } from './read-time.ts';
import { hideAsking } from './rest-of.ts';
import { type Before, takeBefore } from './take-before.ts';
import { type Bounds, takeBounds } from './take-bounds.ts';
import { takeMonthDay, takeQuarterDay } from './take-month-day.ts';
import { takePeriod, takePeriodWithoutDay } from './take-period.ts';
import { takeRelative } from './take-relative.ts';
import { findRepeat, type Repeat, takeEach } from './take-repeat.ts';
import { takeNthWeekday, takeWeekday, WEEKDAY } from './take-weekday.ts';
import { DATE, EACH, KEPT, pattern, TIME, type TypedText } from './typed-text.ts';
import type { Anchor, Doubt, PartOfDay, TimeSaid } from './when-said.ts';

export interface SaidWhen {
  anchors: Anchor[];
  time: TimeSaid | null;
  part: PartOfDay | null;
  repeat: Repeat | null;
  each: boolean;
  /** “một lần”, “chỉ một lần thôi”. */
  onlyOnce: boolean;
  before: Before | null;
  bounds: Bounds;
  /** What is wrong however the rest is read. */
  doubt: Doubt | null;
}

const PART_AFTER = pattern(
  `(?<=[${DATE}${TIME}${EACH}][\\s,]*)(?:vào )?(?:buổi )?(?<part>${PART})(?: (?:nào cũng|hằng ngày))?`,
);
const PART_BEFORE = pattern(
  `(?:vào )?(?:buổi )?(?<part>${PART})(?=[\\s,]*(?:vào |lúc |từ )?[${DATE}${TIME}${KEPT}])`,
);
const ANOTHER = pattern(`(?<=${DATE}\\s*)(?:,~|&~|và |hoặc )(?:ngày |hôm )?\\d{1,2}~/~\\d{1,2}(?:/\\d{4})?`);
/** “ngày 10/12, à nhầm, 12/12”: which of the two holds is asked. */
const CORRECTED = pattern(
  `(?<=[${DATE}${TIME}][\\s,.]*)(?:(?:à|á|ấy|ý|ủa|mà) )?(?:không phải|không|nhầm|lộn|quên|xin lỗi|sửa lại|đổi lại)(?: rồi)?[\\s,.]*` +
    `(?:(?:là|phải|thành|sang|vào|ngày|hôm|lúc)[\\s,]+)*(?:\\d{1,2}(?:~[/.:hg-]~\\d+)+|\\d{1,2}~(?:giờ|h)|(?<=(?:ngày|hôm)[\\s,]+)\\d{1,2}|(?:mùng|mồng)~\\d{1,2}|${WEEKDAY}|mai|mốt|[${DATE}]+|[${TIME}]+)`,
);
/** “từ 10 đến 12/12”, “10/12 - 12/12”. */
const SPAN_OF_DAYS = pattern(`(?:từ )?(?:ngày )?\\d{1,2}(?:~/~\\d{1,2})?~(?:-|–|đến|tới)~[${DATE}]+`);
/** A weekday of a month or of a week of it, not said plainly. */
const WEEK_OF_MONTH = pattern(
  `(?<=[${DATE}]\\s*)(?:của )?tuần (?:đầu|cuối|thứ)(?: (?:tiên|cùng|[1-5]|nhất|hai|ba|tư|bốn|năm))?(?: (?:của )?tháng(?: (?:này|sau|tới|\\d{1,2}))?)?|tháng (?:sau|tới)[\\s,]*[${DATE}]+`,
);
/** Days that no schedule holds. */
const NO_SCHEDULE = pattern(
  'ngày làm việc (?:đầu|cuối|thứ|liền|kế|trước|gần)(?: (?:tiên|cùng|trước|sau|tiếp|nhất))?(?: (?:của )?(?:(?:mỗi|hằng|hàng|các) )?(?:tuần|tháng|quý|năm))?|(?:(?:ngày|mùng|mồng) \\d{1,2} |rằm )?tháng~\\d{1,2} nhuận',
);
const NEXT = pattern(`(?<=${DATE}\\s*)(?:tới|này)(?! nào)`);
const LUNAR = pattern(
  `(?<=${DATE}[\\s,]*)(?:theo )?(?:âm lịch|lịch âm|âm)|tính theo âm lịch|theo âm lịch|theo lịch âm|âm lịch`,
);
const ONLY_ONCE = pattern(
  `(?:chỉ (?:nhắc )?)(?:một|1) lần(?: thôi)?|(?<=${DATE}[\\s,]*)(?:một|1) lần(?: thôi)?`,
);
const SOLAR = pattern(`(?<=${DATE}[\\s,]*)(?:theo )?(?:dương lịch|lịch dương|tây lịch|dl)`);

const TET_ITSELF = /^t[ếe]t(?:\s+(?:nguyên đán|nguyen dan|âm lịch|am lich|ta))?$/iu;

export function saidWhen(typed: TypedText, now: string, today: string): SaidWhen {
  hideAsking(typed);
  const impossible = typed.take(NO_SCHEDULE);
  const anchors = takeRelative(typed, now, today);
  const { time, doubt: timeDoubt } = takeTime(typed);
  const bounds = takeBounds(typed, today);
  const nth = takeNthWeekday(typed, today);
  const quarterDay = takeQuarterDay(typed);
  const period = takePeriod(typed, today);
  const repeat = findRepeat(typed);
  if (repeat) typed.mask(repeat.start, repeat.end);
  const each = takeEach(typed) !== null;
  const { anchor: weekday, doubt: weekdayDoubt } = takeWeekday(typed, today);
  const { anchor: monthDay, doubt: dayDoubt } = takeMonthDay(typed, today);
  for (const anchor of [nth, quarterDay, weekday, period, monthDay]) if (anchor) anchors.push(anchor);
  const another = monthDay && typed.find(ANOTHER);
  const corrected = typed.take(CORRECTED);
  const spanned = repeat || each ? null : typed.take(SPAN_OF_DAYS);
  const inMonth = weekday?.is === 'weekday' && !repeat && !each ? typed.take(WEEK_OF_MONTH) : null;
  const flagged = anchors.map(a => lunarIfSaid(typed, a));
  const dated = flagged.length > 0 || repeat !== null;
  const before = takeBefore(typed, dated);
  if (before?.event && TET_ITSELF.test(before.event)) {
    const { start, end } = before;
    flagged.push({ is: 'month-day', days: [1], month: 1, year: null, lunar: true, start, end });
  }
  if (flagged.length === 0 && before?.event == null) {
    const bare = takePeriodWithoutDay(typed, today);
    if (bare) flagged.push(bare);
  }
  const { part, doubt: partDoubt } = takePart(typed, time, flagged);
  return {
    anchors: flagged,
    time,
    part,
    repeat,
    each,
    onlyOnce: typed.take(ONLY_ONCE) !== null,
    before,
    bounds,
    doubt:
      (impossible && { about: 'not-possible', start: impossible.start, end: impossible.end }) ??
      timeDoubt ??
      partDoubt ??
      bounds.doubt ??
      dayDoubt ??
      (spanned && severalDays(spanned, spanned)) ??
      (inMonth && severalDays(firstOf([...flagged, inMonth])!, inMonth)) ??
      (another && severalDays(monthDay, another)) ??
      (corrected && severalDays(firstOf([...flagged, ...(time ? [time] : [])]) ?? corrected, corrected)) ??
      (flagged.length === 0 ? weekdayDoubt : null),
  };
}

const firstOf = (said: readonly { start: number }[]): { start: number } | undefined =>
  said.filter(({ start }) => start >= 0).sort((a, b) => a.start - b.start)[0];

const severalDays = ({ start }: { start: number }, { end }: { end: number }): Doubt => ({
  about: 'several',
  start,
  end,
});

/**
 * The part of the day that stands apart from the hour. Without diacritics “toi” after a day is “tối” or “tới”: asked
 * where it makes a difference.
 */
function takePart(
  typed: TypedText,
  time: TimeSaid | null,
  anchors: readonly Anchor[],
): { part: PartOfDay | null; doubt: Doubt | null } {
  const dayBefore = anchors.some(a => a.is !== 'date');
  const next = dayBefore && typed.take(NEXT);
  const coming = anchors.some(a => a.is === 'weekday' && a.coming);
  if (!typed.marked && (next || coming)) {
    const doubtful = time !== null && time.part === null && time.hour < 12 && !time.exact;
    if (!doubtful) return { part: null, doubt: null };
    const { hour, minute, start, end } = time;
    return { part: null, doubt: { about: 'part-of-day', hour, minute, start, end } };
  }
  const before = typed.take(PART_BEFORE);
  if (before) return { part: partSaid(before.groups.part!), doubt: null };
  const after = typed.take(PART_AFTER);
  return { part: after && partSaid(after.groups.part!), doubt: null };
}

/** “ngày 1 hằng tháng âm lịch”: the calendar may be said apart from the day. */
function lunarIfSaid(typed: TypedText, anchor: Anchor): Anchor {
  if (anchor.is !== 'month-day') return anchor;
  if (anchor.lunar) {
    typed.take(LUNAR);
    return anchor;
  }
  if (typed.take(SOLAR)) return anchor;
  return typed.take(LUNAR) ? { ...anchor, lunar: true } : anchor;
}
