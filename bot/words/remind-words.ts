/** Asking and acting in reminders. */
export const remindWords = {
  whichPlan: 'Nhắc việc theo kế hoạch, hướng dẫn nào? Đồng chí chọn văn bản của đảng bộ mình:',
  whichSubject: (plan: string) => `Theo ${plan}, đơn vị của đồng chí thuộc loại nào?`,
  otherPlan: 'Không phải văn bản này, chọn lại',
  ownOnly: 'Chỉ nhắc việc tôi tự đặt',
  opened: (subject: string, plan: string) =>
    `Đã mở đơn vị “${subject}” theo ${plan}; đồng chí là bí thư của đơn vị trong trợ lý này. Đặt tên: gõ “tên đơn vị: …”.`,
  chooseOne: 'Đồng chí chọn một dòng dưới đây (bấm, hoặc gõ số thứ tự).',
  left: 'Đã bỏ việc đang làm dở; chưa có gì thay đổi.',
  cancel: 'Hủy',
  list: 'Xem danh sách việc',
  undo: 'Hoàn tác',
  undoTyped: 'Nếu nhầm, gõ “hoàn tác”.',
  undone: (said: string) => `Đã hoàn tác; mọi thứ trở lại như trước khi có điều này: ${said}`,
  nothingToUndo: 'Không có việc nào vừa làm để hoàn tác.',
  onlyLast:
    'Chỉ hoàn tác được việc vừa làm gần nhất; nút này thuộc một việc trước đó nên không có gì thay đổi.',

  whichItem: (deed: 'done' | 'done-for-unit' | 'skip' | 'snooze') =>
    ({
      done: 'Đồng chí đã làm xong việc nào?',
      'done-for-unit': 'Đơn vị đã hoàn thành việc nào?',
      skip: 'Bỏ qua lần này của việc nào?',
      snooze: 'Nhắc lại việc nào?',
    })[deed],
  nothingReminded:
    'Chưa có việc nào vừa được nhắc hay sắp đến hạn mà còn để ngỏ. Đồng chí gõ /nhacviec để xem danh sách và chọn việc.',
  calendarHere: (count: number) =>
    `Tệp lịch các việc trong 12 tháng tới (${count} việc). Mở tệp bằng ứng dụng lịch trên máy hoặc điện thoại:`,
  calendarEmpty: 'Chưa có việc nào trong 12 tháng tới để đưa vào lịch.',
  feedOpened: (address: string) =>
    `Địa chỉ lịch riêng của đồng chí (chỉ hiện một lần, ai có địa chỉ đều xem được việc của đồng chí, nên không gửi cho người khác):\n\n${address}\n\nThêm địa chỉ này vào ứng dụng lịch bằng mục “đăng ký lịch từ URL”; lịch tự cập nhật. Muốn thu hồi: vào cài đặt nhắc việc, chọn “Đóng địa chỉ lịch riêng”.`,
  noFeeds: 'Ở đây không mở được địa chỉ lịch riêng. Đồng chí lấy tệp lịch (.ics) thay thế.',
  feedClosed: 'Đã đóng địa chỉ lịch riêng; địa chỉ cũ không còn xem được.',
  feedNone: 'Đồng chí chưa mở địa chỉ lịch riêng nào.',
  feedAgain:
    'Địa chỉ cũ chỉ hiện một lần và không được lưu. Đồng chí đóng địa chỉ cũ rồi mở địa chỉ mới trong cài đặt nhắc việc.',
};
