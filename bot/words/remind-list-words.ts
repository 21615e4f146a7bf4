import type { AgendaItem, DayOff } from '../reminders/agenda-item.ts';
import type { WaitingDuty } from '../reminders/sections.ts';
import { capital } from './requirement-words.ts';
import { sayDate } from './when-words.ts';

/** “17:00, thứ Sáu, ngày 27/11/2026” of an instant, in Viet Nam. */
export function sayInstant(instant: string, today: string): string {
  const at = Temporal.Instant.from(instant).toZonedDateTimeISO('Asia/Ho_Chi_Minh');
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(at.hour)}:${two(at.minute)}, ${sayDate(at.toPlainDate().toString(), today)}`;
}

/** When something begins anew: the day alone where it is its first moment. */
export function sayStart(instant: string, today: string): string {
  return sayInstant(instant, today).replace(/^00:00, /, '');
}

/** “còn 7 ngày”, “quá hạn 3 ngày”; the day itself and the next are said by the date. */
export function daysLeft(due: string, today: string): string | null {
  const days = Temporal.PlainDate.from(today).until(due, { largestUnit: 'day' }).days;
  if (days > 1) return `còn ${days} ngày`;
  return days < 0 ? `quá ${-days} ngày` : null;
}

/** What is said of a day on which nobody works. */
export function dayOffWords(off: DayOff): string {
  switch (off.kind) {
    case 'weekend':
      return off.weekday === 7 ? 'là Chủ nhật' : 'là thứ Bảy';
    case 'tet':
      return 'trong dịp Tết Nguyên đán';
    case 'holiday':
      return `là ngày nghỉ lễ “${off.name}”`;
  }
}

function standingWords({ standing, mark }: AgendaItem, today: string): string | null {
  switch (standing) {
    case 'open':
      return null;
    case 'done':
      return 'đồng chí đã làm';
    case 'done-for-unit':
      return 'đơn vị đã hoàn thành';
    case 'skipped':
      return 'đã bỏ qua lần này';
    case 'snoozed':
      return mark?.until ? `nhắc lại lúc ${sayInstant(mark.until, today)}` : null;
  }
}

function silentWords({ silent }: AgendaItem): string | null {
  if (silent === 'unconfirmed') return 'chờ xác nhận kế hoạch, chưa nhắc';
  return silent === 'paused' ? 'đang tạm dừng nhắc' : null;
}

function unansweredWords({ unanswered }: AgendaItem): string | null {
  if (!unanswered) return null;
  const { year, missing } = unanswered;
  return missing > 0
    ? `tự rà soát năm ${year} còn ${missing} yêu cầu chưa trả lời`
    : `tự rà soát năm ${year} đã trả lời đủ các yêu cầu`;
}

/** With a full stop, unless it ends in a mark of its own. */
export function sentence(text: string): string {
  return /[.!?…]”?$/u.test(text) ? text : `${text}.`;
}

/** All that is said of how an item stands, in one line; null: nothing. */
export function stateWords(item: AgendaItem, today: string): string | null {
  const said = [standingWords(item, today), silentWords(item), unansweredWords(item)].filter(
    part => part !== null,
  );
  return said.length === 0 ? null : said.join('; ');
}

/** The list of reminders. */
export const remindListWords = {
  title: 'Việc phải làm theo hạn:',
  none: 'Chưa có việc nào đến hạn trong 60 ngày tới.',
  noneHere: {
    all: 'Chưa có việc nào đến hạn trong 60 ngày tới.',
    today: 'Hôm nay không có việc nào đến hạn.',
    week: 'Từ nay đến hết 7 ngày tới không có việc nào đến hạn.',
    overdue: 'Không có việc nào quá hạn.',
    later: 'Sau 7 ngày tới chưa có việc nào đến hạn trong 60 ngày.',
    past: 'Không có hạn nào đã qua.',
    waiting: 'Không có việc nào chờ nhập ngày.',
    far: 'Sau 60 ngày tới chưa có việc nào khác.',
  },
  headings: {
    overdue: 'Quá hạn',
    today: 'Hôm nay',
    week: '7 ngày tới',
    later: 'Sau đó (trong 60 ngày)',
    past: 'Đã qua (trước khi đơn vị dùng trợ lý, không nhắc)',
    waiting: 'Chờ nhập ngày',
    far: 'Xa hơn (sau 60 ngày)',
  },
  line: (number: number, item: AgendaItem, today: string, unit: string | null, over = false) => {
    const { source, due, time, dayOff, title } = item;
    const off = dayOff && dayOff.kind !== 'weekend' ? dayOffWords(dayOff) : null;
    const day = [
      `${capital(sayDate(due, today))}${time ? `, ${time}` : ''}`,
      over ? null : daysLeft(due, today),
      off,
    ];
    const to = source.kind === 'duty' && source.occurrence.to ? ` – gửi ${source.occurrence.to}` : '';
    const state = over ? standingWords(item, today) : stateWords(item, today);
    const whose = unit ? ` (${unit})` : '';
    const what = `${title}${to}${whose}${state ? `; ${state}` : ''}`;
    return `${number}. ${day.filter(part => part !== null).join(', ')}: ${sentence(what)}`;
  },
  waitingLine: (number: number, { title, stated, event }: WaitingDuty) =>
    `${number}. ${title}${stated ? ` – ${stated}` : ''} (nhập ngày${event ? `: ${event}` : ''}).`,
  andMore: (count: number) => `… và ${count} việc nữa.`,
  more: (part: string, count: number) => `Xem thêm: ${part} (${count})`,
  all: 'Xem tất cả',
  label: (title: string, due: string) => {
    const [, month, day] = due.split('-').map(Number);
    const short = title.length > 44 ? `${title.slice(0, 42).toWellFormed().trimEnd()}…` : title;
    return `${capital(short)}, ${day}/${month}`;
  },
  waitingLabel: (title: string) =>
    `Nhập ngày: ${title.length > 40 ? `${title.slice(0, 38).trimEnd()}…` : title}`,
  unconfirmed: (plan: string) =>
    `Các việc theo ${plan} chỉ được hiện, chưa nhắc, vì kế hoạch chưa có xác nhận còn áp dụng.`,
  noChannel:
    'Muốn được nhắc qua Telegram hoặc Zalo, đồng chí gõ /lienket để nối; khi chưa nối, việc chỉ hiện ở đây và trong tệp lịch.',
  noRulebook: (plan: string) =>
    `${capital(plan)} chưa có danh mục việc theo hạn trong trợ lý, nên ở đây chỉ có việc đồng chí tự đặt.`,
  ownOnly: 'Ở đây chỉ có việc đồng chí tự đặt; đồng chí chưa mở đơn vị nào.',
  pausedUntil: (until: string | null) =>
    until ? `Đang tạm dừng nhắc; nhắc lại từ ${until}.` : 'Đang tạm dừng nhắc cho đến khi đồng chí bật lại.',
  how: 'Thêm việc: gõ ví dụ “nhắc tôi ngày 3 hằng tháng lúc 7 giờ tối họp chi bộ”.',
  settings: 'Cài đặt nhắc việc',
  confirm: 'Xác nhận kế hoạch còn áp dụng',
  openUnit: 'Thêm việc theo kế hoạch của đơn vị',
  backToAssessment: 'Trở lại phần tự rà soát',
};
