import { capital } from './requirement-words.ts';

/** The sentences of a self-assessment. */
export const assessWords = {
  unknown: 'Chưa rõ, chưa có số liệu',
  na: 'Không áp dụng',
  back: 'Quay lại',
  skip: 'Bỏ qua, trả lời sau',
  clause: 'Xem căn cứ',
  help: 'Giải thích câu này',
  review: 'Xem lại và nộp',
  leave: 'Lưu lại, làm tiếp sau',
  yes: 'Ghi như vậy',
  no: 'Không, giữ như cũ',
  edit: 'Sửa một câu trả lời',
  submit: 'Nộp kết quả tự rà soát',
  more: 'Trả lời tiếp các câu còn thiếu',
  over: 'Làm lại từ đầu',
  another: 'Rà soát năm khác hoặc đơn vị khác',
  report: 'Lấy lại báo cáo',
  afterwards: 'Đồng chí có thể sửa câu trả lời rồi nộp lại, lấy lại báo cáo, hoặc hỏi điều khác.',
  buildPlan: (year: number) => `Lập kế hoạch xây dựng mô hình năm ${year}`,

  whichAssessment: 'Đồng chí làm tiếp lượt tự rà soát nào?',
  openAssessment: (unit: string, year: number, plan: string, answered: number, total: number) =>
    `${unit}, năm ${year}, theo ${plan} (đã trả lời ${answered}/${total})`,
  submittedAssessment: (unit: string, year: number, plan: string) =>
    `${unit}, năm ${year}, theo ${plan} (đã nộp, xem lại)`,
  anotherYear: (unit: string) => `${unit}: rà soát năm khác`,
  newUnit: 'Mở một đơn vị khác',

  whichPlan: 'Tự rà soát theo kế hoạch, hướng dẫn nào? Đồng chí chọn văn bản của đảng bộ mình:',
  noRulebook: 'Văn bản này chưa có bộ tiêu chí để tự rà soát. Đồng chí chọn một văn bản khác:',
  whichSubject: (plan: string) => `Theo ${plan}, đơn vị của đồng chí thuộc loại nào?`,
  otherPlan: 'Không phải văn bản này, chọn lại',
  unitName: (subject: string) =>
    `Đơn vị của đồng chí (${subject.toLowerCase()}) tên là gì? Gõ tên như trên văn bản, ví dụ “${/^chi bộ/iu.test(subject) ? 'Chi bộ 2' : 'Đảng bộ xã An Bình'}”. Tên này chỉ người của đơn vị thấy.`,
  unitUnnamed: 'Đặt tên sau',
  unitCleaned: (name: string) =>
    `Tên đã được làm gọn (bỏ ký tự lạ, tối đa 120 ký tự): “${name}”. Muốn đổi, gõ “tên đơn vị: …”.`,
  unitNoName:
    'Trong phần vừa gõ không có chữ nào dùng làm tên được. Đồng chí gõ lại tên đơn vị, ví dụ “Chi bộ ấp 3”, hoặc chọn “Đặt tên sau”.',
  unitTaken: (name: string) =>
    `Đồng chí đã mở “${name}” cho đúng văn bản và loại đơn vị này rồi; trợ lý dùng tiếp đơn vị ấy.`,
  whichYear: (unit: string) => `${unit} tự rà soát năm nào? Chọn hoặc gõ năm.`,
  oddYear: (from: number, to: number) =>
    `Năm tự rà soát phải là một số từ ${from} đến ${to}, ví dụ ${to - 1}. Đồng chí chọn hoặc gõ lại.`,
  chooseOne: 'Đồng chí chọn một dòng dưới đây (bấm, hoặc gõ số thứ tự).',
  opened: (unit: string, subject: string, year: number, plan: string, total: number) =>
    `Đã mở lượt tự rà soát năm ${year} của ${unit} (${subject.toLowerCase()}) theo ${plan}. Đồng chí là bí thư của đơn vị trong trợ lý này.\n\nCó ${total} câu. Chỉ hỏi số liệu, không hỏi tên người. Câu nào cũng có thể xem căn cứ, bỏ qua hoặc quay lại; trả lời đến đâu lưu đến đó, nghỉ lúc nào cũng được.`,
  openedAgain: (unit: string, year: number, plan: string, total: number) =>
    `Đã mở lượt tự rà soát năm ${year} của ${unit} theo ${plan}. Có ${total} câu; trả lời đến đâu lưu đến đó.`,
  resumed: (unit: string, year: number, plan: string, answered: number, total: number) =>
    `Làm tiếp lượt tự rà soát năm ${year} của ${unit} theo ${plan}: đã trả lời ${answered}/${total} câu. (Năm khác, đơn vị khác: gõ “lượt khác”. Làm lại: gõ “làm lại từ đầu”.)`,
  noVerdictAhead: (none: string) =>
    `${none}. Vì vậy cuối lượt chỉ có bảng từng nội dung, không có kết luận đạt hay không đạt.`,
  reportHere: 'Báo cáo tự rà soát của đồng chí:',
  buildPlanHere:
    'Kế hoạch xây dựng mô hình theo Mẫu 1, điền sẵn từ các tiêu chí; phần để trống do đơn vị ghi:',
  noNotice:
    'Thông báo theo Mẫu 2 chỉ dành cho đảng ủy của đảng bộ theo Hướng dẫn Cần Đước; đơn vị, văn bản này không có mẫu ấy.',
  noTemplate: (type: string) => `${type} không có mẫu kế hoạch xây dựng mô hình.`,
  goneOn: 'Trở lại phần tự rà soát:',

  progress: (number: number, total: number, criterion: string, title: string) =>
    `(${number}/${total}) ${criterion}. ${title}`,
  standing: (said: string) => `Đang ghi: ${said}.`,
  note: (note: string) => `Ghi chú: ${note}`,
  encouraged: 'Việc này văn bản chỉ khuyến khích; trả lời thế nào cũng không làm thay đổi kết quả.',
  besideVerdict: 'Câu này nêu kèm, không tính vào kết quả.',
  naWhen: (when: string) => `Chọn “Không áp dụng” ${when}.`,
  recorded: (said: string, outcome: string) =>
    said.toLowerCase().endsWith(outcome) || said.startsWith(outcome)
      ? `Đã ghi: ${said}.`
      : `Đã ghi: ${said} – ${outcome}.`,
  outcomes: {
    met: 'đáp ứng',
    unmet: 'chưa đáp ứng',
    unknown: 'chưa đủ dữ liệu',
    na: 'không áp dụng',
  } as Record<string, string>,
  noted: (title: string, said: string, note: string) =>
    `Đã lưu ghi chú cho câu “${title}” (${said}): ${note}.`,
  skippedNow: 'Đã để lại câu này; sẽ nhắc khi xem lại.',
  atFirst: 'Đây là câu đầu tiên, không lùi được nữa.',
  reason: (when: string | null) =>
    `Vì sao không áp dụng? Đồng chí gõ lý do${when ? ` (văn bản: ${when})` : ''}; lý do được ghi vào báo cáo.`,
  reasonMissing:
    'Cần một lý do bằng chữ, ví dụ “chi bộ không được giao chỉ tiêu”. Đồng chí gõ lý do, hoặc chọn “Quay lại”.',
  secondNumber: (first: number, label: string) =>
    `Đã đọc được số ${first}. Còn ${label} là bao nhiêu? Gõ số ấy, hoặc gõ lại cả hai, ví dụ ${first}/${first}.`,
  notUnderstood: (typed: string, form: string) => `Tôi chưa đọc được “${typed}” là câu trả lời nào. ${form}`,
  partAboveWhole: (part: number, whole: number) =>
    `${part}/${whole}: phần (${part}) lớn hơn tổng số (${whole}), không thể như vậy. Đồng chí xem lại hai số rồi gõ lại.`,
  notWhole: (typed: string, form: string) =>
    `“${typed}” không phải số nguyên từ 0 mà trợ lý tính được chính xác. ${form}`,
  readBack: (said: string, labels: string) =>
    `Tôi hiểu là ${said}${labels === '' ? '' : ` (${labels})`}. Đúng không?`,
  readYes: 'Đúng, ghi như vậy',
  readNo: 'Không đúng, tôi trả lời lại',
  readDropped: 'Chưa ghi gì. Đồng chí trả lời lại câu này:',
  percentage: (form: string) =>
    `Cần số lượng cụ thể, không phải phần trăm, để so sánh chính xác, không làm tròn. ${form}`,
  tooMany: (form: string) => `Trong câu có nhiều số, tôi chưa rõ lấy số nào. ${form}`,
  noFigures: 'Câu này không nhận số liệu. Đồng chí chọn “Tốt hơn”, “Bằng” hoặc “Kém hơn” cùng kỳ.',
  whichAnswer: (first: string, second: string) =>
    `Đồng chí vừa nói cả “${first}” và “${second}”. Ghi câu nào?`,
  answeredBetween: (who: string, theirs: string, own: string) =>
    `Trong lúc đó ${who} đã trả lời câu này: ${theirs}. Đồng chí vừa trả lời: ${own}. Giữ câu nào? (Cả hai đều được lưu trong lịch sử.)`,
  news: (who: string, lines: string[]) =>
    `${capital(who)} đã trả lời trong lúc đồng chí vắng:\n${lines.join('\n')}`,
  newsLine: (number: number, title: string, said: string) => `– Câu ${number}, ${title}: ${said}`,
  takenBack: 'đã bỏ câu trả lời',
  nameSeen: 'Không cần ghi tên người: trợ lý chỉ cần số liệu. Tên vừa gõ không được lưu.',

  clauseOf: (title: string) => `Căn cứ của câu “${title}”:`,
  readAs: (id: string, reading: string) => `Cách hiểu ${id}: ${reading}`,
  decide:
    'Nếu cấp ủy, chi bộ đã có quyết định riêng về câu này, gõ ví dụ: “quyết định: đạt, căn cứ Nghị quyết số …”.',

  settled: (result: string, because: string | null) =>
    `Đến đây kết quả đã rõ: ${result}${because ? ` (vì câu “${because}” chưa đáp ứng)` : ''}. Các câu còn lại không làm thay đổi kết quả. Đồng chí có thể trả lời tiếp để báo cáo đầy đủ, hoặc chọn “Xem lại và nộp”.`,
  allAnswered: 'Đã qua hết các câu.',
  left: (answered: number, total: number) =>
    `Đã lưu (${answered}/${total} câu). Khi nào làm tiếp, đồng chí gõ /danhgia, trợ lý trở lại đúng chỗ này.`,
  leftSetup: 'Đã dừng, chưa mở lượt tự rà soát nào. Khi cần, đồng chí gõ /danhgia.',
  overSure: (count: number) =>
    `Làm lại từ đầu: ${count} câu đã trả lời sẽ không được tính nữa (vẫn còn trong lịch sử, không xóa). Đồng chí chắc chứ?`,
  overYes: 'Làm lại từ đầu',
  overNo: 'Không, giữ các câu đã trả lời',
  overDone: 'Đã bắt đầu lại. Các câu trả lời cũ vẫn được lưu trong lịch sử.',
  overNothing: 'Chưa có câu trả lời nào nên không cần làm lại.',
  nothingOpen: 'Đồng chí chưa mở lượt tự rà soát nào. Gõ /danhgia để bắt đầu.',
  oldChoice: 'Nút này đã cũ nên không còn dùng được; chưa có gì thay đổi.',
  readOnly:
    'Đồng chí là thành viên nên xem được, không trả lời hay nộp được; việc ấy của bí thư, phó bí thư.',
  gone: 'Lượt tự rà soát này không còn mở với đồng chí.',
  noteFirst: 'Chưa có câu trả lời nào để ghi chú. Đồng chí trả lời câu đang hỏi, có thể kèm “ghi chú: …”.',
  notMatched: 'Tôi chưa rõ đồng chí muốn sửa câu nào. Gõ “xem lại” rồi “sửa” và số câu, ví dụ “sửa 7”.',

  fixes: (fix: {
    number: number;
    title: string;
    before: string;
    after: string;
    outcome: string;
    verdict: string;
  }) =>
    `Đồng chí muốn sửa câu ${fix.number}, “${fix.title}”?\n\n– Đang ghi: ${fix.before}\n– Sẽ ghi: ${fix.after} (${fix.outcome})\n– Kết quả chung: ${fix.verdict}`,
  newVerdict: (before: string, after: string) => `${before} → ${after}`,
  sameVerdict: (words: string) => `${words} (không đổi)`,
  notAnswered: 'chưa trả lời',
  fixKept: (number: number, said: string) => `Đã sửa câu ${number}: ${said}.`,
  fixDropped: 'Giữ nguyên như cũ.',
  alreadySo: (number: number, said: string) => `Câu ${number} đang ghi đúng như vậy rồi: ${said}.`,
  candidates: 'Điều đồng chí vừa nói có thể thuộc mấy câu sau. Ghi vào câu nào?',
  valueNeeded: (number: number, title: string) =>
    `Câu cần sửa là câu ${number}, “${title}”. Đồng chí trả lời lại câu này:`,

  rulebookChanged: (plan: string) =>
    `Bộ tiêu chí của ${plan} trong trợ lý đã thay đổi từ lần đồng chí làm trước. Mọi câu trả lời được giữ nguyên.`,
  rulebookVerdicts: (before: string, after: string) =>
    `Kết quả theo bộ cũ: ${before}. Kết quả theo bộ mới: ${after}.`,
  rulebookVerdictNow: (after: string) => `Bộ cũ không còn lưu để so sánh. Kết quả theo bộ mới: ${after}.`,
  rulebookSame: 'Không câu nào đổi kết quả.',
  rulebookLine: (title: string, before: string, after: string) => `– ${title}: ${before} → ${after}`,
  rulebookDropped: (lines: string[]) =>
    `Những câu trả lời sau không còn trong bộ mới nên được giữ lại mà không tính: ${lines.join('; ')}.`,
  rulebookAdded: (titles: string[]) => `Câu mới: ${titles.join('; ')}.`,

  unitDescribed: (what: string, value: string) => `Đã ghi ${what}: ${value}.`,
  described: { name: 'tên đơn vị', superior: 'cấp trên trực tiếp', place: 'địa danh' } as Record<
    string,
    string
  >,
  onlySecretary: 'Việc này của bí thư, người đã mở đơn vị trong trợ lý.',
};
