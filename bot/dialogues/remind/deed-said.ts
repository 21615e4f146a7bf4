import { plain } from '../../choose.ts';
import { colons, tailOf } from './tail-of.ts';

/** Longer texts say something else. */
const LONGEST = 150;
const TAIL = '(?: (?:roi|xong|a|nhe|nha|day|do|dong|chi|viec|nay|ay))*';
// Single words, so that no text can be read in many ways: báo cáo, việc này, tài liệu, kế hoạch, hồ sơ, chi bộ, …
const OBJECT =
  '(?: (?:bao|cao|viec|nay|do|ay|tai|lieu|ke|hoach|ho|so|chi|bo|chuong|trinh|cap|uy|tren|cho|len|ket|tong))*';
const WHO = '(?:(?:da|vang|em|toi|minh|chung toi|don vi|chi bo|dang bo) )*';
const DONE: readonly RegExp[] = [
  new RegExp(
    `^${WHO}(?:da|vua)(?: moi)? (?:lam|nop|gui|hop|hoan thanh|hoan tat|thuc hien|bao cao|xong)${OBJECT}${TAIL}$`,
  ),
  new RegExp(`^${WHO}(?:(?:lam|nop|gui|hop|thuc hien|hoan thanh)${OBJECT} )?xong${OBJECT}${TAIL}$`),
  new RegExp(`^${WHO}(?:nop|gui|lam|hop|hoan thanh)${OBJECT} roi${TAIL}$`),
];
const SKIP =
  /^(?:bo qua|bo|thoi)(?: (?:lan nay|viec nay|viec do|viec ay|nhac nay|lan do))+$|^bo qua$|^lan nay bo qua$/;
const SNOOZE =
  /^(?:(?:da|vang|em|toi) )*(?:(nhac lai|hen lai)(?: toi| em| viec nay| viec do)?|hoan(?: lai)?(?: viec nay| viec do)?|lui(?: lai)?|doi(?: lai)?(?= (?:sang|den|toi|qua) )|de)(?: (?:sang |qua )?(.+))?$/;

/** Something said about what was reminded of last; `to`: when it is to come again, in the person's words. */
export type DeedSaid =
  | {
      deed: 'done' | 'done-for-unit' | 'skip';
      /** “đã nộp báo cáo”: no other duty is meant. */
      report: boolean;
    }
  | { deed: 'snooze'; to: string; plainly: boolean };

export function deedSaid(text: string): DeedSaid | null {
  if (text.length > LONGEST) return null;
  const said = plain(colons(text));
  if (DONE.some(pattern => pattern.test(said)) && !/[?？]/u.test(text))
    return {
      deed: /^(?:(?:da|vang) )*(?:don vi|chi bo|dang bo|chung toi) /.test(said) ? 'done-for-unit' : 'done',
      report: / bao cao(?: |$)/.test(said),
    };
  if (SKIP.test(said)) return { deed: 'skip', report: false };
  const before = /^(.+) nhac lai(?: (?:toi|em|nhe|nha|a|giup|voi))*$/.exec(said);
  if (before) return { deed: 'snooze', to: tailOf(text, before[1]!), plainly: true };
  const snoozed = SNOOZE.exec(said);
  return snoozed
    ? {
        deed: 'snooze',
        to: tailOf(text, (snoozed[2] ?? '').replace(/^sau$/, '')),
        plainly: snoozed[1] !== undefined,
      }
    : null;
}
