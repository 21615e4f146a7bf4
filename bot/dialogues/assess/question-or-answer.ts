import { foldWord } from './read/marked-text.ts';

// Phrases that ask. With diacritics they are looked for as written: “có cần” asks, “có cán bộ” does not.
const ASKING = [
  'là gì',
  'thế nào',
  'ra sao',
  'làm sao',
  'khi nào',
  'lúc nào',
  'bao giờ',
  'ngày nào',
  'tháng nào',
  'bao lâu',
  'bao nhiêu',
  'mấy tiêu chí',
  'mấy điều',
  'mấy lần',
  'mấy mức',
  'mấy phần',
  'mấy ngày',
  'mấy tháng',
  'mấy nội dung',
  'mấy người',
  'mấy đồng chí',
  'ai công nhận',
  'ai quyết định',
  'ai xét',
  'ai ký',
  'ai được',
  'ai có thẩm quyền',
  'ai phải',
  'ai làm',
  'ai đánh giá',
  'ai là',
  'cấp nào',
  'cơ quan nào',
  'ở đâu',
  'tại sao',
  'vì sao',
  'sao lại',
  'những gì',
  'có phải',
  'phải không',
  'được không',
  'hay không',
  'đúng không',
  'có cần',
  'có bắt buộc',
  'có tính không',
  'có tính cả',
  'có được tính',
  'khác gì',
  'khác nhau',
  'cho hỏi',
  'xin hỏi',
  'muốn hỏi',
  'cho biết',
  'nghĩa là gì',
  'điều nào',
  'mục nào',
  'mẫu nào',
  'hạn nộp',
  'thời hạn',
  'gửi cho ai',
  'nộp cho ai',
  'thì đạt chưa',
  'thì đạt không',
  'có đạt không',
  'đạt chưa ạ',
  'có sao không',
];
// Without diacritics these say other things as well.
const RISKY = new Set(['có cần', 'có phải', 'ai là', 'khác nhau']);
const MARKED = phrases(ASKING);
const UNMARKED = phrases(ASKING.filter(phrase => !RISKY.has(phrase)).map(foldWord));
const TAIL_MARKED = /(?:^| )(?:không|ko|k|chưa|hả|nhỉ|à)(?: (?:ạ|ad|đồng chí|thưa đồng chí|nhỉ|vậy|hả))*$/u;
const TAIL_UNMARKED = /(?:^| )(?:khong|ko|k|chua|ha|nhi)(?: (?:a|ad|dong chi|thua dong chi|nhi|vay|ha))*$/;

function phrases(all: readonly string[]): RegExp {
  return new RegExp(`(?:^| )(?:${all.join('|')})(?: |$)`, 'u');
}

/**
 * Whether a text asks something. Short words such as “chưa”, “không” are answers even at the end; “9/10?” is an
 * answer said with doubt, which the echo lets a person correct.
 */
export function asksSomething(text: string): boolean {
  const said = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}/%]+/gu, ' ')
    .trim();
  const words = said === '' ? 0 : said.split(' ').length;
  if (/[?？]/u.test(text) && words >= 3) return true;
  const unmarked = foldWord(said) === said;
  if ((unmarked ? UNMARKED : MARKED).test(said)) return true;
  if (words < 5 || /^(?:không|chưa|khong|chua|ko)(?: |$)/u.test(said)) return false;
  return (unmarked ? TAIL_UNMARKED : TAIL_MARKED).test(said);
}

/** “9/10, mà cho hỏi hạn nộp là khi nào?” → what is answered and what is asked; null: it is all one thing. */
export function splitQuestion(text: string): { said: string; asked: string } | null {
  const parts = text
    .split(/(?<=[.;!?\n])\s+|,\s+(?=(?:mà|ma|nhưng|nhung|cho|xin|à|còn|con)\s)|\n+/u)
    .map(part => part.trim());
  if (parts.length < 2) return null;
  const said = parts.filter(part => part !== '' && !asksSomething(part)).join(' ');
  const asked = parts.filter(part => asksSomething(part)).join(' ');
  if (said === '' || asked === '') return null;
  return { said: said.replace(/[,.;]+$/, ''), asked: asked.replace(/^(?:mà|ma|nhưng|nhung|à)\s+/u, '') };
}
