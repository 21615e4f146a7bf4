import { fold } from '../vietnamese/fold.ts';
import type { Asked } from './asked.ts';
import type { Point } from './points.ts';
import type { Given } from './read-numbers.ts';

const BREACHES: readonly (readonly [said: RegExp, written: RegExp])[] = [
  [/ky luat|khien trach|canh cao|khai tru|cach chuc/, /kỷ luật/iu],
  [/vi pham|19 dieu/, /vi phạm/iu],
  [/mat doan ket|chia re|be phai/, /mất đoàn kết|chia rẽ|bè phái/iu],
  [/suy thoai|tu dien bien|tu chuyen hoa/, /suy thoái|tự diễn biến/iu],
];

/**
 * “đảng viên bị khiển trách” held against “Không có … đảng viên bị xử lý kỷ luật”. The breach and those who commit it
 * must stand in the same “không có”: what bars a chi bộ need not bar a đảng bộ.
 */
export function noneAllowed(told: string, quote: string): boolean {
  // The criterion's own name (“đoàn kết, kỷ luật tốt”) is no breach.
  const folded = told.replace(/doan ket (va )?ky luat( tot)?/g, '');
  const breach = BREACHES.find(([said]) => said.test(folded));
  if (!breach) return false;
  return quote.split(/(?<=[.;])\s+/u).some(sentence => {
    const denial = /(?:^|\s)không (?:có|để)\s(.*)$/iu.exec(sentence)?.[1] ?? '';
    if (!breach[1].test(denial)) return false;
    return (
      !/\bdang vien\b/.test(folded) || /đảng viên[^,;.]*$/iu.test(denial.slice(0, denial.search(breach[1])))
    );
  });
}

/** “bằng năm ngoái”, “ít hơn cùng kỳ” held against “tốt hơn, cao hơn”. */
export function comparedPoints({ told }: Asked, quotes: readonly string[]): Point[] {
  if (!/tốt hơn|cao hơn/iu.test(quotes.join(' '))) return [];
  if (
    /\b(bang|ngang) (nam|cung|voi|nhau|muc|ky)|khong tang|nhu cu|khong giam|giu nguyen|\bbang nam\b/.test(
      told,
    )
  ) {
    return [{ type: 'not-better', equal: true }];
  }
  const worse = /\b(it|thap|kem|nho|yeu) hon|\bgiam\b|\bsut\b|\btut\b/.test(told);
  return worse ? [{ type: 'not-better', equal: false }] : [];
}

/** The rank somebody names of their unit held against “hoàn thành tốt nhiệm vụ trở lên”. */
export function rankPoints(folded: string): Point[] {
  if (!/\b(xep|loai|danh gia)\b/.test(folded) || /(muc|loai) (nao|gi)/.test(folded)) return [];
  // “11 tháng xếp loại tốt, 1 tháng khá”: meetings have ranks of their own.
  if (/sinh hoat|\bthang\b/.test(folded) && !/hoan thanh/.test(folded)) return [];
  if (/(khong|chua) hoan thanh( tot)? nhiem vu|hoan thanh nhiem vu|trung binh|loai kha/.test(folded))
    return [{ type: 'rank', met: false }];
  return /hoan thanh (tot|xuat sac) nhiem vu/.test(folded) ? [{ type: 'rank', met: true }] : [];
}

/** “8/10 cuộc” held against “hoàn thành chương trình”. */
export function behind(numbers: readonly Given[], quote: string): boolean {
  const [whole, part] = numbers;
  return (
    numbers.length === 2 &&
    part!.value < whole!.value &&
    /hoàn thành (chương trình|kế hoạch|các chỉ tiêu)/iu.test(quote)
  );
}

/** Somebody says that a thing is not done which the quotation demands. */
export function undone(folded: string, quotes: readonly string[]): boolean {
  const demanded = quotes.slice(0, 3).map(fold).join(' ');
  const said = folded.matchAll(
    /\b(?:chua|khong) (?:duoc |kip |co )?((?:hoan thanh|ban hanh|xay dung|to chuc|thuc hien|phan cong|ket luan|bieu quyet|bao cao) \w+)/g,
  );
  return [...said].some(m => demanded.includes(m[1]!) && !new RegExp(`(khong|chua) ${m[1]}`).test(demanded));
}
