import type { AgendaItem } from '../reminders/agenda-item.ts';
import { dayOffWords, daysLeft, sayInstant, sentence, stateWords } from './remind-list-words.ts';
import { capital } from './requirement-words.ts';
import { sayDate, sayWhen } from './when-words.ts';

const RECURS: Readonly<Record<string, string>> = {
  once: 'một lần',
  yearly: 'hằng năm',
  'half-yearly': '6 tháng một lần',
  quarterly: 'hằng quý',
  monthly: 'hằng tháng',
  weekly: 'hằng tuần',
  event: 'theo từng lần',
};

/** One reminder in full, and what is done with it. */
export const remindItemWords = {
  title: (item: AgendaItem) => sentence(capital(item.title)),
  lastDay: (item: AgendaItem, today: string) => {
    const own = item.source.kind === 'own';
    const left = daysLeft(item.due, today);
    const off = item.dayOff ? dayOffWords(item.dayOff) : null;
    const when = `${sayDate(item.due, today)}${item.time ? `, ${item.time}` : ''}`;
    const notes = [left, item.dayOff?.kind === 'weekend' ? null : off].filter(Boolean).join(', ');
    return `${own ? 'Ngày' : 'Ngày cuối cùng còn đúng hạn'}: ${when}${notes ? ` (${notes})` : ''}.`;
  },
  notShifted: (reminded: boolean) =>
    `Kế hoạch không lùi hạn khi trùng ngày nghỉ${reminded ? '; trợ lý nhắc cả vào ngày làm việc liền trước' : ''}.`,
  stated: (stated: string) => `Kế hoạch ghi: ${stated}.`,
  recurs: (recurs: string) => `Lặp lại: ${RECURS[recurs] ?? recurs}.`,
  to: (to: string) => `Gửi: ${to}.`,
  unit: (unit: string) => `Đơn vị: ${unit}.`,
  encouraged: 'Việc này kế hoạch chỉ khuyến khích.',
  entered: 'Ngày này do đơn vị nhập.',
  basis: 'Căn cứ:',
  caveat: (text: string) => `Lưu ý: ${text}`,
  own: (item: AgendaItem, text: string) =>
    item.source.kind === 'own'
      ? `Việc đồng chí tự đặt: ${text}\n${capital(sayWhen(item.source.reminder.schedule))}.`
      : '',
  stands: (item: AgendaItem, today: string) => {
    const said = stateWords(item, today);
    return said ? `${capital(said)}.` : null;
  },

  done: 'Đã làm xong',
  doneForUnit: 'Đơn vị đã hoàn thành',
  hour: 'Nhắc lại sau 1 giờ',
  morning: 'Nhắc lại sáng mai',
  date: 'Nhắc lại ngày khác',
  skip: 'Bỏ qua lần này',
  reopen: 'Chưa xong, mở lại',
  dutyOff: 'Không nhắc việc này nữa (cả đơn vị)',
  dutyOn: 'Nhắc lại việc này (cả đơn vị)',
  enter: 'Nhập ngày',
  forget: 'Bỏ ngày đã nhập',
  pause: 'Tạm dừng việc nhắc này',
  resume: 'Nhắc lại việc này',
  remove: 'Xóa việc nhắc này',

  didDone: (title: string) => `Đã ghi: đồng chí đã làm xong “${title}”.`,
  didDoneForUnit: (title: string, unit: string) =>
    `Đã ghi: ${unit} đã hoàn thành “${title}”. Không ai trong đơn vị bị nhắc về hạn này nữa.`,
  didSkip: (title: string) => `Đã bỏ qua “${title}” lần này; các lần sau vẫn nhắc.`,
  didSnooze: (title: string, until: string, today: string) =>
    `Đã hẹn nhắc lại “${title}” lúc ${sayInstant(until, today)}.`,
  didReopen: (title: string) => `Đã mở lại “${title}”; việc được tính là chưa xong.`,
  didDutyOff: (title: string) => `Đã tắt nhắc “${title}” cho cả đơn vị. Việc vẫn hiện trong danh sách.`,
  didDutyOn: (title: string) => `Đã bật lại nhắc “${title}” cho cả đơn vị, tính từ bây giờ.`,
  didPause: (title: string) => `Đã tạm dừng nhắc “${title}”.`,
  didResume: (title: string) => `Đã bật lại nhắc “${title}”, tính từ bây giờ.`,
  didRemove: (title: string) => `Đã xóa việc nhắc “${title}”.`,
  didForget: (title: string, date: string, today: string) =>
    `Đã bỏ ngày đã nhập cho “${title}”: ${sayDate(date, today)}.`,

  alreadyDone: (title: string) => `“${title}” đã được ghi là đã làm xong; không có gì thay đổi.`,
  alreadyDoneForUnit: (title: string) => `“${title}” đã được ghi là đơn vị hoàn thành; không có gì thay đổi.`,
  alreadySkipped: (title: string) => `“${title}” đã được bỏ qua lần này; không có gì thay đổi.`,
  alreadyOpen: (title: string) => `“${title}” đang được tính là chưa xong; không có gì thay đổi.`,
  alreadyOff: (title: string) => `“${title}” đang tắt nhắc rồi; không có gì thay đổi.`,
  alreadyOn: (title: string) => `“${title}” đang được nhắc; không có gì thay đổi.`,
  gone: 'Việc nhắc này không còn nữa (đã xóa, đã đổi ngày, hoặc đồng chí không còn ở đơn vị ấy); không có gì thay đổi.',
  silent: (title: string, why: 'unconfirmed' | 'paused') =>
    why === 'paused'
      ? `“${title}” đang tắt nhắc nên chưa hẹn nhắc lại được. Đồng chí bật lại nhắc việc này trước.`
      : `“${title}” chưa được nhắc vì kế hoạch chờ xác nhận còn áp dụng, nên chưa hẹn nhắc lại được.`,
  onlyOfficers:
    'Việc này do bí thư, phó bí thư của đơn vị làm. Đồng chí có thể ghi phần của mình: “Đã làm xong”.',

  askDate: (title: string) =>
    `Nhắc lại “${title}” ngày nào? Gõ ví dụ “thứ Hai tuần sau”, “15/12”, “3 ngày nữa”, “chiều mai lúc 2 giờ”.`,
  badDate:
    'Tôi chưa rõ ngày, giờ ấy. Đồng chí gõ ví dụ “thứ Hai tuần sau”, “15/12 lúc 8 giờ”, “2 tiếng nữa”.',
  pastDate: 'Lúc ấy đã qua. Đồng chí gõ một ngày, giờ sắp tới.',
  tooFar: 'Chỉ hẹn nhắc lại được trong vòng một năm. Đồng chí gõ ngày gần hơn.',
  cancel: 'Thôi, để như cũ',
};
