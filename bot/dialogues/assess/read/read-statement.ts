import type { TypedAnswer } from './typed-answer.ts';
import { UNREADABLE } from './typed-answer.ts';

const POLITE =
  /^(?:da|vang|thua dong chi|thua|bao cao|em|toi|minh|chung toi|chi bo|dang bo|dang uy|don vi|co quan|nam nay|cau nay|viec nay) /;
const YES =
  /^(?:dat|da dat|met|roi|co|co roi|da|du|day du|da du|tot|dap ung|da dap ung|vang|dung|dung vay|dam bao|bao dam|xong|da xong|xong roi|duoc|duoc roi|da co|da lam|lam roi|da lam roi|hoan thanh|da hoan thanh|hoan thanh tot|lam tot|thuc hien tot|da thuc hien|da thuc hien tot|co day du|co du|co lam|y|yes|100 ?%|%100|dat %100)$/;
const NO =
  /^(?:chua|khong|ko|k|chua dat|khong dat|unmet|chua co|khong co|chua lam|khong lam|chua du|thieu|con thieu|chua tot|khong tot|chua dap ung|khong dap ung|chua xong|chua hoan thanh|khong hoan thanh|chua day du|chua thuc hien|khong thuc hien|chua dam bao|khong dam bao|chua duoc|mot phan|no|n)$/;
const CONTRARY = /(?:^| )(?:nhung|chua|khong|thieu|con|tru)(?: |$)/;

/**
 * “đạt”, “rồi”, “chưa có”, “chưa, còn thiếu quý 3”. What follows the first words is kept as the note; a yes that is
 * taken back in the same breath (“đạt nhưng chưa đủ”) is two answers.
 */
export function readStatement(marked: string, text: string): TypedAnswer {
  const [head = '', ...tail] = marked.split(/ ?[,.;:] ?| (?=nhung |vi |do )| (?:va|hoac|hay) /);
  let said = head.trim();
  for (let cut = 0; cut < 2; cut += 1) said = said.replace(POLITE, '');
  said = said.replace(/(?: (?:a|nhe|nha|dong chi|em|roi a|het))+$/, '').trim();
  const rest = tail.join(' ').trim();
  const answer = YES.test(said) ? 'met' : NO.test(said) ? 'unmet' : null;
  if (answer === null) return UNREADABLE;
  if (rest === '' || /^(?:a|nhe|nha|dong chi|thua dong chi)$/.test(rest)) return { kind: 'answer', answer };
  if (answer === 'met' && CONTRARY.test(rest)) return { kind: 'two', answers: ['met', 'unmet'] };
  if (answer === 'unmet' && YES.test(rest)) return { kind: 'two', answers: ['unmet', 'met'] };
  return { kind: 'answer', answer, note: text };
}
