import type { TopicKind } from '../plan.ts';

/** What kind of thing a question asks for. */
export type Aspect = 'when' | 'who' | 'share' | 'count' | 'money' | 'form' | 'list' | 'identity' | 'check';

const SIGNS: readonly (readonly [Aspect, RegExp])[] = [
  [
    'when',
    /khi nao|bao gio|luc nao|ngay (nao|may)|\bhan (nop|gui|chot|bao cao|so ket|tong ket|trinh|cuoi)|thoi han|thang (may|nao)|tre han|truoc ngay|cham nhat|muon nhat|deadline|thoi (gian|diem)|may thang|bao lau|may lan|bao nhieu lan|quy may|nam nao|gui truoc|nop truoc|het han|moi (gui|nop)|con kip|kip khong|qua han|\btre\b|(gui|nop) muon|muon han/,
  ],
  [
    'who',
    /\bai\b|cap nao|co quan nao|ban nao|ben nao|dong chi nao|to chuc nao|don vi nao|cho ai|gui dau|gui ve dau|noi nao|ve dau|nguoi nao|do chi uy hay/,
  ],
  ['share', /phan tram|ty le|%/],
  [
    'count',
    /bao nhieu|\bmay (nguoi|dang vien|chi bo|lan|thang|ngay|muc|y|tieu chi|noi dung|phan|buoc|cap|nhom|dieu|loai|nhiem vu|giai phap|cau|gach)/,
  ],
  [
    'money',
    /(bao nhieu|may|muc|so|duoc|co|bang) tien\b|tien thuong|thuong tien|kinh phi|muc thuong|thuong bao nhieu/,
  ],
  [
    'form',
    /\bmau (nao|ke hoach|bao cao|thong bao|bien ban|gi|don|so|van|phieu|to|quyet|dang|1|2)|(xin|theo|co|bieu|file|dung|lay|cho) mau\b|bieu mau|phu luc|\bform\b/,
  ],
  [
    'list',
    /nhung (gi|noi dung|tieu chi|phan|viec|y nao|ai|chi tieu|doi tuong|truong hop|nhiem vu|giai phap|cai|muc|dieu)|gom (nhung|may|gi|cac)|bao gom|liet ke|cac (tieu chi|noi dung|chi tieu|dieu kien|giai phap|nhiem vu)|may y|ke ra|nhung ai|gom \d|\d (tieu chi|noi dung|dieu kien|y|muc|phan|cai|mat) (nao|gi|la)|mat nao|cac mat|nhung tinh gi|nhung dong nao|nhung noi nao/,
  ],
  [
    'identity',
    /so may|so bao nhieu|so hieu|ky hieu|ai ky|nguoi ky|ngay ban hanh|ban hanh (ngay|nam|khi)|cua co quan nao|ky ngay|ai ban hanh|do ai ban hanh|noi nhan/,
  ],
  [
    'check',
    /\b(duoc|dat|du|dung|co|can|phai|bi|mat|tinh|kip|sao|on|the)\b.*\b(khong|chua|ko)\b|(khong|chua)$|duoc chua|co bi|co phai|co can|co duoc|lieu|(coi|tinh) (nhu|la) (la )?(dat|du|xong)|(dat|du|duoc) (nhe|ha|chu|nha)\b/,
  ],
];

/** The aspects of a question, from its folded words; a question may have several or none. */
export function aspectsOf(folded: string): Set<Aspect> {
  return new Set(SIGNS.filter(([, sign]) => sign.test(folded)).map(([aspect]) => aspect));
}

/** Which kinds of topic answer which aspect. */
export const ANSWERED_BY: Readonly<Record<Aspect, readonly TopicKind[]>> = {
  when: ['deadline', 'duty', 'threshold'],
  who: ['authority', 'scope', 'duty', 'identity'],
  share: ['threshold', 'verdict'],
  count: ['threshold', 'list', 'deadline', 'duty'],
  money: [],
  form: ['template'],
  list: ['list', 'scope'],
  identity: ['identity'],
  check: ['verdict', 'threshold', 'effect', 'fact'],
};
