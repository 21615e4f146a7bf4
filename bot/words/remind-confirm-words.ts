import { capital } from './requirement-words.ts';

/** Confirming that a plan still applies: somebody says so, by a document; the assistant never does. */
export const confirmWords = {
  offer: (plan: string, unit: string, note: string | null) =>
    `${note ?? `${capital(plan)} chưa có xác nhận còn áp dụng.`}\n\nVì vậy, với ${unit}, các hạn theo ${plan} mới chỉ được hiện, chưa nhắc ai. Nếu có văn bản cho biết kế hoạch vẫn còn áp dụng, đồng chí chọn “Xác nhận kế hoạch còn áp dụng” và ghi số văn bản ấy; chưa có thì cứ để như vậy.`,
  ask: (plan: string) =>
    `Văn bản nào cho biết ${plan} vẫn còn áp dụng? Đồng chí gõ số, ký hiệu và ngày, ví dụ “Công văn số 12-CV/ĐU ngày 05/01/2026”.`,
  badDocument:
    'Cần số, ký hiệu của văn bản (từ 3 đến 200 ký tự, có chữ và có số), ví dụ “Công văn số 12-CV/ĐU ngày 05/01/2026”.',
  sure: (plan: string, unit: string, document: string) =>
    `Ghi nhận: theo “${document}”, ${plan} vẫn còn áp dụng với ${unit}. Từ nay các hạn theo kế hoạch được nhắc cho mọi thành viên của đơn vị. Đúng như vậy chứ?`,
  yes: 'Đúng, ghi nhận',
  again: 'Ghi lại số văn bản',
  confirmed: (plan: string, unit: string, document: string) =>
    `Đã ghi: đồng chí xác nhận ${plan} còn áp dụng với ${unit}, theo “${document}”. Các hạn từ nay được nhắc.`,
  already: (document: string) =>
    `Kế hoạch đã được xác nhận còn áp dụng, theo “${document}”. Muốn bỏ xác nhận, đồng chí vào cài đặt nhắc việc.`,
  takenBack: (unit: string) =>
    `Đã bỏ xác nhận kế hoạch còn áp dụng với ${unit}. Các hạn theo kế hoạch chỉ được hiện, không nhắc nữa.`,
  notConfirmed: 'Kế hoạch chưa được ai xác nhận nên không có gì để bỏ.',
  notNeeded: 'Kế hoạch này không cần xác nhận thêm.',
  onlySecretary:
    'Việc xác nhận kế hoạch còn áp dụng do bí thư của đơn vị làm, có ghi số văn bản. Đồng chí báo bí thư giúp.',
  noUnit: 'Đơn vị này không có trong danh sách của đồng chí.',
};
