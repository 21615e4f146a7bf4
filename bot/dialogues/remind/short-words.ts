import { plain } from '../../choose.ts';

/** “hoàn tác”: the last action is to be taken back. */
export function undoSaid(text: string): boolean {
  return /^(?:hoan tac|undo)(?: (?:lai|di|nhe|a|viec vua roi|viec nay))*$/.test(plain(text));
}

/** “lưu”, “đúng”, “đồng ý”: what is shown is to be kept. */
export function yesSaid(text: string): boolean {
  // “dừng” and “đứng” are no “đúng”.
  const first = text
    .normalize('NFC')
    .toLowerCase()
    .trim()
    .split(/[\s,.!]/u)[0]!;
  if (plain(first) === 'dung' && first !== 'đúng' && first !== 'dung') return false;
  return /^(?:(?:da|vang|u) )*(?:luu|co|dung|dong y|ok|oke|duoc|nhat tri|xac nhan|vang|da|u)(?: (?:roi|vay|the|a|nhe|nha|lai|luu|di|luon|giup toi|giup em))*$/.test(
    plain(text),
  );
}

/** Out of what is being asked. */
export function cancelSaid(text: string): boolean {
  return /^(?:huy|huy bo|thoi|quay lai|khong|dung lai|thoat|bo|dong|(?:khong|chua|dung) luu|(?:thoi )?khong can(?: nua)?|(?:thoi )?khoi(?: can)?|de sau|de nhu cu|thoi de nhu cu)(?: (?:a|nhe|di|nha))*$/.test(
    plain(text),
  );
}
