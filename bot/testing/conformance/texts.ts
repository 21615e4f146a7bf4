/** A text like a plan's: paragraphs, items, sentences; at least `length` units. */
export function longPlan(length: number): string {
  const paragraphs: string[] = [];
  for (let k = 1; paragraphs.join('\n\n').length < length; k++)
    paragraphs.push(
      `${k}. Chi bộ đạt tiêu chí “bốn tốt” khi có từ 90% đảng viên trở lên hoàn thành tốt nhiệm vụ 😀. Cấp ủy xét, công nhận trước ngày 15/12 hằng năm!\n   - Hồ sơ gồm: báo cáo tự đánh giá; biên bản họp; tờ trình.`,
    );
  return paragraphs.join('\n\n');
}

/** Texts that break what is careless, each with a name. */
export const hostileTexts: [string, string][] = [
  ['markup', '<b>đậm</b> <script>alert(1)</script> &amp; *sao* _gạch_ [a](http://x) `m` ~~s~~ ||ẩn||'],
  ['JSON and quotes', '{"ok":true,"text":"\\u0000"} \'"\\ \\n'],
  ['marks of direction', 'trước \u202e ngược \u2066 giữa \u2069 sau \u200b'],
  ['half a character', 'trước \ud83d sau'],
  ['control characters', 'a\u0000b\u0007c\u001b[31md'],
  ['a word longer than a message', 'ơ'.repeat(5_000)],
  ['faces only, longer than a message', '👨‍👩‍👧‍👦'.repeat(900)],
  ['one letter with thousands of marks', `a${'\u0301'.repeat(5_000)}b`],
  [
    'a boundary of a form',
    '--------------------------x\r\ncontent-disposition:form-data;name="chat_id"\r\n\r\n1',
  ],
];
