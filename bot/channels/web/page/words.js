/** Every sentence of the page that is not in index.html. */
export const words = {
  welcomeTitle: 'Chào đồng chí',
  welcome:
    'Đồng chí hỏi bằng lời thường, có dấu hay không dấu đều được; tôi trả lời bằng đúng lời của kế hoạch, hướng dẫn và chỉ rõ mục, khoản.',
  welcomeLimit: 'Tôi không thay cho cấp có thẩm quyền: việc xét, công nhận do cấp ủy quyết định.',
  firstQuestions: 'Có thể bắt đầu bằng',

  you: 'Đồng chí hỏi:',
  assistant: 'Trợ lý trả lời:',
  searching: 'Đang tra văn bản…',
  stillSearching: 'Vẫn đang tra, đồng chí chờ thêm chút.',
  choices: 'Chọn một mục, hoặc gõ số thứ tự',
  chosen: 'đã chọn',
  openSource: 'Mở trong văn bản',
  download: 'Tải về',
  answerHere: 'Trả lời hoặc hỏi…',
  step: (number, total) => `Câu ${number}/${total}`,
  outcomes: { met: 'đáp ứng', unmet: 'chưa đáp ứng', unknown: 'chưa đủ dữ liệu', na: 'không áp dụng' },
  copy: 'Chép câu trả lời',
  copied: 'Đã chép, đồng chí dán vào Zalo được rồi',
  notCopied: 'Máy không cho chép. Đồng chí giữ tay vào đoạn chữ để chọn rồi chép.',
  again: 'Gửi lại',
  offline: 'Chưa gửi được: không kết nối được với trợ lý.',
  interrupted: 'Câu này chưa có trả lời.',
  unexpected: 'Trợ lý gặp trục trặc nên chưa trả lời được.',
  noHistory: 'Chưa tải được hội thoại trước. Đồng chí vẫn hỏi được.',

  ownPlan: 'Kế hoạch của đồng chí:',
  noOwnPlan: 'Chưa biết kế hoạch của đồng chí',
  changePlan: 'Đổi',
  choosePlan: 'Chọn',
  changePlanMessage: 'đổi kế hoạch',

  remindersMessage: 'nhắc việc',
  due: ({ overdue, today, week }) =>
    [
      overdue > 0 && `${overdue} việc quá hạn`,
      today > 0 && `${today} việc hạn hôm nay`,
      week > 0 && `${week} việc đến hạn trong 7 ngày tới`,
    ]
      .filter(Boolean)
      .join(', '),
  seeDue: 'Xem việc đến hạn',

  plans: 'Các văn bản',
  plansHint: 'Chọn một văn bản để đọc từ đầu.',
  yours: 'Của đồng chí',
  back: 'Quay lại hội thoại',
  contents: 'Mục lục',
  print: 'In',
  reading: 'Đang mở văn bản…',
  cannotRead: 'Chưa mở được văn bản.',
  tryAgain: 'Thử lại',
  highlighted: 'Phần được trích:',
  note: 'Ghi chú:',
  stamp: 'Dấu của nơi nhận, không thuộc nội dung văn bản',
  issued: 'Ban hành',
  noDate: 'Bản hiện có không ghi ngày',
  status: {
    confirmed: 'Đã xác nhận còn hiệu lực',
    unconfirmed: 'Chưa xác nhận còn hiệu lực',
    replaced: 'Đã được thay thế',
  },
};
