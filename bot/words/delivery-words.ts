/** What is said on messengers that is no answer of the assistant's. */
export const deliveryWords = {
  tooFast:
    'Đồng chí gửi nhanh quá nên trợ lý chưa kịp đọc các tin vừa rồi. Đồng chí đợi một phút rồi gửi lại giúp.',
  notText: 'Trợ lý chỉ đọc được chữ, chưa xem được ảnh, ghi âm hay tệp. Đồng chí gõ nội dung cần hỏi giúp.',
};

/** Linking the channels on which one person writes. */
export const linkWords = {
  given: (code: string) =>
    `Mã liên kết của đồng chí:\n\nLIENKET ${code}\n\nTrên kênh kia (Telegram, Zalo hoặc trang web), đồng chí mở trợ lý rồi gõ nguyên dòng trên; hoặc nhập sáu số vào trang đăng nhập. Từ đó hai kênh là một: chung đơn vị, kế hoạch và phần tự rà soát. Mã dùng một lần, hết hạn sau 10 phút; đừng đưa cho người khác.`,
  linked:
    'Đã liên kết: từ nay kênh này và kênh đã lấy mã là một. Đơn vị, kế hoạch và các phần tự rà soát ở hai nơi được gộp lại, không mất gì; đồng chí làm tiếp ở kênh nào cũng được.',
  own: 'Mã này là của chính đồng chí trên kênh này. Đồng chí gõ mã trên kênh kia, nơi cần liên kết. Mã vẫn còn nguyên.',
  /** The same for a code that is wrong, used or run out: a stranger learns nothing. */
  refused:
    'Mã liên kết này không dùng được. Đồng chí kiểm tra lại sáu số, hoặc gõ /lienket trên kênh kia để lấy mã mới.',
  tooMany: 'Đã nhiều lần nhập mã không dùng được. Đồng chí đợi một giờ rồi thử lại.',
  onlyPrivate:
    'Việc liên kết chỉ làm trong cuộc trò chuyện riêng với trợ lý. Đồng chí nhắn riêng cho trợ lý rồi gõ /lienket.',
};

/** What the operator reads in the log; facts stand beside, never a text, a token or an address. */
export const deliveryLog = {
  started: 'channels started',
  adopted: 'went on with what an earlier process had left',
  failed: 'an event could not be answered',
  waitsForStore: 'the store does not take an answer; the event is tried again',
  refused: 'a message was refused for good',
  rerouted: 'a reminder was refused and goes to another account of its person',
  unknown: 'it is not known whether a message arrived; it is not sent again',
  givenUp: 'a message was given up after many tries',
  again: 'a message is tried again later',
  storeGone: 'the store cannot be used just now; tried again',
  ration: 'this month’s messages on this channel are nearly used up',
  stopped: 'channels stopped',
};
