/** What is said at the door of the page. */
export const signInWords = {
  first: 'Đồng chí cần đăng nhập trước. Đồng chí tải lại trang rồi đăng nhập.',
  refused:
    'Mã hoặc mật khẩu không đúng. Đồng chí kiểm tra lại, hoặc gõ /lienket trong Zalo, Telegram để lấy mã mới.',
  tooMany: 'Đã thử quá nhiều lần. Đồng chí đợi mười lăm phút rồi thử lại.',
  tooFast: 'Đồng chí gửi nhanh quá nên trợ lý chưa nhận tin này. Đồng chí đợi một phút rồi gửi lại giúp.',
  linkOver: 'Đường dẫn này đã hết hạn. Đồng chí vào trợ lý lấy lại tệp để có đường dẫn mới.',
  nobody:
    'Lưu ý: trang web đòi đăng nhập nhưng chưa có cách nào vào. Hãy đặt WEB_PASSWORD, hoặc bật Telegram/Zalo để lấy mã bằng /lienket.',
};
