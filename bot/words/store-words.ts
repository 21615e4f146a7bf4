/** What stands in the way of the database. */
export type StoreTrouble =
  | 'busy'
  | 'full'
  | 'damaged'
  | 'refused'
  | 'disk'
  | 'unreachable'
  | 'sign-in'
  | 'newer';

/** What the operator reads; `place` names the database and never holds a value of DATABASE_URL. */
export const storeWords: Record<StoreTrouble, (place: string) => string> = {
  busy: place =>
    `${place} đang bị chương trình khác giữ: hãy đóng chương trình đó, hoặc chờ nó xong việc, rồi làm lại.`,
  full: place =>
    `${place} không còn chỗ ghi vì đĩa đã đầy: hãy dọn bớt đĩa rồi làm lại; dữ liệu đã ghi vẫn còn nguyên.`,
  damaged: place =>
    `${place} đã hỏng hoặc không phải dữ liệu của trợ lý: hãy dừng trợ lý rồi khôi phục bằng npm run restore -- TỆP-SAO-LƯU --overwrite.`,
  refused: place =>
    `${place} không cho trợ lý ghi: hãy kiểm tra quyền ghi của thư mục (DATA_DIR phải là một thư mục) hoặc của người dùng PostgreSQL, hoặc đổi DATA_DIR.`,
  disk: place => `${place} không đọc hoặc ghi được vì đĩa báo lỗi: hãy kiểm tra đĩa rồi làm lại.`,
  unreachable: place =>
    `${place} không kết nối được: hãy kiểm tra máy chủ PostgreSQL có đang chạy không, và địa chỉ, cổng trong DATABASE_URL.`,
  'sign-in': place =>
    `${place} không cho vào: hãy kiểm tra người dùng, mật khẩu và tên cơ sở dữ liệu trong DATABASE_URL.`,
  newer: place =>
    `${place} do một phiên bản mới hơn của trợ lý ghi: hãy cập nhật trợ lý lên phiên bản đó, hoặc khôi phục bản sao lưu cũ hơn.`,
};

/** What the person in the conversation reads when a message could not be kept. */
export const notKeptWords = (trouble: StoreTrouble): string => {
  const again = 'Tin nhắn vừa rồi chưa được ghi lại và chưa làm thay đổi gì.';
  if (trouble === 'busy') return `Nơi lưu dữ liệu đang bận. ${again} Đồng chí gửi lại sau ít phút.`;
  if (trouble === 'full')
    return `Nơi lưu dữ liệu đã đầy. ${again} Đồng chí báo người quản trị dọn đĩa, rồi gửi lại.`;
  return `Nơi lưu dữ liệu đang gặp sự cố. ${again} Đồng chí báo người quản trị, rồi gửi lại.`;
};

/** What the operator reads of a database, by kind. */
export const placeWords = {
  file: (file: string) => `Nơi lưu dữ liệu ${file}`,
  postgres: 'Cơ sở dữ liệu PostgreSQL (DATABASE_URL)',
};

/** Stands in what is kept for what was told once. */
export const toldOnce = '(chỉ cho xem một lần, trợ lý không giữ lại)';
