import { describe, expect, it } from 'vitest';
import { BL, CD, TKV } from '../../testing/five-plans.ts';
import { judged, spanOf } from './testing/claim-sets.ts';

const KEEPS = spanOf(BL, 'xây dựng kế hoạch cụ thể hóa các nội dung của mô hình ba tốt');
const SENDS = spanOf(BL, 'Gửi kế hoạch về Thường trực Huyện uỷ');
const SHARE = spanOf(CD, 'phải có 90% số chi bộ trực thuộc đăng ký');
const DECIDES = spanOf(CD, 'Đối với tổ chức cơ sở đảng: Việc xét');
const kept = (text: string, plan: string, ...cites: string[]) =>
  judged(
    text,
    cites.map(words => spanOf(plan, words)),
  ).kept;

describe('claims on several cited sentences', () => {
  it('[M34] a sentence of a claim may rest on two cited ones, each half on one that says all of it', () => {
    const text =
      'Đảng ủy xã, thị trấn xây dựng kế hoạch cụ thể hóa mô hình ba tốt, rồi gửi về Thường trực Huyện ủy, qua Ban Tổ chức Huyện ủy, trước ngày 26/4/2024.';
    expect(judged(text, [KEEPS, SENDS]).kept).toEqual([
      { text, spans: ['s1', 's2'], places: [KEEPS, SENDS] },
    ]);
    expect(judged(text, [KEEPS]).kept).toEqual([]);
    expect(judged(text.replace('26/4', '27/4'), [KEEPS, SENDS]).kept).toEqual([]);
  });

  it('[M34] what a sentence begins with, who acts and “phải” are held against both halves', () => {
    const text =
      'Muốn được xét đạt “đảng bộ cơ sở bốn tốt”, phải có 90% số chi bộ trực thuộc đăng ký và đạt “chi bộ bốn tốt”; thẩm quyền công nhận là Ban Thường vụ Huyện ủy.';
    expect(judged(text, [SHARE, DECIDES]).kept).toHaveLength(1);
    expect(
      judged(text.replace('Ban Thường vụ Huyện ủy', 'Ban Tổ chức Huyện ủy'), [SHARE, DECIDES]).kept,
    ).toEqual([]);
    const must =
      'Các Đảng ủy trực thuộc phải xét, công nhận, khen thưởng “chi bộ bốn tốt” hằng năm, trước hoặc trong tổng kết công tác năm.';
    expect(
      kept(
        must,
        TKV,
        'Khuyến khích các Đảng ủy',
        'sẽ tổ chức 5 năm 2 lần',
        'thuộc thẩm quyền của đảng ủy cơ sở',
      ),
    ).toEqual([]);
  });

  it('[M34] the pieces of a sentence that is cut at its semicolons are cited with it', () => {
    const text =
      'Kế hoạch 07-KH/TW ngày 17/8/2022 do Bộ Chính trị ban hành để thực hiện Nghị quyết 21-NQ/TW.';
    const places = kept(text, CD, 'Kế hoạch số 79-KH/TU').flatMap(each => each.places);
    expect(places).toHaveLength(1);
  });

  it('[M34] the “Có, …” that answers a question is left out: only what the plan says is shown', () => {
    const [said] = kept(
      'Không, việc xếp loại “chi bộ bốn tốt” không thay thế việc đánh giá, xếp loại tổ chức đảng, đảng viên hằng năm.',
      TKV,
      'không thay thế cho việc đánh giá',
    );
    expect(said?.text).toBe(
      'Việc xếp loại “chi bộ bốn tốt” không thay thế việc đánh giá, xếp loại tổ chức đảng, đảng viên hằng năm.',
    );
  });
});
