import { describe, expect, it } from 'vitest';
import { BL, CD, QB, TKV, TP } from '../../testing/five-plans.ts';
import type { Why } from './claim.ts';
import { judged, spanOf } from './testing/claim-sets.ts';

const why = (text: string, plan: string, cites: string): Why | null =>
  judged(text, [spanOf(plan, cites)]).dropped[0]?.why ?? null;

describe('a sentence of a claim beside the sentence it cites', () => {
  it.each([
    ['3 = 03 = ba', TKV, 'theo 02 mức', 'Chi bộ tự rà soát, đánh giá theo hai mức đạt và không đạt.'],
    ['3 = 03 = ba', TKV, 'theo 02 mức', 'Chi bộ tự rà soát, đánh giá theo 2 mức: đạt và không đạt.'],
    ['a day in words', QB, 'trước ngày 20/12', 'Báo cáo kết quả thực hiện trước ngày 20 tháng 12 hằng năm.'],
    ['the last day', QB, 'trước ngày 20/12', 'Báo cáo kết quả thực hiện chậm nhất ngày 19/12 hằng năm.'],
    ['trên = hơn', TP, 'có 100% tổ chức', 'Hơn 90% tổ chức cơ sở đảng hoàn thành tốt nhiệm vụ.'],
    ['từ … trở lên = ít nhất', TP, 'từ 90% trở lên', 'Ít nhất 90% đảng viên hoàn thành tốt nhiệm vụ.'],
    ['dưới', TP, 'từ 90% trở lên', 'Đảng viên không hoàn thành nhiệm vụ dưới 0,4%.'],
    ['a courtesy', QB, 'trước ngày 20/12', 'Đồng chí nhớ báo cáo kết quả thực hiện trước 20/12 nhé.'],
    ['words that only lead to a fact', QB, 'trước ngày 20/12', 'Mốc cần nhớ: báo cáo kết quả trước 20/12.'],
    ['“tháng nào cũng”', TKV, 'Chi ủy, chi bộ họp thường lệ', 'Tháng nào chi bộ cũng họp thường lệ một lần.'],
    [
      'a count of what is listed',
      TKV,
      'Đối tượng thực hiện là các chi bộ',
      'Có ba loại: chi bộ cơ sở, chi bộ trực thuộc đảng bộ cơ sở và chi bộ trực thuộc đảng bộ bộ phận.',
    ],
    [
      'who issued a document',
      CD,
      'Căn cứ Hướng dẫn số 16-HD/BTCTU',
      'Hướng dẫn này căn cứ Hướng dẫn số 16-HD/BTCTU do Ban Tổ chức Tỉnh ủy ban hành ngày 13/9/2024.',
    ],
    [
      'steps in their turn',
      TP,
      'Khảo sát các chi bộ có đông đảng viên',
      'Sau khi khảo sát các chi bộ đông đảng viên, phải báo cáo Ban Thường vụ Huyện ủy xem xét cho sinh hoạt hằng tháng tại tổ đảng.',
    ],
    ['“chỉ … khi”', TP, 'họp đột xuất khi thật cần thiết', 'Họp đột xuất chỉ tổ chức khi thật cần thiết.'],
    ['“chỉ có hai mức”', TKV, 'theo 02 mức', 'Chỉ có hai mức thôi: đạt và không đạt.'],
    [
      '“muộn nhất … ngày trước”',
      TP,
      'trước khi họp ít nhất 3 ngày',
      'Nội dung họp cần gửi cho đại biểu chậm nhất 03 ngày trước khi họp.',
    ],
  ])('[M35] reads %s', (_, plan, cites, text) => {
    expect(why(text, plan, cites)).toBeNull();
  });

  it.each<[Why, string, string, string]>([
    ['number', TP, 'từ 90% trở lên', 'Trên 90% đảng viên hoàn thành tốt nhiệm vụ.'],
    ['number', TP, 'từ 90% trở lên', 'Đảng viên không hoàn thành nhiệm vụ dưới 4%.'],
    ['date', QB, 'trước ngày 20/12', 'Báo cáo kết quả thực hiện chậm nhất ngày 20/12 hằng năm.'],
    ['document', QB, 'Quán triệt mục đích, yêu cầu', 'Quán triệt mục đích, yêu cầu Hướng dẫn số 30-HD/TW.'],
    [
      'body',
      QB,
      'trước ngày 20/12',
      'Báo cáo kết quả thực hiện với Ban Tổ chức Đảng ủy Khối trước ngày 20/12.',
    ],
    ['role', CD, '01/12 hàng năm', 'Ban Thường vụ Huyện ủy tổng hợp, báo cáo Ban Tổ chức Huyện ủy.'],
    ['negation', CD, 'bị xử lý kỷ luật.', 'Có tổ chức đảng, đảng viên bị xử lý kỷ luật.'],
    [
      'modality',
      TKV,
      'Khuyến khích các Đảng ủy',
      'Các Đảng ủy trực thuộc phải xét, công nhận, khen thưởng hằng năm.',
    ],
    [
      'scope',
      TP,
      'ở một số chi bộ',
      'Thí điểm sinh hoạt hằng tháng tại một số tổ đảng có từ 50 đảng viên trở lên.',
    ],
    ['verdict', TKV, '04 tiêu chí nêu trên', 'Chi bộ của đồng chí không đạt “bốn tốt”.'],
    ['quote', QB, 'trước ngày 20/12', 'Kế hoạch ghi “nộp báo cáo qua mạng” trước ngày 20/12.'],
    ['address', QB, 'trước ngày 20/12', 'Theo mục V, khoản 9, báo cáo kết quả thực hiện trước ngày 20/12.'],
    ['words', QB, 'trước ngày 20/12', 'Báo cáo kết quả thực hiện trước ngày 20/12 kèm phụ lục.'],
    ['form', QB, 'trước ngày 20/12', 'Xem https://example.vn để báo cáo trước ngày 20/12.'],
    ['form', QB, 'trước ngày 20/12', 'Báo cáo trước ngày 20/12\u202e.'],
    ['form', QB, 'trước ngày 20/12', `Báo cáo ${'kết quả '.repeat(60)}trước ngày 20/12.`],
    ['form', QB, 'trước ngày 20/12', '截止日期是20/12.'],
  ])('[M36] says why: %s', (reason, plan, cites, text) => {
    expect(why(text, plan, cites)).toBe(reason);
  });

  it.each([
    [
      'the one worked with for the one who leads',
      TP,
      'Giao Ban Chỉ đạo thực hiện Chương trình',
      'Các cơ quan tham mưu, giúp việc của Huyện ủy chủ trì phối hợp với Ban Chỉ đạo kiểm tra, đôn đốc việc tổ chức thực hiện kế hoạch này.',
    ],
    [
      'what is fought for what is kept',
      CD,
      'dĩ hòa vi quý',
      'Trong sinh hoạt cần giữ tinh thần dĩ hòa vi quý, tránh va chạm.',
    ],
    [
      'during for before',
      TP,
      'trước khi họp ít nhất 3 ngày',
      'Nội dung họp được gửi cho đại biểu ngay tại cuộc họp.',
    ],
    [
      'a “không” borrowed from afar',
      TP,
      'Thường xuyên rà soát, sàng lọc',
      'Đảng viên không còn đủ tư cách không được đưa ra khỏi Đảng qua việc rà soát, sàng lọc thường xuyên.',
    ],
    [
      'the basis for what it is a basis of',
      BL,
      'Lấy kết quả, hiệu quả triển khai thực hiện các nội dung',
      'Mức độ hoàn thành nhiệm vụ của cấp ủy, tổ chức đảng được lấy làm cơ sở để đánh giá kết quả, hiệu quả triển khai các nội dung, tiêu chí của mô hình ba tốt.',
    ],
    [
      '“nếu A thì B” for “nếu B thì A”',
      TP,
      'nếu địa phương, cơ quan, đơn vị xảy ra tham nhũng',
      'Nếu cấp ủy, bí thư cấp ủy phải xem xét xử lý thì địa phương, cơ quan, đơn vị xảy ra tham nhũng, tiêu cực, mất đoàn kết nội bộ.',
    ],
    [
      'what a share is done to',
      TKV,
      'kết nạp đảng viên đạt về số lượng, chất lượng',
      'Hằng năm, chi bộ phải kết nạp 90% đảng viên theo chỉ tiêu được giao và đảng viên được xếp loại hoàn thành tốt nhiệm vụ trở lên.',
    ],
  ])('[M36] drops %s', (_, plan, cites, text) => {
    expect(why(text, plan, cites)).not.toBeNull();
  });
});
