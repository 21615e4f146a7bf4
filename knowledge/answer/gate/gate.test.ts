import { describe, expect, it } from 'vitest';
import { sentencesOf } from '../../models/agent-sentences.ts';
import { CD, knowledge, QB } from '../../testing/five-plans.ts';
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
