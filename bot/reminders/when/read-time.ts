import { NUMBER, NUMBER_WORD, numberSaid, TENS_WORD } from './said-number.ts';
import { fold, KEPT, type Match, pattern, TIME, type TypedText } from './typed-text.ts';
import type { Doubt, PartOfDay, TimeSaid } from './when-said.ts';

export const PART = 'sáng|trưa|chiều|tối|đêm|khuya';
const LEAD = '(?:(?:vào|đúng|khoảng|tầm) )*(?:(?:lúc|hồi) )?(?:đúng )?';
// After an hour “toi” and “dem” are no other words, even where the rest has its diacritics.
const AFTER = `(?: (?:buổi )?(?<part>${PART}|toi|dem))?`;
/** “8 giờ 15/12” is eight o’clock on a date. */
const NO_DATE = '(?!\\d|~[/.-]~\\d|~(?:ngày(?!~\\d)|tháng|tuần|tiếng|lần))';

const CLOCK = pattern(`${LEAD}(?<h>\\d{1,2}):(?<m>\\d{2})${AFTER}`);
const HOUR = pattern(
  `${LEAD}(?<!(?<!\\p{L})(?:thứ|hằng|hàng|mỗi) )(?:(?<h>\\d{1,2})~|(?<h>${NUMBER_WORD}) )(?:giờ|h|g)(?! (?:nữa|đồng hồ|hành chính))` +
    `(?:(?<m>\\d{1,2})(?!\\d|~[/.-]~\\d)(?:~(?:phút|ph|p|'|’))?| (?<m>\\d{1,2})${NO_DATE}(?:~(?:phút|ph|p))?| (?<m>${TENS_WORD})(?: phút)?| (?<m>${NUMBER_WORD}) phút)?` +
    `(?: (?<half>rưỡi))?(?: (?:kém|thiếu) (?<less>${NUMBER})(?: phút)?)?${AFTER}`,
);
const HALF = pattern(`(?:lúc |hồi )?(?<h>\\d{1,2}|${NUMBER_WORD}) (?<half>rưỡi) (?:buổi )?(?<part>${PART})`);
const AT_HALF = pattern(`(?:lúc|hồi) (?<h>\\d{1,2}|${NUMBER_WORD}) (?<half>rưỡi)`);
const AT_PART = pattern(`(?:lúc|hồi) (?<h>\\d{1,2}|${NUMBER_WORD}) (?<part>${PART})`);
const MIDNIGHT = pattern('(?:lúc |vào )?nửa (?<part>đêm)');
const NOON = pattern('(?:lúc |vào )?giữa (?<part>trưa)');

const PARTS: Readonly<Record<string, PartOfDay>> = {
  sang: 'morning',
  trua: 'noon',
  chieu: 'afternoon',
  toi: 'evening',
  dem: 'night',
  khuya: 'night',
};

export function partSaid(said: string): PartOfDay {
  return PARTS[fold(said).toLowerCase()]!;
}

/** Takes the hour that is said, and what is wrong with it. Of “từ 8h đến 10h” the first counts, the words stay. */
export function takeTime(typed: TypedText): { time: TimeSaid | null; doubt: Doubt | null } {
  const first = next(typed);
  if (first === null) return { time: null, doubt: null };
  typed.mask(first.match.start, first.match.end, TIME);
  const second = next(typed);
  if (second === null) return { time: first.time, doubt: null };
  const between = typed.text.slice(first.match.end, second.match.start);
  if (!/^\s*(?:-|–|đến|den|tới|toi)\s*$/iu.test(between))
    return { time: null, doubt: { about: 'several', start: first.match.start, end: second.match.end } };
  typed.mask(first.match.start, second.match.end, KEPT);
  const part = first.time.part ?? second.time.part;
  return { time: { ...first.time, part, start: -1, end: -1 }, doubt: null };
}

function next(typed: TypedText): { match: Match; time: TimeSaid } | null {
  const found = [CLOCK, HOUR, HALF, AT_HALF, AT_PART, MIDNIGHT, NOON]
    .flatMap((p, i) => {
      const match = typed.find(p);
      return match ? [{ match, i }] : [];
    })
    .sort((a, b) => a.match.start - b.match.start || a.i - b.i)[0];
  if (found === undefined) return null;
  const { h, m, half, less, part } = found.match.groups;
  let minutes = numberSaid(h ?? '12') * 60 + (m === undefined ? 0 : numberSaid(m)) + (half ? 30 : 0);
  if (less !== undefined) minutes -= numberSaid(less);
  const wrong = m !== undefined && numberSaid(m) > 59;
  const time: TimeSaid = {
    hour: wrong ? 99 : Math.floor(minutes / 60),
    minute: ((minutes % 60) + 60) % 60,
    part: part === undefined ? null : partSaid(part),
    exact: h !== undefined && /^0\d$/.test(h),
    start: found.match.start,
    end: found.match.end,
  };
  return { match: found.match, time };
}
