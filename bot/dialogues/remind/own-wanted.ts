import { plain } from '../../choose.ts';

const REMIND_ME =
  /^(?:(?:da|vang|thua|a|hay|nho|xin|lam on|vui long|tro ly|ban|em|toi|minh|tui|cho|can|muon|dong chi|giup|phien) )*(?:nhac(?: nho)?(?: viec)? (?:cho |giup |ho )?(?:toi|em|minh|tui|chung toi|chung em|anh|chi|ca nhan toi)(?: |$)|nhac (?:giup|gium|dum|ho|nho) |(?:dat|tao|them|len|lap)(?: mot)?(?: lich| loi)? (?:viec )?nhac(?: viec| nho| hen)?(?: |$)|dat lich |len lich nhac )/;
const REMIND =
  /^(?:(?:hay|nho|xin|phien|em|e|anh|a|chi|toi|tui|minh|dong chi|tro ly) )*nhac |(?:^| )nhac (?:cho |giup |ho )?(?:toi|em|minh|tui)(?: |$)/;
/** The time first, then the wish: “15/12 nhắc nộp báo cáo”, “sáng mai nhắc họp”. */
const TIME_FIRST =
  /^(?:(?:ngay|luc|vao|den|sang|trua|chieu|toi|dem) )*(?:\d{1,2}(?:[/:h-]\d|h | gio | phut | ngay | tieng )|mai |mot |hom nay |hom sau |thu (?:\d|hai|ba|tu|nam|sau|bay) |chu nhat |tuan (?:sau|toi) |(?:cuoi|dau) (?:thang|quy|nam|tuan) |mung ).{0,40}?nhac /;

/** “hẹn tôi 6 giờ sáng mai …”, “báo tôi biết trước đại hội 3 ngày”. */
const TELL_ME =
  /^(?:(?:hay|nho|xin|phien|dong chi|tro ly) )*(?:(?:hen|bao)(?: cho)? (?:toi|em|minh|tui) |them viec |dat bao thuc |ghi nho (?:giup|cho) (?:toi|em|minh|tui) )/;
/** As it is typed, also with a wrong mark that makes no other word. */
const NHAC = new Set(['nhắc', 'nhac', 'nhăc', 'nhặc']);

/** How surely a text asks to be reminded of something of one's own: it says so, or it may. */
export function ownWanted(text: string): 'yes' | 'perhaps' | null {
  // “nhạc”, “nhác” are other words.
  const marked =
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/nh[aáàảãạăắằẳẵặ]c/gu) ?? [];
  if (marked.length > 0 && !marked.some(word => NHAC.has(word))) return null;
  const said = plain(text);
  if (REMIND_ME.test(`${said} `)) return 'yes';
  return REMIND.test(said) || TELL_ME.test(said) || TIME_FIRST.test(said) ? 'perhaps' : null;
}
