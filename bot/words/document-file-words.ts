/** Names of files that people keep, and what is said with them. */
export const documentFileWords = {
  'self-review': 'bao-cao-tu-ra-soat',
  'build-plan': 'ke-hoach-xay-dung-mo-hinh',
  results: 'thong-bao-ket-qua',
  attached: (name: string) => `Tệp: ${name}`,
  failed:
    'Chưa ghi được tệp báo cáo (có thể đĩa đầy); câu trả lời và kết quả vẫn được lưu. Đồng chí chọn “Lấy lại báo cáo” để thử lại.',
};
