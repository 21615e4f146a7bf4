/** The sentences of a conversation that are no answer from a plan. */
export const conversationWords = {
  welcome:
    'Chào đồng chí. Tôi là trợ lý cấp ủy: trả lời câu hỏi về kế hoạch, hướng dẫn của cấp ủy kèm đúng điều khoản, trích nguyên văn. Văn bản không nói thì tôi nói là không quy định.',
  leave: 'Gõ câu hỏi rồi nhấn Enter. Gõ /trogiup để xem hướng dẫn, /thoat để ra.',
  whoIAm:
    'Tôi là trợ lý cấp ủy, một phần mềm chạy trên máy của cơ quan. Tôi đọc các kế hoạch, hướng dẫn được cài sẵn, trích nguyên văn và tính theo đúng điều khoản; tôi không công nhận, không xếp loại thay cấp có thẩm quyền.',
  help: 'Đồng chí cứ hỏi bằng lời thường, có dấu hay không dấu đều được, ví dụ: “hạn nộp báo cáo bốn tốt là khi nào?”.\n\nTự rà soát: gõ /danhgia hoặc “đánh giá chi bộ”, trợ lý hỏi từng câu theo kế hoạch, nghỉ lúc nào cũng được, cuối cùng có kết quả kèm căn cứ và báo cáo .docx. Đang làm vẫn hỏi được câu khác; nhớ ra điều gì thì gõ ví dụ “à quên, có 2 đồng chí bị khiển trách”; thêm minh chứng thì gõ “ghi chú: biên bản số 12”.\nCùng làm: bí thư gõ “mời phó bí thư” hoặc “mời thành viên” để lấy mã. Đặt tên, cấp trên, địa danh cho văn bản: “tên đơn vị: …”, “cấp trên: …”, “địa danh: …”.\nNhắc việc: gõ /nhacviec để xem các hạn theo kế hoạch và việc của mình; đặt việc riêng bằng lời, ví dụ “nhắc tôi ngày 3 hằng tháng lúc 7 giờ tối họp chi bộ”; được nhắc rồi thì gõ “xong”, “nhắc lại mai” hoặc “bỏ qua”.\n\nCác lệnh:\n/danhgia – bắt đầu hoặc làm tiếp phần tự rà soát\n/nhacviec – việc quá hạn, hôm nay, tuần này; nhắc việc và cài đặt\n/tieuchi – xem các tiêu chí kèm điều khoản\n/kehoach – chọn hoặc đổi kế hoạch của đảng bộ mình\n/huy – rời việc đang làm (mọi câu trả lời được giữ)\n/lienket – lấy mã để dùng chung Zalo, Telegram và trang web\n/trogiup – xem lại hướng dẫn này',
  nothingAsked: 'Tôi chưa thấy câu hỏi. Đồng chí gõ điều cần hỏi, ví dụ: “ai công nhận chi bộ bốn tốt?”.',
  thanks: 'Không có gì, đồng chí. Cần thêm điều gì, đồng chí cứ hỏi.',
  choosePlan: 'Đồng chí thuộc đảng bộ nào? Chọn kế hoạch của đảng bộ mình:',
  changePlan: (name: string) => `Kế hoạch của đồng chí đang là: ${name}.\nĐổi sang kế hoạch nào?`,
  planTaken: (name: string) =>
    `Đã ghi nhận kế hoạch của đồng chí: ${name}. Từ đây câu hỏi được trả lời theo văn bản này.`,
  cancelled: 'Đã bỏ việc đang làm dở. Đồng chí có thể hỏi câu khác.',
  noCommand: 'Trợ lý không có lệnh này. Gõ /trogiup để xem các lệnh; câu hỏi thì gõ bằng lời thường.',
  noLinking: 'Mã liên kết chỉ lấy được khi trò chuyện riêng trên Zalo, Telegram hoặc trang web.',
  oldChoice: 'Nút này đã cũ nên không còn dùng được. Đồng chí gõ lại câu hỏi.',
  tooLong: (limit: number) =>
    `Tin nhắn dài quá ${limit.toLocaleString('vi-VN')} ký tự nên trợ lý chưa đọc. Đồng chí rút gọn, hoặc hỏi từng ý một.`,
  failed: (reference: string) =>
    `Trợ lý gặp trục trặc nên chưa trả lời được. Đồng chí thử lại; nếu vẫn không được, báo người quản trị mã ${reference}.`,
};

/** Questions offered to somebody who is here for the first time. */
export const FIRST_QUESTIONS = [
  'Hạn nộp báo cáo “bốn tốt” là khi nào?',
  'Ai công nhận chi bộ bốn tốt?',
  'Chi bộ 9 đảng viên, 8 đồng chí hoàn thành tốt nhiệm vụ thì đạt chưa?',
  'Tiêu chí “Đoàn kết, kỷ luật tốt” gồm những gì?',
  'Tự rà soát chi bộ của tôi',
];
