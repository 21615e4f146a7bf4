import { plain } from '../../choose.ts';
import { foldWord } from './read/marked-text.ts';

/** What steers the walk, as the ids of choices. */
export type Control =
  | 'back'
  | 'skip'
  | 'clause'
  | 'help'
  | 'leave'
  | 'review'
  | 'over'
  | 'submit'
  | 'edit'
  | 'more'
  | 'another'
  | 'report'
  | 'build-plan'
  | 'announce';

const SAID: Readonly<Record<Exclude<Control, 'more'>, string>> = {
  back: 'quay lại | lùi | lùi lại | trở lại | câu trước | trước | back | quay lại câu trước | trở về',
  skip:
    'bỏ qua | qua | để sau | bỏ qua câu này | skip | trả lời sau | câu tiếp | câu sau | tiếp | tiếp ' +
    'theo | tiếp tục',
  clause:
    'căn cứ | xem căn cứ | điều khoản | xem điều khoản | nguyên văn | trích | trích dẫn | xem nguyên ' +
    'văn | căn cứ đâu | theo đâu | căn cứ vào đâu',
  help:
    'giải thích | giải thích thêm | hướng dẫn | gợi ý | cách tính | cách trả lời | giúp | ? | không ' +
    'hiểu | chưa hiểu | nghĩa là sao | là sao | cách ghi',
  leave:
    'lưu | lưu lại | nghỉ | tạm dừng | dừng | dừng lại | thoát | nghỉ đã | để mai | mai làm tiếp | ' +
    'mai tiếp | lưu lại nghỉ | lưu lại, mai làm tiếp | hôm nay đến đây | tạm nghỉ | lưu và nghỉ | ' +
    'lưu và thoát | để mai làm tiếp | thôi để mai | hẹn mai | hủy | hủy bỏ | thôi | rời | đóng',
  review:
    'xem lại | rà lại | xem lại câu trả lời | xem kết quả | kết quả | tổng hợp | xem tổng hợp | kết ' +
    'thúc | xong | hoàn tất | bảng tổng hợp',
  over: 'làm lại từ đầu | bắt đầu lại | làm lại | xóa làm lại | rà soát lại từ đầu | đánh giá lại từ đầu',
  submit: 'nộp | gửi | hoàn thành và nộp | nộp kết quả | chốt | chốt kết quả | ra kết quả',
  edit: 'sửa | chỉnh sửa | sửa câu trả lời',
  another:
    'đơn vị khác | năm khác | rà soát khác | rà soát mới | đổi đơn vị | đổi năm | mở đơn vị mới | ' +
    'thêm đơn vị | chọn lượt khác | lượt khác',
  report:
    'báo cáo | lấy báo cáo | lấy lại báo cáo | xuất báo cáo | in báo cáo | tải báo cáo | xem báo cáo ' +
    '| lập báo cáo',
  'build-plan':
    'lập kế hoạch | lập kế hoạch xây dựng | kế hoạch xây dựng mô hình | lập kế hoạch xây dựng mô ' +
    'hình | mẫu 1',
  announce: 'thông báo kết quả | lập thông báo | ra thông báo | mẫu 2',
};

// “câu này là sao”, “cái này tính thế nào”: about the question itself, not about the plan.
const ABOUT_THIS =
  /^(?:cho hoi )?(?:cau|cai|muc|y|cho)(?: hoi)? (?:nay|do) (?:la sao|nghia la gi|nghia la sao|la gi|hoi gi|tinh the nao|tinh sao|tra loi the nao|ghi the nao|ghi sao|the nao)(?: (?:a|vay|ha|the|nhi))*$/;
const BY_WORDS = new Map(
  (Object.keys(SAID) as (keyof typeof SAID)[]).flatMap(control =>
    SAID[control].split(' | ').map(word => [plain(word), { control, word }] as const),
  ),
);

/** The steering word that a text is, nothing else being said. */
export function controlSaid(text: string): Control | null {
  if (
    text.trim() === '?' ||
    ABOUT_THIS.test(
      foldWord(text)
        .replace(/[^a-z\s]/g, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
    )
  )
    return 'help';
  const said = plain(text)
    .replace(/^(?:cho toi |cho em |toi muon |em muon |da )/, '')
    .replace(/(?: (?:nhe|a|da|nha|di|dong chi|cai))+$/, '');
  const found = BY_WORDS.get(said) ?? BY_WORDS.get(plain(text));
  return found && marksAgree(text, found.word) ? found.control : null;
}

/** Without diacritics a word may be any; with them it is that word alone: “đúng” does not mean “dừng”. */
function marksAgree(text: string, word: string): boolean {
  const marked =
    text
      .toLowerCase()
      .normalize('NFC')
      .match(/[\p{L}\p{M}]+/gu) ?? [];
  const meant = word.match(/\p{L}+/gu) ?? [];
  const bare = (one: string): boolean => foldWord(one) === one;
  return meant.every(
    one =>
      bare(one) ||
      marked.some(typed => foldWord(typed) === foldWord(one) && (bare(typed) || sameMarks(typed, one))),
  );
}

/** Old and new places of a tone mark are one: “hoàn”, “hòan”. */
function sameMarks(one: string, other: string): boolean {
  const marks = (word: string): string => [...word.normalize('NFD').replace(/[a-z]/g, '')].sort().join('');
  return marks(one) === marks(other);
}

/** “sửa 7”, “sửa câu 7”, “sửa cb-1.1.3b”: which one; null for anything else. */
export function editSaid(text: string): string | null {
  return (
    /^(?:sửa|sua|chỉnh|chinh|đổi|doi|xem)(?: lại| lai)?(?: câu| cau| số| so| mục| muc)*\s+([a-z0-9][a-z0-9.-]*)$/iu
      .exec(text.trim())?.[1]
      ?.toLowerCase() ?? null
  );
}
