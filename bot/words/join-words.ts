import type { Role } from '../store/records.ts';
import { roleName } from './requirement-words.ts';

/** The sentences of inviting and joining. */
export const joinWords = {
  invited: (role: Role, unit: string, code: string, until: string) =>
    `Mã mời ${roleName(role)} của ${unit}:\n\nTHAMGIA ${code}\n\nGửi mã này riêng cho người được mời; người ấy gõ nguyên dòng trên cho trợ lý. Mã dùng một lần, hết hạn lúc ${until}.${role === 'member' ? ' Thành viên chỉ xem, không trả lời.' : ' Phó bí thư được trả lời và nộp.'}`,
  whichUnit: (role: Role) => `Mời ${roleName(role)} vào đơn vị nào?`,
  noUnit: 'Đồng chí chưa mở đơn vị nào để mời. Gõ /danhgia để mở đơn vị và bắt đầu tự rà soát.',
  onlySecretary: 'Chỉ bí thư, người đã mở đơn vị trong trợ lý, mới mời được người khác.',
  joined: (role: Role) =>
    `Đồng chí đã tham gia đơn vị với vai trò ${roleName(role)}. ${role === 'member' ? 'Gõ /danhgia để xem phần tự rà soát.' : 'Gõ /danhgia để xem, trả lời và nộp phần tự rà soát.'}`,
  ownCode: 'Mã này để gửi cho người được mời; đồng chí không cần nhập. Mã vẫn còn nguyên.',
  /** The same for a code that is wrong, used or run out: a stranger learns nothing. */
  refused: 'Mã này không dùng được. Đồng chí kiểm tra lại từng số, hoặc xin người mời một mã mới.',
  tooMany: 'Đã nhiều lần nhập mã không dùng được. Đồng chí đợi một giờ rồi thử lại, hoặc xin một mã mới.',
};
