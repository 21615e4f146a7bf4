/** What the person who starts the assistant reads. */
export const startWords = {
  ready: (url: string, plans: number) =>
    `Trợ lý cấp ủy đang chạy tại ${url} (${plans} kế hoạch). Nhấn Ctrl+C để dừng.`,
  planProblem: ({
    plan,
    file,
    line,
    message,
  }: {
    plan: string;
    file: string;
    line?: number;
    message: string;
  }) => `Kế hoạch “${plan}”, ${file}${line === undefined ? '' : `, dòng ${line}`}: ${message}`,
  portTaken:
    'Cổng này đã có chương trình khác dùng. Hãy dừng chương trình đó, hoặc đặt PORT là số khác, ví dụ PORT=8081.',
  portRefused:
    'Máy không cho dùng địa chỉ hoặc cổng này. Hãy xem lại HOST và PORT, ví dụ HOST=127.0.0.1 PORT=8080.',
};
