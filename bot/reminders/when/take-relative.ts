/** “3 ngày nữa”, “2 tiếng rưỡi nữa”, “ngày mai”, “hôm nay”: days and times counted from now. */
import { addDays, toDay } from './calendar-day.ts';
import { NUMBER, numberSaid } from './said-number.ts';
import { fold, type Match, pattern, type TypedText } from './typed-text.ts';
import type { Anchor } from './when-said.ts';

const COUNT = `(?<n>${NUMBER}|nửa)`;
const UNIT = '(?<unit>ngày|hôm|tuần|tháng|năm)';
const HOURS =
  `${COUNT}~(?:tiếng|giờ|h)(?: đồng hồ)?` + `(?: (?<half>rưỡi)|~(?<minutes>${NUMBER})(?:~(?:phút|p))?)?`;
const LEAD = '(?:(?:trong|còn|sau) (?:khoảng |vòng )?)?';

/** “sau 2 ngày”, not “tuần sau 2 ngày”. */
const AFTER = '(?<!(?:tuần|tháng|năm|quý|hôm|bữa|ngày) )sau (?:khoảng )?';

const IN_MINUTES = pattern(`${LEAD}(?<n>${NUMBER})~(?:phút|p) nữa`);
const IN_HOURS = pattern(`${LEAD}${HOURS} nữa`);
const AFTER_MINUTES = pattern(`${AFTER}(?<n>${NUMBER}) phút`);
const AFTER_HOURS = pattern(`${AFTER}${COUNT} tiếng(?: đồng hồ)?(?: (?<half>rưỡi))?`);
const IN_DAYS = pattern(`${LEAD}${COUNT} ${UNIT} nữa`);
const AFTER_DAYS = pattern(`${AFTER}${COUNT} ${UNIT}(?! (?:một|1) lần)`);
const NAMED: readonly (readonly [days: number, pattern: ReturnType<typeof pattern>])[] = [
  [-1, pattern('(?:hôm|bữa|ngày) (?:qua|kia rồi)|hôm kia')],
  [
    0,
    pattern(
      '(?:ngày )?(?:hôm|bữa) nay|trong ngày|(?<=(?:sáng|trưa|chiều|tối|đêm|khuya) )nay|(?<=\\d~(?:giờ|h|h~\\d\\d) )nay|hnay',
    ),
  ],
  [3, pattern('ngày kìa')],
  [
    2,
    pattern(
      '(?:ngày |bữa |hôm )?mốt(?! (?:ngày|tuần|tháng|lần|số))|(?:ngày|bữa) kia|(?<=(?:sáng|trưa|chiều|tối) )kia',
    ),
  ],
  // In the South “mơi” is “mai”; without its mark it would be “mỗi” or “mới”.
  [
    1,
    pattern(
      '(?<=(?:sáng|trưa|chiều|tối|bữa) )m\\u01a1i|(?:ngày|bữa|hôm) mai|(?:ngày )?(?:hôm|bữa) sau|(?:ngày )?mai',
    ),
  ],
];
const MOT = pattern('(?:ngày|bữa|sáng|trưa|chiều|tối) mốt(?! lần)');

/** Takes everything counted from now. `now`: ISO instant; days and times are those of Viet Nam. */
export function takeRelative(typed: TypedText, now: string, today: string): Anchor[] {
  return [
    takeMinutes(typed, now),
    takeDays(typed, today),
    takeNamed(typed, today),
    takeNamed(typed, today),
  ].filter(a => a !== null);
}

function takeMinutes(typed: TypedText, now: string): Anchor | null {
  const hours = typed.take(IN_HOURS) ?? typed.take(AFTER_HOURS);
  const match = hours ?? typed.take(IN_MINUTES) ?? typed.take(AFTER_MINUTES);
  if (!match) return null;
  const { n, half, minutes: more } = match.groups;
  const count = isHalf(n!) ? 0.5 : numberSaid(n!);
  const minutes = hours ? 60 * count + (half ? 30 : 0) + (more ? numberSaid(more) : 0) : count;
  // Up to the whole minute: cut off, “1 phút nữa” might be over before it is kept.
  const then = Temporal.Instant.from(now)
    .add({ seconds: Math.round(60 * minutes) })
    .round({ smallestUnit: 'minute', roundingMode: 'ceil' })
    .toZonedDateTimeISO('Asia/Ho_Chi_Minh');
  const time = then.toPlainTime().toString({ smallestUnit: 'minute' });
  return { is: 'date', date: then.toPlainDate().toString(), time, ...where(match) };
}

function takeDays(typed: TypedText, today: string): Anchor | null {
  const match = typed.take(IN_DAYS) ?? typed.take(AFTER_DAYS);
  if (!match) return null;
  const half = isHalf(match.groups.n!);
  const n = half ? 0 : numberSaid(match.groups.n!);
  const unit = fold(match.groups.unit!);
  const halves: Readonly<Record<string, Temporal.DurationLike>> = {
    thang: { days: 15 },
    nam: { months: 6 },
    tuan: { days: 3 },
  };
  const span: Temporal.DurationLike = half
    ? (halves[unit] ?? { days: 1 })
    : unit === 'tuan'
      ? { weeks: n }
      : unit === 'thang'
        ? { months: n }
        : unit === 'nam'
          ? { years: n }
          : { days: n };
  return { is: 'date', date: toDay(today).add(span).toString(), ...where(match) };
}

function takeNamed(typed: TypedText, today: string): Anchor | null {
  for (const [days, named] of NAMED) {
    // Without diacritics “mot” is rather “một”; only after “ngày” or a part of the day it is the day after tomorrow.
    const match = days === 2 && !typed.marked ? (typed.find(MOT) ?? typed.find(KIA)) : typed.find(named);
    if (!match || isName(typed, match)) continue;
    typed.mask(match.start, match.end);
    return { is: 'date', date: addDays(today, days), ...where(match) };
  }
  return null;
}
const KIA = pattern('(?:ngày|bữa) kia|(?<=(?:sáng|trưa|chiều|tối) )kia');

/** “đồng chí Mai” is no tomorrow. */
function isName(typed: TypedText, { start, said }: Match): boolean {
  if (said !== 'Mai') return false;
  return /\p{L}[\p{L}\s]*$/u.test(typed.text.slice(0, start)) && !/\p{Lu}{2}/u.test(typed.text);
}

const isHalf = (said: string): boolean => /^n[ửưu]a$/u.test(said);

const where = ({ start, end }: Match): { start: number; end: number } => ({ start, end });
