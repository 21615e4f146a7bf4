const NUMBERED = String.raw`\d{1,5}\s?-\s?[\p{L}]{2,6}(?:\/[\p{L}]{2,8})?(?![\p{L}\/])`;
const DAY = String.raw`(?:ngày )?[\d/]+(?: tháng \d+ năm \d+)?`;
const UNIT = 'năm|tháng|quý|tuần';

/** Turns of a claim that a plan has in another form; what is said stays the same and is checked as ever. */
const TURNS: readonly (readonly [RegExp, string])[] = [
  // “Hướng dẫn số …, do X ban hành ngày …” → “… của X ngày …”
  [
    new RegExp(
      String.raw`(?<=${NUMBERED})((?:[,]?\s+(?:đề |ra |ký |ban hành )?(?:vào )?ngày [\d/]+(?: tháng \d+ năm \d+)?)?),?\s+(?:là )?(?:được |do )(?:do )?([^,.;:\d]{3,60}?) ban hành((?:,? (?:vào )?ngày [\d/]+(?: tháng \d+ năm \d+)?)?)(?=[\s,.;:]|$)`,
      'giu',
    ),
    '$1$3 của $2',
  ],
  // “Hướng dẫn số … của X, ban hành ngày …”, “… về Y, do X ban hành ngày …”: the day and the owner go to the number.
  [
    new RegExp(
      String.raw`(?<=${NUMBERED})([^.;:\d]{0,60}?),?\s+(?:được )?(?:đề|ra|ký|ban hành)(?: vào)? (${DAY})`,
      'giu',
    ),
    ' $2$1',
  ],
  [
    new RegExp(
      String.raw`(?<=${NUMBERED})([^.;\d]{0,90}), do ([^,.;:\d]{3,60}?) ban hành( ${DAY})?(?=[\s,.;:]|$)`,
      'giu',
    ),
    '$3 của $2$1',
  ],
  // “Thông báo số … của X có ngày …”, “… là của X, ngày …”
  [
    new RegExp(
      String.raw`(?<=${NUMBERED}) (?:là )?(của [^,.;:\d]{3,60}?)(?: có|,)? (?:ban hành )?(ngày \d[\d/]*(?: tháng \d+ năm \d+)?)`,
      'giu',
    ),
    ' $2 $1',
  ],
  // “X ban hành Quy định số … (vào) ngày …” → “Quy định số … ngày … của X”
  [
    new RegExp(
      String.raw`^([^,.;:\d]{3,60}?) (?:đã )?ban hành ([^,.;:\d]{3,30} (?:số )?${NUMBERED}),?(?: vào)? (${DAY})`,
      'giu',
    ),
    '$2 $3 của $1',
  ],
  // “Nghị quyết số … được ghi ngày …”
  [new RegExp(String.raw`(?<=${NUMBERED}) (?:được ghi|ghi|đề) (?=ngày \d)`, 'giu'), ' '],
  // “Chi bộ … thì thẩm quyền thuộc …” → “Đối với chi bộ …, …”
  [
    /^((?:các )?(?:chi bộ|đảng bộ|đảng ủy|tổ chức)(?!\p{L})[^,.;:]{0,60}?) thì (?=(?:thẩm quyền|việc)(?!\p{L})|(?<= trực thuộc [^,.;:]{3,50} thì )do )/giu,
    'đối với $1, ',
  ],
  // “Nội dung … được ghi cho đảng ủy xã”
  [
    / (?:được )?(?:ghi|quy định|nêu|đặt ra) cho (?=(?:các )?(?:chi bộ|đảng bộ|đảng ủy|cấp ủy|tổ chức))/giu,
    ' đối với ',
  ],
  // “Đối với chi bộ thì do chi bộ đánh giá, còn đảng bộ cơ sở thì do đảng ủy đánh giá”
  [/(?<=,\s+(?:còn )?)(?:với )?((?:chi bộ|đảng bộ)(?: cơ sở| trực thuộc)?) thì do /giu, 'đối với $1 thì '],
  [/(?<=^đối với [^,.;:]{3,40} )thì do /giu, 'thì '],
  [/(?<=người đứng đầu )cùng (?:với )?(?=cấp phó)/giu, 'và '],
  // “không chấp hành nghiêm túc” → “chấp hành không nghiêm túc”
  [/không chấp hành nghiêm(?! minh)( túc)?/giu, 'chấp hành không nghiêm$1'],
  [/(?<!\p{L})tránh để (?=xảy|vụ|tồn|mất|nội)/giu, 'không để '],
  // “có 1 kỳ họp thường lệ” → “họp thường lệ 1 lần”
  [/(?:có|tổ chức) (một|0?1) kỳ họp thường (lệ|kỳ)/giu, 'họp thường $2 $1 lần'],
  // “đầu mối để gửi qua là X”
  [/(?:đầu mối|nơi) (?:để )?gửi qua là /giu, 'gửi qua '],
  // “Trước tiên A, sau đó mới B” → “A trước khi B”
  [
    /^(?:trước tiên|trước hết|đầu tiên)(?: phải| cần)?,? ([^,.;:]{6,}?(?:[,][^,.;:]{3,})?), sau đó mới (?:đến |tới )?/giu,
    '$1 trước khi ',
  ],
  [/(?<!\p{L})ngay (?=(?:trong|tại|ở|từ) )/giu, ''],
  // “… là đã không đạt”, “khi … đã thống nhất ý kiến”: no event is told.
  [/(?<=(?<!\p{L})(?:là|thì|cũng) )đã /giu, ''],
  [/(?<=(?<!\p{L})khi [^,.;:]{3,60} )đã (?=\p{L})/giu, ''],
  [/(?<!\p{L})đã (?=bị (?:xem|coi) là )/giu, ''],
  // “mới ở mức thí điểm”, “sau này mới phát hiện”
  [/(?<!\p{L})mới (?=(?:làm |dừng ở mức |ở mức |đang |được )?thí điểm)/giu, ''],
  [/(?<=(?<!\p{L})sau(?: khi [^,.;:]{2,40}| này| đó)? )mới (?=phát hiện|thấy)/giu, ''],
  // “chỉ có 2 mức”: how many there are is checked as ever.
  [/(?<!\p{L})chỉ có (?=(?:hai|ba|bốn|\d{1,2}) (?:mức|loại|nhóm)(?!\p{L}))/giu, 'có '],
  // “Muộn nhất là 3 ngày trước …” → “Ít nhất 3 ngày trước …”
  [/(?:muộn|chậm|trễ) nhất (?:là )?(?=\d+ ngày trước)/giu, 'ít nhất '],
  // “tháng nào chi bộ cũng họp” → “hằng tháng chi bộ họp”
  [new RegExp(String.raw`(?<!\p{L})(${UNIT}) nào (?=[^,.;:]{1,60}? cũng )`, 'giu'), 'hằng $1 '],
  // “A thì B mới được …”: the condition is checked as such.
  [/(?<= thì [^,.;:]{2,40}) mới (?=được|đạt|có|xét)/giu, ' '],
  [/(?<= rồi [^,.;:]{2,30}) mới (?=\p{L})/giu, ' '],
  [/(loại trừ|trừ ra) khỏi /giu, '$1 '],
  [/(mỗi (?:năm|tháng|tuần|quý)) một kỳ(?! họp| sinh)/giu, '$1 một lần'],
  // “không chỉ A mà cả B” → “A, B”
  [/không chỉ ([^.;:]{2,60}?),? mà (?:còn |cả |cũng )?/giu, '$1, '],
  // “Mức tối thiểu của X là hoàn thành tốt nhiệm vụ”
  [
    /(?<=mức [^.;]{0,60})tối thiểu ([^.;]{0,90} là hoàn thành (?:tốt |xuất sắc )?nhiệm vụ)(?! trở lên)/giu,
    '$1 trở lên',
  ],
  // “C là cách viết tắt của A, B” → “A, B viết tắt là C”
  [
    /^(?:cụm từ |trong (?:văn bản|hướng dẫn|kế hoạch)(?: này)?, )?([“"]?\p{L}[^,.;:]{3,40}?[”"]?)(?: ở đây| trong văn bản| trong hướng dẫn)? (?:là cách (?:gọi|viết) tắt của|là tên gọi tắt của|dùng để chỉ|chỉ|ở đây là) ((?:các )?(?:đảng bộ|đảng ủy|chi bộ|tổ chức (?:cơ sở )?đảng)[^.;]{3,90})/giu,
    '$2 viết tắt là $1',
  ],
  // “Có hai con số cần nhớ: …”: the list that follows is checked, not its length.
  [
    /(?<=^|có |là )(?:hai|ba|bốn|năm|sáu|\d) (?=(?:con số|việc|điều|ý|mốc|điểm|chuyện)(?!\p{L})[^:.,;]{0,30}:)/giu,
    '',
  ],
  // “… và một số chỉ tiêu khác” at the end of a list.
  [/,?\s+(?:và|cùng|cùng với)\s+(?:một số|nhiều|những) \p{L}+(?: \p{L}+){0,2} khác(?=[.\s]*$)/giu, ''],
  // “kể một mẩu chuyện”: no count.
  [
    /(?<!\p{L})(?<!(?:chỉ|mỗi|nhất|từ|đủ|đúng|có|hơn|thêm|trên|dưới) )một (?=(?:mẩu|câu|cách|bản|văn bản|giải pháp|biện pháp|mặt|chương trình|kế hoạch)(?!\p{L}))/giu,
    '',
  ],
];

/** A claim as the plan might have turned it, for laying it beside the sentence. */
export function reworded(text: string): string {
  return TURNS.reduce((rest, [turn, into]) => rest.replace(turn, into), text);
}
