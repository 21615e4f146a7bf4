import { describe, expect, test } from 'vitest';
import { readBack } from '../testing/read-back.ts';
import { canDuoc, notice, planOf, planToBuild } from '../testing/samples.ts';
import { announceResults } from './announce-results.ts';
import { buildPlan } from './build-plan.ts';
import { templateOf } from './template.ts';

describe('Mẫu 1, the plan to build', () => {
  test('[D9] the year is the given one and never the printed 2024', async () => {
    const text = await readBack(await buildPlan(planToBuild('chi-bo-ap', { year: 2027 })));
    expect(text).toContain('Xây dựng “Chi bộ 4 tốt” năm 2027');
    expect(text).not.toContain('năm 2024');
    expect(text).toContain('Số ……-KH/CB');
  });

  test('[D9] its contents are whole clauses of the guide, word for word', async () => {
    const text = await readBack(await buildPlan(planToBuild()));
    const plan = planOf(canDuoc);
    for (const id of ['III.1.1.1 đ1', 'III.1.1.1 đ4', 'III.1.2 đ4', 'III.1.3 đ4', 'III.1.4 đ4']) {
      const { start, end } = plan.clauses.find(clause => clause.id === id)!;
      expect(text).toContain(plan.text.slice(start, end).trim());
    }
    expect(text).toContain(
      'Số tổ chức đảng, đảng viên bị xử lý kỷ luật: 0 (“Không có tổ chức đảng, đảng viên bị xử lý kỷ luật”).',
    );
  });

  test('[D9] items 1 to 3 have a Chỉ tiêu, item 4 has none', async () => {
    const text = await readBack(await buildPlan(planToBuild()));
    const [, ...items] = text.split(/\n\d\. /);
    expect(items.map(item => item.includes('- Chỉ tiêu:'))).toEqual([true, true, true, false]);
    expect(items.every(item => item.includes('- Nội dung:') && item.includes('- Biện pháp thực hiện:'))).toBe(
      true,
    );
  });

  test('[D9] each kind of unit gets its own contents, a đảng bộ also the 90%', async () => {
    const office = await readBack(await buildPlan(planToBuild('chi-bo-truc-thuoc-khoi-co-quan')));
    expect(office).toContain('phù hợp với thực tiễn của cơ quan, đơn vị.');
    expect(office).not.toContain('chỉ tiêu thu ngân sách');
    expect(office).not.toContain('90%');
    const commune = await readBack(await buildPlan(planToBuild('dang-bo-xa')));
    expect(commune).toContain('Xây dựng “Đảng bộ cơ sở 4 tốt” năm 2026');
    expect(commune).toContain('phải có 90% số chi bộ trực thuộc đăng ký và đạt “chi bộ bốn tốt”.');
    expect(commune).toContain('T/M ĐẢNG ỦY');
    expect(commune).not.toContain('kể mẫu chuyện');
  });

  test('[D9] only a plan with templates has them', () => {
    expect(templateOf(canDuoc)).not.toBeNull();
    expect(templateOf('tkv-1288-kh-du')).toBeNull();
  });
});

describe('Mẫu 2, the notice', () => {
  test('[D10] lists who reached it, who did not and why, the grounds and both orders', async () => {
    const text = await readBack(await announceResults(notice()));
    expect(text).toContain('Kết quả đánh giá xếp loại “Chi bộ 4 tốt” năm 2026');
    expect(text).toContain('Số ……-TB/ĐU');
    expect(text).toContain('Căn cứ Hướng dẫn số 10-HD/BTCHU, ngày 28/10/2024');
    expect(text).toContain(
      'trong cuộc họp ngày 03/12/2026, Đảng ủy thông báo kết quả đánh giá “chi bộ 4 tốt” năm 2026 như sau:',
    );
    expect(text).toContain(
      '1. Chi bộ đạt “4 tốt”\n- Chi bộ ấp 1.\n- Chi bộ ấp 2.\n- Chi bộ ấp 4.\n2. Chi bộ không đạt “4 tốt”',
    );
    expect(text).toContain('- Chi bộ ấp 3. Lý do: có 01 đảng viên bị xử lý kỷ luật (nội dung 1.3).');
    expect(text).toContain('Yêu cầu cấp ủy, chi bộ thông báo đến đảng viên trong chi bộ.');
    expect(text).toContain('phải xây dựng kế hoạch khắc phục, thời gian hoàn thành 31/3/2027.');
    expect(text).toContain('T/M ĐẢNG ỦY\nBÍ THƯ');
    expect(text).not.toContain('./.');
  });

  test('[D10] an empty list and a missing date are said or left blank, never made up', async () => {
    const {
      meeting: _,
      deadline: __,
      ...rest
    } = notice({ met: [], unmet: [{ name: 'Chi bộ ấp 3', reason: '' }] });
    const text = await readBack(await announceResults(rest));
    expect(text).toContain('1. Chi bộ đạt “4 tốt”\nKhông có.');
    expect(text).toContain('Chi bộ ấp 3. Lý do: …');
    expect(text).toContain('trong cuộc họp ngày ……/……/…………');
  });
});
