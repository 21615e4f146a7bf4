import { describe, expect, it } from 'vitest';
import { sentencesOf } from '../../models/agent-sentences.ts';
import { CD, knowledge, QB, TKV, TP } from '../../testing/five-plans.ts';
import type { Why } from './claim.ts';
import { judged, spanOf } from './testing/claim-sets.ts';

const DEADLINE = spanOf(CD, 'trước ngày 01/12 hàng năm');
const why = (text: string, plan: string, cites: string): Why | null =>
  judged(text, [spanOf(plan, cites)]).dropped[0]?.why ?? null;

describe('the gate', () => {
  it('[M33] takes only ids that were given in this turn, of plans that may be spoken of', () => {
    const text = 'Báo cáo kết quả gửi Ban Tổ chức Huyện ủy trước ngày 01/12 hằng năm.';
    expect(judged(text, [DEADLINE]).kept).toEqual([{ text, spans: ['s1'], places: [DEADLINE] }]);
    const say = (spans: string[], scope?: string[]) =>
      judged(text, [DEADLINE], { claim: { text, spans }, ...(scope ? { scope } : {}) }).dropped[0]?.why;
    expect(say([])).toBe('unknown-span');
    expect(say(['s2'])).toBe('unknown-span');
    expect(say(['s1', 's7'])).toBe('unknown-span');
    expect(say(['s1'], [QB])).toBe('other-plan');
  });

  it('[M34] names only the sentences that bear a claim as its source', () => {
    const text = 'Báo cáo kết quả gửi Ban Tổ chức Huyện ủy trước ngày 01/12 hằng năm.';
    const other = spanOf(CD, 'thì hủy bỏ kết quả công nhận');
    expect(judged(text, [other, DEADLINE]).kept).toEqual([{ text, spans: ['s2'], places: [DEADLINE] }]);
  });

  it('[M34] shows the sentence of the clause that bears a claim when another of it was cited', () => {
    const cited = spanOf(QB, 'Chấp hành Quy định của Ban Chấp hành Trung ương về những điều');
    const bearing = spanOf(QB, 'Thường xuyên quán triệt đến cán bộ, đảng viên về thực hiện tốt chủ trương');
    const text = 'Thường xuyên quán triệt đến cán bộ, đảng viên chủ trương, đường lối của Đảng.';
    expect(judged(text, [cited]).kept).toEqual([{ text, spans: ['s1'], places: [bearing] }]);
  });

  it('[M34] joins no two sentences into one that neither says', () => {
    const cited = [
      spanOf(CD, 'Đối với tổ chức cơ sở đảng'),
      spanOf(CD, 'Đối với chi bộ trực thuộc: Việc xét'),
    ];
    expect(judged('Chi bộ trực thuộc do Ban Thường vụ Huyện ủy xét, công nhận.', cited).kept).toEqual([]);
  });

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

  it('[M36] lets a clause be named by its own address', () => {
    expect(
      why('Theo mục III, khoản 1, báo cáo kết quả thực hiện trước ngày 20/12.', QB, 'trước ngày 20/12'),
    ).toBeNull();
  });

  it('[M38] a sentence of a plan, said word for word, stands on itself', () => {
    const fallen: string[] = [];
    let said = 0;
    for (const plan of knowledge.plans)
      for (const { start, end } of sentencesOf(plan)) {
        const text = plan.text.slice(start, end).replace(/\s+/g, ' ').trim();
        // A heading, an opening of a list and a signature say nothing by themselves; longer ones are no claims.
        if (text.length > 390 || text.split(' ').length < 8 || /[:*]$/.test(text) || text.startsWith('T/M'))
          continue;
        said++;
        if (judged(text, [{ plan: plan.id, start, end }]).kept.length === 0) fallen.push(text);
      }
    expect(said).toBeGreaterThan(350);
    expect(fallen.length / said).toBeLessThan(0.01);
  });

  it('[M37] judges any text without an exception, in proportional time', () => {
    const texts = [
      '',
      '“',
      '%%%',
      '1/0',
      'không '.repeat(60),
      'từ '.repeat(100),
      '((((',
      '[s1]',
      'Ban '.repeat(90),
      '9'.repeat(399),
    ];
    const began = performance.now();
    for (const text of texts) expect(judged(text, [DEADLINE]).kept).toEqual([]);
    expect(performance.now() - began).toBeLessThan(2000);
  });
});
