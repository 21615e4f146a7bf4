/** Every sentence that the web server itself says to a person. */
export const words = {
  empty: 'Đồng chí chưa nhập nội dung. Đồng chí gõ câu hỏi rồi bấm Gửi.',
  tooLong: (limit: number) =>
    `Nội dung dài quá ${limit.toLocaleString('vi-VN')} ký tự nên chưa gửi được. Đồng chí rút gọn, hoặc hỏi từng ý một.`,
  unreadable: 'Trang chưa gửi được nội dung này. Đồng chí tải lại trang rồi thử lại.',
  otherOrigin:
    'Yêu cầu đến từ một địa chỉ khác nên không được nhận. Đồng chí mở trang này bằng địa chỉ của trợ lý.',
  otherHost: 'Máy chủ không phục vụ địa chỉ này. Đồng chí mở trang bằng địa chỉ mà người quản trị đã cho.',
  noSuchPlan: 'Không có văn bản này trong kho. Đồng chí chọn lại trong danh sách văn bản.',
  noSuchPage: 'Không có trang này. Đồng chí mở lại trang đầu của trợ lý.',
  failed: (reference: string) =>
    `Trợ lý gặp trục trặc nên chưa trả lời được. Đồng chí bấm Gửi lại; nếu vẫn không được, báo người quản trị mã ${reference}.`,
};
