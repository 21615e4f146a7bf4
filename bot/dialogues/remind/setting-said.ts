import { plain } from '../../choose.ts';
import { colons, tailOf } from './tail-of.ts';

/** What may be said of settings at any time, with the words that hold the value. */
export type SettingSaid =
  | {
      what:
        | 'settings'
        | 'quiet-off'
        | 'resume'
        | 'file'
        | 'feed-open'
        | 'feed-close'
        | 'confirm'
        | 'unconfirm';
    }
  | { what: 'leads' | 'hour' | 'quiet' | 'pause'; value: string };

/** Longer texts say something else. */
const LONGEST = 150;

const SETTINGS: readonly [SettingSaid['what'], RegExp][] = [
  [
    'settings',
    /^(?:xem |vao |mo |doi )?(?:cai dat|thiet lap|cau hinh)(?: (?:cac )?(?:viec )?nhac(?: viec| nho)?)?$/,
  ],
  ['quiet-off', /^(?:tat|bo|huy|xoa)(?: che do)? (?:gio )?yen lang$/],
  [
    'resume',
    /^(?:nhac lai tu (?:hom nay|bay gio|nay)|(?:bat|mo)(?: lai)? nhac(?: viec)?(?: lai)?|tiep tuc nhac(?: viec)?|(?:bo|huy|het|thoi) tam dung(?: nhac)?(?: viec)?)$/,
  ],
  [
    'file',
    /^(?:lay |xuat |tai |xin |gui )*(?:cho toi )?(?:(?:tep|file|tap tin) (?:lich|ics)|lich ics|ics)(?: nhac viec)?$|^(?:lay|xuat|tai)(?: cho toi)? lich(?: nhac viec)?$/,
  ],
  ['feed-open', /^(?:mo|lay|tao|xin) dia chi lich(?: rieng)?$/],
  ['feed-close', /^(?:dong|thu hoi|xoa|huy) dia chi lich(?: rieng)?$/],
  ['confirm', /^xac nhan (?:ke hoach|huong dan)(?: (?:van )?con (?:ap dung|hieu luc))?$/],
  [
    'unconfirm',
    /^(?:toi )?(?:(?:rut|lay|bo|huy)(?: lai)?|rut|thu hoi) xac nhan(?: (?:ke hoach|huong dan))?(?: (?:van )?con (?:ap dung|hieu luc))?$/,
  ],
  ['leads', /^(?:cai dat |dat |doi )*nhac(?: viec)? truoc(?: han)?((?: (?:ngay|va|[\d]+))+)$/],
  [
    'quiet',
    /^(?:dung|khong|dung co|xin dung|khong duoc) nhac(?: viec| toi| em)* (tu .+ (?:den|toi) .+|trong khoang .+)$/,
  ],
  ['quiet', /^(?:dat |doi )?(?:gio )?yen lang(?: la)? (.+ (?:den|toi) .+)$/],
  [
    'pause',
    /^(?:(?:tam )?(?:dung|ngung|hoan)|tam dung) (?:moi |het |toan bo |cac |viec )*nhac(?: viec| toi| em| nua)*(?: (?:cho )?(?:den|toi) (.+))?$/,
  ],
  ['pause', /^(?:dung|khong can|khong|thoi|dung co) nhac(?: viec| toi| em)* nua$/],
  [
    'hour',
    /^(?:(?:dat|doi|cai dat) )?gio nhac(?: viec)?(?: hang ngay| moi ngay| chung)*(?: (?:luc|la|thanh))* (\d.*)$/,
  ],
  [
    'hour',
    /^(?:(?:dat|doi|cai dat) )?(?:gio )?nhac(?: viec)?(?: hang ngay| moi ngay| chung)*(?: (?:luc|vao luc|vao|thanh|la))+ (.+)$/,
  ],
];

export function settingSaid(text: string): SettingSaid | null {
  if (text.length > LONGEST) return null;
  const said = plain(colons(text)).replace(/(?: (?:nhe|nha|a|di|giup toi|giup em|cho toi|cho em))+$/, '');
  for (const [what, pattern] of SETTINGS) {
    const found = pattern.exec(said);
    if (found) return { what, value: tailOf(text, found[1]?.trim() ?? '') } as SettingSaid;
  }
  return null;
}
