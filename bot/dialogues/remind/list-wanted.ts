import { plain } from '../../choose.ts';
import type { Part } from './remind-state.ts';

/** Longer texts ask for no list; their words would be tried in vain. */
const LONGEST = 150;
// No word in two ways: otherwise a long text of such words would be tried in all of them.
const BEFORE =
  '(?:(?:da|vang|thua|a|em|toi|minh|chung toi|dong chi|tro ly|don vi|chi bo|dang bo|cho|xem|hoi|muon|liet ke|biet|xin) )*';
const AFTER =
  '(?: (?:a|nhe|nha|khong|ko|vay|the|nhi|ha|di|voi|dong chi|cua toi|cua em|cua minh|cua don vi))*';
const WHAT =
  '(?:(?:toi |em |minh )?(?:con|co|phai lam|can lam|lam|phai|can)(?: nhung| cac| viec| han| lam)* ?(?:gi|nao|viec gi|viec nao|han nao|han gi))';

const WHO_HAS = '(?:con|co) (?:bao nhieu|may) viec';

const LISTS: readonly [Part, RegExp][] = [
  [
    'all',
    whole(
      '(?:nhac viec|danh sach (?:nhac )?viec|viec|cac viec|lich nhac viec|viec phai lam|viec can lam|lich viec|lich) cua (?:toi|em|minh|don vi|chi bo)|nhac viec|danh sach (?:nhac )?viec|lich nhac viec|(?:cac |nhung )?viec (?:phai|can) lam|(?:cac |nhung )?(?:viec|han) (?:sap toi|sap den han|den han)',
    ),
  ],
  [
    'all',
    whole(
      `(?:sap toi|sap den|thoi gian toi|toi day) ${WHAT}|co (?:nhung )?(?:han|viec) (?:nao|gi) (?:sap toi|sap den|sap den han)|sap den han (?:gi|viec gi|viec nao|nhung gi)`,
    ),
  ],
  ['today', whole(`hom nay ${WHAT}|${WHAT} (?:trong )?hom nay|(?:cac |nhung )?viec (?:trong |cua )?hom nay`)],
  [
    'week',
    whole(
      `(?:trong )?(?:tuan nay|7 ngay toi) ${WHAT}|${WHAT} (?:trong )?(?:tuan nay|7 ngay toi)|(?:cac |nhung )?viec (?:trong |cua )?(?:tuan nay|7 ngay toi)`,
    ),
  ],
  ['week', whole(`(?:ngay )?mai ${WHAT}|(?:cac |nhung )?viec (?:cua )?(?:ngay )?mai`)],
  [
    'all',
    whole(
      `(?:trong )?thang (?:nay|sau|toi) ${WHAT}|(?:cac |nhung )?viec (?:trong |cua )?thang (?:nay|sau|toi)|(?:xem )?lich|nhac|${WHO_HAS}|(?:con|co) (?:nhung )?viec (?:gi|nao)(?: nua)? chua (?:lam|xong)|viec chua (?:lam|xong)`,
    ),
  ],
  // Which one is chosen in the list.
  [
    'all',
    whole(
      '(?:xoa|huy|sua|doi|bo|dung|quan ly) (?:mot |cac |nhung )?(?:viec nhac|nhac viec|loi nhac|lich nhac)',
    ),
  ],
  ['past', whole('(?:cac |nhung )?(?:viec|han) da qua')],
  ['waiting', whole('(?:cac |nhung )?(?:viec )?(?:cho|can|chua) nhap ngay')],
  ['overdue', whole('(?:co )?(?:nhung |cac )?(?:viec |han )?(?:nao |gi )?(?:da |dang |bi )*qua han')],
];

function whole(pattern: string): RegExp {
  return new RegExp(`^${BEFORE}(?:${pattern})${AFTER}$`);
}

/** “việc của tôi”, “tuần này phải làm gì”: which part of the list is wanted; null: none, or a question for a plan. */
export function listWanted(text: string): Part | null {
  if (text.length > LONGEST) return null;
  const said = plain(text);
  return LISTS.find(([, pattern]) => pattern.test(said))?.[0] ?? null;
}
