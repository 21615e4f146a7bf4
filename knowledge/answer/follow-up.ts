import { dropParticles } from '../vietnamese/drop-particles.ts';
import { fold } from '../vietnamese/fold.ts';
import { wordsOf } from '../vietnamese/words.ts';

const LEAD =
  /^(?:(?:à|ủa|ừ|uh|ok|dạ|vâng|không|ko|k)[\s,]+)*(?:ý (?:của )?(?:tôi|em|mình|tui|anh|chị) là|ý là|ý tui nói|y toi la|y em la|y minh la|y la|không phải[,\s]+(?:mà là|là)?|à không[,\s]*|nhầm[,\s]+|sửa lại là|thế còn|thế con|the con|vậy còn|vay con|còn|con|thế|rồi|roi|vậy thì|vậy|vay thi)\s+/iu;
const TAIL =
  /\s*(?:thì sao|thi sao|thì thế nào|thi the nao|thì như thế nào|ra sao|sao|thế nào|the nao)?\s*(?:ạ|vậy|nhỉ|hả|ad|z|v)?\s*[?？.!]*\s*$/iu;

// The words by which a question says whom it is about, longest first.
const UNIT =
  /(?:chi bộ|đảng bộ|đảng ủy|chi bo|dang bo|dang uy|tập thể lãnh đạo|tap the lanh dao|cá nhân|ca nhan|tổ chức cơ sở đảng|cấp xã|cap xa|cấp huyện|khối cơ quan|khoi co quan)(?:\s+(?:cơ sở|co so|trực thuộc|truc thuoc|đảng bộ bộ phận|bộ phận|bo phan|đảng ủy cơ sở|dang uy co so|xã|xa|thị trấn|thi tran|ấp|ap|khu phố|khu pho|thôn|thon|khối cơ quan|khoi co quan|cơ quan|co quan))*/giu;

// A part of a plan by its address is asked for by itself: “mẫu 1”, “mục III”.
const ADDRESS = /^(?:mau|muc|khoan|dieu|chuong|phu luc|chu thich|tieu chi) (?:so )?(?:[ivx]+|\d[\d.]*)$/;

// A yes or a no to nothing that was asked.
const BARE_REPLY =
  /^(?:co|khong|ko|k|dung|dung roi|dung vay|phai|chua|chua ro|roi|u|uh|vang|da vang|dong y)(?: (?:a|nhe|dau))*$/;

/** A yes or a no by itself. */
export function isBareReply(text: string): boolean {
  return BARE_REPLY.test(
    fold(text)
      .replace(/[.!,\s]+/g, ' ')
      .trim(),
  );
}

/** Too few words to be a question by themselves: they go on from the one before. Courtesies ask nothing. */
export function goesOn(text: string): boolean {
  if (isBareReply(text)) return false;
  if (dropParticles(wordsOf(text)).length === 0 || ADDRESS.test(fold(text).trim())) return false;
  const count = (words: string): number => words.trim().split(/\s+/).length;
  const said = `${text.trim()} `.replace(LEAD, '');
  const onlyUnit = !/[\p{L}\p{N}]/u.test(text.replace(UNIT, ''));
  return (said !== `${text.trim()} ` && count(said) <= 8) || count(text) <= 2 || onlyUnit;
}

/**
 * The full question that a follow-up (“còn đảng bộ thì sao?”) or a correction (“ý tôi là cấp xã”) stands for:
 * the one before with its unit replaced, or with the new words added.
 */
export function followUp(before: string, text: string): string {
  const said = text.trim().replace(LEAD, '').replace(TAIL, '').trim();
  if (said === '') return before;
  const newUnit = [...said.matchAll(UNIT)].at(0)?.[0];
  if (newUnit && asksItself(said.replace(newUnit, ''))) return said;
  if (newUnit && UNIT.test(before)) {
    UNIT.lastIndex = 0;
    return before.replace(UNIT, newUnit);
  }
  UNIT.lastIndex = 0;
  return asksItself(said) && said.split(/\s+/).length > 5 ? said : `${stripEnd(before)} ${said}`;
}

/** It asks something of its own (“ai công nhận”), beside naming a unit. */
function asksItself(text: string): boolean {
  return (
    /\b(ai|khi nao|bao gio|bao nhieu|may|cap nao|ngay nao|o dau|gi|the nao|nhu the nao|khong|chua)\b/.test(
      fold(text),
    ) && text.trim().split(/\s+/).length >= 3
  );
}

function stripEnd(text: string): string {
  return text.trim().replace(/[?？.!\s]+$/u, '');
}
