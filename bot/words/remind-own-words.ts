import type { Ask } from '../reminders/when/index.ts';
import { dayOff } from '../reminders/when/index.ts';
import { dayOffWords } from './remind-list-words.ts';
import { capital } from './requirement-words.ts';
import { sayDate } from './when-words.ts';

const EXAMPLES = '“ngày 3 hằng tháng lúc 7 giờ tối”, “thứ Sáu tuần sau”, “15/12”, “cuối quý”';
const PARTS: Readonly<Record<string, string>> = {
  morning: 'sáng',
  noon: 'trưa',
  afternoon: 'chiều',
  evening: 'tối',
  night: 'đêm',
};
/** A day of a period: of each one where `from` is null. */
function dayOfExample(unit: string, from: string | null): string {
  if (unit === 'week') return '“thứ Hai”';
  if (from !== null || unit === 'month') return '“ngày 5”';
  return unit === 'quarter' ? '“ngày 5 tháng đầu quý”' : '“5/6”';
}

/** What is asked where a time was not clear. */
function askedBack(ask: Ask, today: string): string {
  const said = ask.said.trim();
  switch (ask.about) {
    case 'when':
      return `Nhắc vào lúc nào? Gõ ví dụ ${EXAMPLES}.`;
    case 'no-such-date':
      return `Không có ngày “${said}”. Đồng chí gõ lại ngày, ví dụ “28/2”.`;
    case 'past':
      return `${capital(sayDate(ask.date, today))}${ask.time ? `, ${ask.time}` : ''} đã qua. Đồng chí gõ một ngày, giờ sắp tới.`;
    case 'weekday':
      return 'Thứ mấy? Gõ ví dụ “thứ Sáu”.';
    case 'part-of-day': {
      const time = `${ask.hour} giờ${ask.minute > 0 ? ` ${ask.minute}` : ''}`;
      return `${capital(time)} sáng hay chiều (tối)? Gõ “sáng”, “chiều” hoặc “tối”.`;
    }
    case 'hour':
      if (ask.part === null) return 'Hôm nay lúc mấy giờ? Gõ ví dụ “19:30”.';
      return `Buổi ${PARTS[ask.part]} lúc mấy giờ? Gõ ví dụ “${ask.part === 'evening' ? '7 giờ' : ask.part === 'afternoon' ? '2 giờ' : '8 giờ'}”.`;
    case 'midnight':
      return `“${said}” có thể là đêm trước hoặc đêm sau. Đồng chí gõ giờ theo 24 giờ kèm ngày, ví dụ “23:30 ngày 3/12” hoặc “00:00 ngày 4/12”.`;
    case 'no-such-time':
      return `Không có giờ “${said}”. Đồng chí gõ lại giờ, ví dụ “7 giờ tối”, “19:30”.`;
    case 'day-of':
      return `Ngày nào${said ? ` (“${said}”)` : ''}? Gõ ví dụ ${dayOfExample(ask.unit, ask.from)}.`;
    case 'which-day':
      return `“${said}” là ngày nào: ${ask.dates.map(date => sayDate(date, today)).join(', hay ')}?`;
    case 'repeats':
      return `“${said}”: một lần hay lặp lại hằng tuần? Gõ “một lần” hoặc “hằng tuần”.`;
    case 'several':
      return `Trong câu có nhiều ngày, giờ (“${said}”), tôi chưa rõ lấy lúc nào. Đồng chí gõ lại một lúc, ví dụ ${EXAMPLES}.`;
    case 'days-before':
      return 'Trước mấy ngày? Gõ ví dụ “3 ngày”.';
    case 'event-date':
      return `${capital(ask.event || 'việc ấy')} diễn ra ngày nào? Gõ ví dụ “10/12”.`;
    case 'not-possible':
      return `Trợ lý chưa nhắc được theo kiểu “${said}”. Đồng chí gõ cách khác, ví dụ ${EXAMPLES}.`;
  }
}

