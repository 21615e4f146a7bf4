import { describe, expect, test } from 'vitest';
import { bodyOf, currentForm, formOf, forms } from './form.ts';
import { placeDate } from './heading-block.ts';
import { committeeName, organisationName } from './party-name.ts';

describe('the form of Party documents', () => {
  test('[D1] the rules of 2026 are in force, the older ones an option, both data', () => {
    expect(forms.map(({ id }) => id)).toEqual(['399-05', '66-36']);
    expect(currentForm.id).toBe('399-05');
    expect(currentForm.margins).toEqual({ top: 20, bottom: 20, left: 30, right: 15 });
    expect(currentForm.body).toMatchObject({ size: 14, line: 18, firstLine: 10 });
    expect(formOf('66-36')?.marks.item).toBe('-');
    expect(formOf('30-2020')).toBeNull();
  });

  test('[D1] a value that no rule was found for is named as not confirmed', () => {
    expect(formOf('66-36')?.unconfirmed.map(({ field }) => field)).toContain('margins');
  });

  test('[D2] a day below 10 and the months 1 and 2 get a 0', () => {
    expect(placeDate('Cần Đước', '2026-02-05')).toBe('Cần Đước, ngày 05 tháng 02 năm 2026');
    expect(placeDate('Cần Đước', '2026-11-21')).toBe('Cần Đước, ngày 21 tháng 11 năm 2026');
    expect(placeDate('Cần Đước', '2026-03-09')).toBe('Cần Đước, ngày 09 tháng 3 năm 2026');
  });

  test('[D2] the organisation stands above, the committee issues and receives', () => {
    expect(organisationName('Đảng ủy xã Tân Trạch')).toBe('Đảng bộ xã Tân Trạch');
    expect(organisationName('Đảng uỷ xã Tân Trạch')).toBe('Đảng bộ xã Tân Trạch');
    expect(organisationName('Huyện ủy Cần Đước')).toBe('Đảng bộ huyện Cần Đước');
    expect(committeeName('Đảng bộ huyện Cần Đước')).toBe('Huyện ủy Cần Đước');
    expect(committeeName('Đảng bộ Công ty X')).toBe('Đảng ủy Công ty X');
    expect(committeeName('Chi bộ ấp 3')).toBe('Chi bộ ấp 3');
  });

  test('[D7] who signs follows from the kind of body', () => {
    expect(bodyOf('Chi bộ ấp, khu phố')).toMatchObject({ sign: 'T/M CHI BỘ', post: 'BÍ THƯ', symbol: 'CB' });
    expect(bodyOf('Chi ủy, chi bộ cơ sở').sign).toBe('T/M CHI BỘ');
    expect(bodyOf('Đảng bộ xã, thị trấn')).toMatchObject({ sign: 'T/M ĐẢNG ỦY', symbol: 'ĐU' });
    expect(bodyOf('Đảng bộ huyện').sign).toBe('T/M HUYỆN ỦY');
    expect(bodyOf('Tập thể lãnh đạo cơ quan, đơn vị').sign).toBe('T/M TẬP THỂ LÃNH ĐẠO');
    expect(bodyOf('Chi bộ ấp, khu phố').space).not.toContain('dấu');
  });
});
