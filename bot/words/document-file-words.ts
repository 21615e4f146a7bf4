/** Names of files that people keep, and what is said with them. */
export const documentFileWords = {
  'self-review': 'bao-cao-tu-ra-soat',
  'build-plan': 'ke-hoach-xay-dung-mo-hinh',
  results: 'thong-bao-ket-qua',
  attached: (name: string) => `Tệp: ${name}`,
  failed:
    'Chưa ghi được tệp (có thể đĩa đầy); những gì đồng chí đã trả lời, đã đặt vẫn được lưu. Đồng chí yêu cầu lại tệp để thử lại.',
};