/** One's own reminders: what is asked, shown and kept. */
export const ownWords = {
  askedBack,
  notYet: 'Tôi chưa rõ.',
  what: (when: string) => `Nhắc đồng chí việc gì (${when})? Gõ nội dung, ví dụ “họp chi bộ”.`,
  noText: 'Cần nội dung bằng chữ, ví dụ “họp chi bộ”.',
  tooLong: (most: number) => `Nội dung dài quá ${most} ký tự. Đồng chí viết gọn lại.`,
  next: (date: string, time: string, lunar: string | null, today: string) => {
    const off = dayOff(date);
    const notes = [lunar, off?.kind === 'weekend' ? 'ngày nghỉ cuối tuần' : off && dayOffWords(off)];
    const said = notes.filter(Boolean).join('; ');
    return `${sayDate(date, today)}, ${time}${said ? ` (${said})` : ''}`;
  },
  lunar: (day: number, month: number, leap: boolean) =>
    `${day <= 10 ? 'mùng' : 'ngày'} ${day} tháng ${month === 1 ? 'Giêng' : month === 12 ? 'Chạp' : month}${leap ? ' nhuận' : ''} âm lịch`,
  preview: (text: string, when: string | null, next: readonly string[], notes: readonly string[]) =>
    [
      `Sẽ nhắc đồng chí: ${text}`,
      ...(when === null ? [] : [`Lúc: ${when}.`]),
      next.length === 1
        ? `Ngày nhắc: ${next[0]}.`
        : `${next.length} lần tới:\n${next.map(line => `– ${line}`).join('\n')}`,
      ...notes,
      'Chưa lưu. Lưu như vậy chứ?',
    ].join('\n'),
  atHour: (hour: string) =>
    `Đồng chí không nói giờ nên việc được nhắc lúc ${hour}, giờ nhắc chung của đồng chí.`,
  quietHour: (from: string, to: string) =>
    `Giờ này nằm trong giờ yên lặng (${from}–${to}); vì đồng chí nói rõ giờ nên việc vẫn được nhắc đúng giờ.`,
  counted: (hour: string) =>
    `Trên Zalo, các việc trong ngày được gửi chung một tin lúc ${hour}, có ghi giờ của từng việc.`,
  noChannel:
    'Đồng chí chưa nối Telegram hoặc Zalo (/lienket), nên việc chỉ hiện trong danh sách và tệp lịch.',
  never: 'Theo cách nói ấy không còn ngày nào sắp tới. Đồng chí nói lại ngày, ví dụ “15/12”.',
  save: 'Lưu',
  editTime: 'Sửa giờ',
  editDays: 'Sửa ngày',
  editText: 'Sửa nội dung',
  askTime: 'Nhắc lúc mấy giờ? Gõ ví dụ “7 giờ tối”, “19:30”.',
  askDays: `Nhắc vào ngày nào? Gõ ví dụ ${EXAMPLES}.`,
  askText: (text: string) => `Nội dung đang ghi: “${text}”. Gõ nội dung mới.`,
  noTime: 'Tôi chưa rõ giờ ấy; nếu có thể là sáng hoặc chiều, đồng chí ghi rõ, ví dụ “5 giờ chiều”, “19:30”.',
  anyTime: 'Theo giờ nhắc chung',
  saved: (text: string, when: string) => `Đã lưu: nhắc đồng chí “${text}”, ${when}.`,
  /** What may be chosen instead of typed; ids are what would be typed. */
  choices: (ask: Ask, today: string) => {
    if (ask.about === 'part-of-day') return ['sáng', 'chiều', 'tối'].map(id => ({ id, label: capital(id) }));
    if (ask.about === 'repeats') return ['một lần', 'hằng tuần'].map(id => ({ id, label: capital(id) }));
    if (ask.about !== 'which-day') return [];
    return ask.dates.map(date => ({
      id: date.split('-').reverse().join('/'),
      label: capital(sayDate(date, today)),
    }));
  },
};
