/** What the person who backs up or restores reads. */
export const backupWords = {
  backupUsage: 'Cách dùng: npm run backup -- TỆP-SAO-LƯU',
  restoreUsage: 'Cách dùng: npm run restore -- TỆP-SAO-LƯU [--overwrite]',
  backedUp: (file: string, rows: number) => `Đã sao lưu ${rows.toLocaleString('vi-VN')} bản ghi vào ${file}.`,
  restored: (file: string, rows: number) =>
    `Đã khôi phục ${rows.toLocaleString('vi-VN')} bản ghi từ ${file}.`,
  setAside: (file: string) =>
    `Dữ liệu hỏng được giữ lại ở ${file}. Nếu trợ lý đang chạy, hãy khởi động lại trợ lý.`,
  nothingThere: (place: string) =>
    `${place} chưa có dữ liệu nào để sao lưu: hãy kiểm tra DATA_DIR hoặc DATABASE_URL.`,
  fileThere: (file: string) => `Đã có tệp ${file}: hãy chọn tên khác, để không mất bản sao lưu cũ.`,
  cannotWrite: (file: string) =>
    `Không ghi được ${file}: hãy kiểm tra thư mục, quyền ghi và chỗ trống trên đĩa.`,
  cannotRead: (file: string) => `Không đọc được ${file}: hãy kiểm tra đường dẫn và quyền đọc.`,
  notABackup: (file: string) =>
    `${file} không phải bản sao lưu của trợ lý: hãy chọn tệp do npm run backup tạo ra.`,
  tooNew: (file: string) =>
    `${file} do một phiên bản mới hơn của trợ lý ghi: hãy cập nhật trợ lý rồi khôi phục lại.`,
  cutShort: (file: string) =>
    `${file} thiếu phần cuối, có thể chép chưa xong: hãy chép lại hoặc dùng bản sao lưu khác.`,
  changed: (file: string) =>
    `${file} không còn đúng như khi sao lưu (sai mã kiểm tra): hãy dùng bản sao lưu khác.`,
  notWhole: (file: string) =>
    `${file} có dữ liệu không khớp nhau nên không khôi phục: hãy dùng bản sao lưu khác.`,
  dataThere: (place: string) =>
    `${place} đang có dữ liệu nên chưa khôi phục gì: nếu muốn thay toàn bộ bằng bản sao lưu, hãy thêm --overwrite.`,
};
