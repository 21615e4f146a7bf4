/** The sentences of a committee's notice over its chi bộ (Mẫu 2). */
export const announceWords = {
  choice: 'Thông báo kết quả của các chi bộ (Mẫu 2)',
  ask: 'Kết quả quyết nghị của đảng ủy đối với từng chi bộ? Gõ mỗi chi bộ một dòng (hoặc cách nhau bằng dấu chấm phẩy), ví dụ:\n\nChi bộ ấp 1 – đạt\nChi bộ ấp 2 – không đạt – sinh hoạt chuyên đề 3/4 quý\n\nLý do chỉ ghi nội dung, không ghi tên người.',
  unclear: (line: string) =>
    `Chưa đọc được dòng “${line}”. Mỗi dòng cần: tên chi bộ – đạt, hoặc tên chi bộ – không đạt – lý do. Đồng chí gõ lại cả danh sách.`,
  tooMany: (most: number) =>
    `Danh sách quá ${most} chi bộ nên trợ lý chưa nhận. Đồng chí chia thành nhiều thông báo.`,
  here: (met: number, unmet: number) =>
    `Thông báo theo Mẫu 2: ${met} chi bộ đạt, ${unmet} chi bộ không đạt; ngày họp, thời hạn khắc phục do đảng ủy ghi:`,
};
