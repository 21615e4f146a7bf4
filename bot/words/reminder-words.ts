import type { AgendaItem, DayOff } from '../reminders/agenda-item.ts';
import { daysBetween } from '../reminders/days.ts';
import { lastWorkingDayBefore } from '../reminders/when/index.ts';
import { capital } from './requirement-words.ts';
import { sayDate, sayTime, sayWeekday } from './when-words.ts';

/** What is sent when something is due. */
export const reminderWords = {
  remind: (said: string) => `Nhắc việc: ${sentence(said)}`,
  again: (said: string) => `Nhắc lại: ${sentence(said)}`,
  late: (said: string) => `Nhắc bù, vì trước đó chưa gửi được: ${sentence(said)}`,

  /** Where a duty stands today. */
  standing: (due: string, today: string): string => {
    const left = daysBetween(today, due);
    if (left === 0) return `hôm nay (${sayDate(due)}) là ngày cuối cùng`;
    if (left === 1) return `ngày mai (${sayDate(due)}) là ngày cuối cùng`;
    return left > 0
      ? `còn ${left} ngày, chậm nhất ${sayDate(due)}`
      : `đã quá hạn ${-left} ngày, ngày cuối cùng là ${sayDate(due)}`;
  },
  duty: (item: AgendaItem) => sentence(titleOf(item)),
  unit: (name: string) => `Đơn vị: ${sentence(name)}`,
  encouraged: 'Việc này kế hoạch khuyến khích, không bắt buộc.',
  entered: 'Hạn này tính theo ngày đơn vị đã nhập.',
  nobodyDid: 'Đơn vị chưa đánh dấu đã hoàn thành.',
  dayOff: (due: string, dayOff: DayOff, today: string): string => {
    const last = lastWorkingDayBefore(due);
    const on = `Hạn rơi vào ${dayOffName(dayOff)}, kế hoạch không lùi hạn`;
    if (today === last) return `${on}; hôm nay là ngày làm việc cuối cùng trước hạn.`;
    return today < last ? `${on}; ngày làm việc cuối cùng trước hạn là ${sayDate(last)}.` : `${on}.`;
  },
  basis: (document: string, address: string, quote: string | null) =>
    quote === null ? `Căn cứ: ${document}, ${address}.` : `Căn cứ: ${document}, ${address}: ${quoted(quote)}`,
  unanswered: ({ year, missing }: NonNullable<AgendaItem['unanswered']>) =>
    missing > 0
      ? `Tự rà soát năm ${year}: còn ${missing} yêu cầu chưa trả lời.`
      : `Tự rà soát năm ${year}: đã trả lời đủ các yêu cầu.`,
  caveat: (text: string) => `Lưu ý: ${text}`,
  how: 'Làm xong, đồng chí nhắn “xong”. Xem tất cả: /nhacviec',

  /** When one's own reminder is for. */
  ownDay: ({ due, time }: AgendaItem, today: string) =>
    `${time === null ? capital(sayDate(due, today)) : `${sayTime(time)}, ${sayDate(due, today)}`}.`,

  several: (count: number, late: number) => {
    if (late === 0) return `Nhắc việc: ${count} việc.`;
    return late === count
      ? `Nhắc bù ${count} việc trước đó chưa gửi được:`
      : `Nhắc việc: ${count} việc, trong đó ${late} việc nhắc bù vì trước đó chưa gửi được.`;
  },
  line: (item: AgendaItem, today: string, more: { nobodyDid: boolean; unit: string | null }): string => {
    const fact = item.source.kind === 'own' ? ownFact(item, today) : dutyFact(item.due, today);
    const unit = more.unit === null ? '' : ` (${more.unit})`;
    const open = more.nobodyDid ? '; đơn vị chưa đánh dấu đã hoàn thành' : '';
    return `– ${capital(fact)}: ${sentence(`${titleOf(item)}${unit}${open}`)}`;
  },
  more: (count: number) => `Và ${count} việc khác: /nhacviec`,
  all: 'Xem từng việc, đánh dấu đã xong: /nhacviec',
  list: 'Xem các việc này',
  detail: 'Xem đầy đủ',
};

function titleOf({ title, source }: AgendaItem): string {
  return source.kind === 'duty' && source.occurrence.to ? `${title} – gửi ${source.occurrence.to}` : title;
}

/** With a full stop, unless it ends in a mark of its own. */
const sentence = (text: string): string => (/[.!?…]”?$/u.test(text) ? text : `${text}.`);
const quoted = (quote: string): string => (quote.endsWith('.') ? `“${quote}”` : `“${quote}”.`);

function dayOffName(dayOff: DayOff): string {
  switch (dayOff.kind) {
    case 'weekend':
      return sayWeekday(dayOff.weekday);
    case 'tet':
      return 'dịp Tết Nguyên đán';
    case 'holiday':
      return `ngày nghỉ (${dayOff.name})`;
  }
}

function dutyFact(due: string, today: string): string {
  const left = daysBetween(today, due);
  if (left === 0) return 'hôm nay là ngày cuối cùng';
  if (left === 1) return 'ngày mai là ngày cuối cùng';
  return `${left > 0 ? `còn ${left}` : `quá hạn ${-left}`} ngày, ${sayDate(due)}`;
}

function ownFact({ due, time }: AgendaItem, today: string): string {
  if (due === today) return time === null ? 'hôm nay' : sayTime(time);
  return time === null ? sayDate(due, today) : `${sayTime(time)}, ${sayDate(due, today)}`;
}
