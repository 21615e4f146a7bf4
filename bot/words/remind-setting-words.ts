/** Settings of reminders. */
export const settingWords = {
  title: 'Cài đặt nhắc việc',
  hour: (hour: string) => `Giờ nhắc hằng ngày: ${hour}.`,
  quiet: (quiet: { from: string; to: string } | null) =>
    quiet ? `Giờ yên lặng: ${quiet.from}–${quiet.to}.` : 'Giờ yên lặng: không đặt.',
  leads: (unit: string, leads: readonly number[]) => `${unit}: nhắc trước ${sayLeads(leads)}.`,
  paused: (until: string | null) =>
    until ? `Đang tạm dừng nhắc, nhắc lại từ ${until}.` : 'Đang tạm dừng nhắc cho đến khi bật lại.',
  feed: 'Đang mở địa chỉ lịch riêng.',
  confirmed: (unit: string, document: string) =>
    `${unit}: kế hoạch đã được xác nhận còn áp dụng, theo “${document}”.`,
  typed:
    'Cũng có thể gõ: “nhắc lúc 8 giờ sáng”, “nhắc trước 30, 15, 7 ngày”, “đừng nhắc từ 21h đến 6h”, “tạm dừng nhắc đến 15/12”.',

  changeLeads: 'Đổi số ngày nhắc trước',
  changeHour: 'Đổi giờ nhắc hằng ngày',
  changeQuiet: 'Đổi giờ yên lặng',
  quietOff: 'Tắt giờ yên lặng',
  pause: 'Tạm dừng nhắc',
  resume: 'Nhắc lại từ bây giờ',
  file: 'Lấy tệp lịch (.ics)',
  openFeed: 'Mở địa chỉ lịch riêng',
  closeFeed: 'Đóng địa chỉ lịch riêng',
  unconfirm: (unit: string) => `Bỏ xác nhận kế hoạch: ${unit}`,

  askLeads: (unit: string, leads: readonly number[]) =>
    `${unit} đang được nhắc trước ${sayLeads(leads)}. Đổi thành những ngày nào? Gõ ví dụ “30, 15, 7, 1, 0” (0 là đúng ngày cuối; từ 0 đến 60, nhiều nhất 10 số).`,
  badLeads: 'Cần từ 1 đến 10 số nguyên, mỗi số từ 0 đến 60, ví dụ “30, 15, 7, 1, 0”.',
  leadsSet: (unit: string, leads: readonly number[]) => `Đã đổi: ${unit} được nhắc trước ${sayLeads(leads)}.`,
  whichUnit: 'Đổi số ngày nhắc trước của đơn vị nào?',
  noUnit: 'Đồng chí chưa có đơn vị nào để đổi số ngày nhắc trước. Gõ /nhacviec để mở.',
  onlyOfficers: 'Số ngày nhắc trước của đơn vị do bí thư, phó bí thư đặt.',
  askHour: 'Hằng ngày nhắc lúc mấy giờ? Gõ ví dụ “7 giờ rưỡi sáng”, “8:00”.',
  badHour: 'Tôi chưa rõ giờ ấy; nếu có thể là sáng hoặc chiều, đồng chí ghi rõ.',
  hourSet: (hour: string) => `Đã đổi: hằng ngày nhắc lúc ${hour}.`,
  askQuiet: 'Không nhắc từ mấy giờ đến mấy giờ? Gõ ví dụ “từ 21h đến 6h”.',
  badQuiet: 'Tôi chưa rõ hai giờ ấy. Gõ ví dụ “từ 21h đến 6h”.',
  quietSet: (from: string, to: string) =>
    `Đã đổi giờ yên lặng: ${from}–${to}. Việc đồng chí tự đặt có nói rõ giờ vẫn được nhắc đúng giờ.`,
  quietUnset: 'Đã tắt giờ yên lặng.',
  askPause: 'Tạm dừng nhắc đến ngày nào? Gõ ví dụ “15/12”, hoặc chọn “Cho đến khi tôi bật lại”.',
  pauseForever: 'Cho đến khi tôi bật lại',
  badPause: 'Tôi chưa rõ ngày ấy, hoặc ngày ấy đã qua. Gõ ví dụ “15/12”.',
  pauseSet: (until: string | null) =>
    until
      ? `Đã tạm dừng mọi việc nhắc; bắt đầu nhắc lại từ ${until}. Việc trong thời gian ấy vẫn hiện trong danh sách.`
      : 'Đã tạm dừng mọi việc nhắc. Khi cần, đồng chí gõ “nhắc lại từ hôm nay”.',
  resumed: 'Đã bật lại việc nhắc, tính từ bây giờ; việc đã qua trong lúc tạm dừng không nhắc bù.',
  notPaused: 'Việc nhắc đang hoạt động bình thường; không có gì thay đổi.',
  same: 'Đang đặt đúng như vậy rồi; không có gì thay đổi.',
};

/** “30, 15, 7, 3, 1 ngày và đúng ngày cuối”. */
function sayLeads(leads: readonly number[]): string {
  const before = leads.filter(lead => lead > 0);
  const days = before.length > 0 ? `${before.join(', ')} ngày` : '';
  const last = leads.includes(0) ? 'đúng ngày cuối' : '';
  return [days, last].filter(Boolean).join(' và ');
}
