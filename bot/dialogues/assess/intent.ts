import { asksSomething } from './question-or-answer.ts';
import { foldWord } from './read/marked-text.ts';

const BEGINS =
  /^(?:(?:cho |de )?(?:toi|em|minh|chung toi) |muon |can |bat dau |tien hanh |thuc hien |lam |mo |vao |tiep tuc |tiep |xin )*(?:tu )?(?:danh gia|ra soat|kiem diem|cham)(?: (?:tiep|lai|chi bo|dang bo|dang uy|don vi|to chuc dang|co so|truc thuoc|xa|ap|khoi co quan|huyen|bon tot|4 tot|04 tot|ba tot|3 tot|mo hinh|minh|toi|cua|nam nay|nam ngoai|nam \d{4}|di|nhe|a))*$/;
const GOES_ON = /^(?:tiep tuc|lam tiep|tiep|danh gia tiep|ra soat tiep)(?: (?:di|nhe|a|thoi))*$/;

/** “đánh giá chi bộ”, “tự rà soát”: wants to be walked through a self-assessment; a question about it is none. */
export function wantsAssessment(text: string): boolean {
  return BEGINS.test(bare(text)) && !asksSomething(text);
}

/** “tiếp tục”, after something was left. */
export function goesOn(text: string): boolean {
  return GOES_ON.test(bare(text));
}

function bare(text: string): string {
  return foldWord(text)
    .replace(/[“”"'.,!:;]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
