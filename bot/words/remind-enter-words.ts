import { dayOff } from '../reminders/when/index.ts';
import { dayOffWords } from './remind-list-words.ts';
import { capital } from './requirement-words.ts';
import { sayDate } from './when-words.ts';

type Recurs = 'event' | 'yearly' | 'weekly';
interface Dated {
  title: string;
  event: string | null;
  recurs: Recurs;
}

const again = (recurs: Recurs): string =>
  recurs === 'yearly'
    ? ' rồi lặp lại vào ngày ấy hằng năm'
    : recurs === 'weekly'
      ? ' rồi lặp lại vào thứ ấy hằng tuần'
      : '';

/** Entering the day of a duty that has none in the plan. */
export const enterWords = {
  ask: (title: string, event: string | null, recurs: Recurs) =>
    event
      ? `“${title}” tính theo ngày của: ${event}. Ngày ấy là ngày nào? Gõ ví dụ “10/12” hoặc “thứ Sáu tuần sau”.`
      : `“${title}”: kế hoạch không nêu ngày. Đơn vị định làm vào ngày nào? Gõ ví dụ “10/12”; việc sẽ được nhắc theo ngày ấy${again(recurs)}.`,
  notUnderstood:
    'Tôi chưa rõ ngày ấy. Đồng chí gõ một ngày, ví dụ “10/12”, “ngày 10 tháng 12”, “thứ Sáu tuần sau”.',
  past: 'Ngày ấy đã qua. Đồng chí gõ một ngày từ hôm nay trở đi.',
  outside:
    'Ngày ấy nằm ngoài thời gian kế hoạch quy định cho việc này, nên không lập lịch nhắc được. Đồng chí gõ ngày khác.',
  sure: ({ title, event, recurs }: Dated, date: string, due: string, today: string) => {
    const off = dayOff(due);
    const note = off ? ` Lưu ý: ngày này ${dayOffWords(off)}; kế hoạch không lùi hạn.` : '';
    const over = due < today ? ' Ngày này đã qua nên không được nhắc.' : '';
    const last = `“${title}” chậm nhất ${sayDate(due, today)}${again(recurs)}.${over}${note}`;
    return `${event ? `${capital(event)}: ${sayDate(date, today)}.\n` : ''}${last}\nLưu như vậy chứ?`;
  },
  yes: 'Lưu',
  again: 'Nhập ngày khác',
  kept: ({ title, recurs }: Dated, due: string, today: string) =>
    `Đã lưu: “${title}” chậm nhất ${sayDate(due, today)}${again(recurs)}.`,
  already: (title: string) => `Ngày này đã được nhập cho “${title}” rồi; không có gì thay đổi.`,
};
