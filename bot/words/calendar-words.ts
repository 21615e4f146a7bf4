import type { Plan } from '../../knowledge/index.ts';
import type { AgendaItem } from '../reminders/agenda-item.ts';
import { dateWords } from './cite.ts';
import { quoteSource } from './quote-source.ts';
import { dayOffWords } from './remind-list-words.ts';

/** What stands in a calendar that other programs show. */
export const calendarWords = {
  /** Of the calendar, and of whoever makes it. */
  name: 'Nhắc việc của cấp ủy',
  company: 'Trợ lý cấp ủy',
  product: 'Nhắc việc',
  fileName: 'lich-nhac-viec.ics',
  noSuchCalendar:
    'Không có lịch ở địa chỉ này, hoặc địa chỉ đã được đóng. Đồng chí gõ /nhacviec trong trợ lý để lấy địa chỉ mới.',
  tooOften: 'Lịch được tải quá nhiều lần. Đồng chí đợi vài phút rồi thử lại.',
};

const LONGEST_SUMMARY = 90;

/** One line, short enough for a day of a month's page. */
export function calendarSummary({ title, standing }: AgendaItem): string {
  const line = oneLine(title);
  const short = line.length <= LONGEST_SUMMARY ? line : `${cut(line)}…`;
  return standing === 'done' || standing === 'done-for-unit' ? `[Đã làm] ${short}` : short;
}

function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}

function cut(line: string): string {
  const head = line.slice(0, LONGEST_SUMMARY).replace(/\s\S*$/, '');
  return head.toWellFormed().replace(/\ufffd$/, '');
}

/** What to do, for whom, until when, and where that is written; `plan` null: the document is not here any more. */
export function calendarDescription(item: AgendaItem, plan: Plan | null): string {
  const { source, due, title, dayOff } = item;
  const whole = oneLine(title);
  if (source.kind === 'own') {
    const off = dayOff ? [`Lưu ý: ngày ${dateWords(due)} ${dayOffWords(dayOff)}.`] : [];
    return [whole, ...off, 'Việc đồng chí tự đặt nhắc.'].join('\n');
  }
  const { occurrence, unitName, entered } = source;
  const quote = plan && quoteSource(plan, occurrence);
  const off = dayOff ? `; ngày này ${dayOffWords(dayOff)}` : '';
  const lines = [
    `${whole}.`,
    `Đơn vị: ${unitName}.`,
    occurrence.to && `Nơi nhận: ${occurrence.to}.`,
    occurrence.stated && `Thời gian văn bản nêu: “${occurrence.stated}”.`,
    `Ngày cuối cùng còn trong hạn: ${dateWords(due)}${off}.`,
    entered && 'Hạn này tính theo ngày đơn vị đã nhập.',
    occurrence.encouraged && 'Văn bản chỉ khuyến khích việc này, không bắt buộc.',
    ...(occurrence.caveats ?? []).map(caveat => `Lưu ý: ${caveat}`),
    quote && `Căn cứ: ${quote.label}: “${quote.quote}”`,
  ];
  return lines.filter(line => typeof line === 'string' && line !== '').join('\n');
}
