const DOING =
  'cần|phải|còn|hãy|cứ|có thể|nên|nhớ|lưu ý|chú ý|để ý|ghi nhớ|quan tâm|hỏi|xem|gửi|nộp|báo cáo|chuẩn bị|làm|lập|tổ chức|kiểm tra|đề nghị|đăng ký|rà soát|căn cứ|dựa|thực hiện|phản ánh|áp dụng|chủ động|bám sát|bảo đảm|đảm bảo';

/** What only says to whom it is said; never “của đồng chí”, “chi bộ đồng chí”, “đồng chí được …”. */
const COURTESIES: readonly RegExp[] = [
  /^(?:kính )?thưa (?:các )?đồng chí,?\s+/giu,
  /,\s*(?:thưa )?đồng chí(?:\s+(?:ạ|nhé|nha|à))?(?=\s*[.;:]?\s*$)|\s+đồng chí (?:ạ|nhé|nha)(?=\s*[.,;:]?\s*$)/giu,
  /\s+(?:ạ|nhé|nha)(?=\s*[.,;:]|\s*$)/giu,
  /^(?:xin |mong )?(?:đồng chí )?(?:cần |nên )?(?:lưu ý|chú ý)(?: đồng chí)?(?: rằng| là)?[,:]?\s+/giu,
  new RegExp(
    String.raw`(?<=^|[,;:]\s|(?:^|\s)(?:thì|khi|nếu|mà|số|điều|việc|hạn|mốc|đề nghị)\s)(?:đề nghị )?đồng chí (?=(?:${DOING})(?!\p{L}))`,
    'giu',
  ),
];

/** A sentence without the words that only turn to the person: “Đồng chí lưu ý …”, “…, đồng chí nhé”. */
export function withoutCourtesy(text: string): string {
  return COURTESIES.reduce((rest, courtesy) => rest.replace(courtesy, ''), text);
}
