/** What messengers themselves say: to a person, and to the operator in the log. */
export const channelWords = {
  /** Telegram's command menu; descriptions of at most 256 characters. */
  commands: [
    { command: 'start', description: 'Bắt đầu' },
    { command: 'help', description: 'Trợ lý làm được những gì' },
    { command: 'danhgia', description: 'Tự rà soát, đánh giá theo kế hoạch' },
    { command: 'nhacviec', description: 'Việc phải làm theo hạn, nhắc việc' },
    { command: 'tieuchi', description: 'Các tiêu chí của kế hoạch' },
    { command: 'kehoach', description: 'Chọn kế hoạch, văn bản' },
    { command: 'lienket', description: 'Lấy mã để dùng chung nhiều kênh' },
    { command: 'huy', description: 'Dừng việc đang làm' },
  ],
  documentLink: (name: string, link: string) => `Tải văn bản “${name}” (liên kết có thời hạn): ${link}`,
};

/** Sentences for the operator; they name the remedy and hold no token and nobody's words. */
export const channelLog = {
  connected: 'Đã kết nối.',
  stopped: 'Đã dừng nhận tin.',
  unreachable: 'Chưa kết nối được tới nền tảng nhắn tin; sẽ tự thử lại.',
  notStored: 'Chưa lưu được tin đến nên chưa xác nhận với nền tảng; sẽ nhận lại.',
  tokenRefused: 'Nền tảng không nhận mã truy cập (token). Kiểm tra lại thiết lập; mã có thể đã bị thu hồi.',
  pollingTwice:
    'Có một chương trình khác đang nhận tin bằng cùng mã bot này. Chỉ được chạy một; hãy dừng chương trình kia.',
  webhookStands:
    'Bot đang gửi tin tới một webhook khác nên không hỏi tin được. Gỡ webhook đó hoặc đặt PUBLIC_URL để dùng webhook.',
  wrongSecret: 'Yêu cầu tới webhook không mang đúng mã bí mật nên bị từ chối.',
  refreshRefused:
    'Zalo không nhận refresh token. Lấy refresh token mới cho OA rồi đặt lại ZALO_OA_REFRESH_TOKEN.',
  refreshUnknown:
    'Chưa đổi được mã truy cập của Zalo OA (mất kết nối, hoặc chưa lưu được mã mới); sẽ thử lại. Nếu sau đó bị từ chối, lấy refresh token mới.',
};
