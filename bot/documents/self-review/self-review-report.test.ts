import { describe, expect, test } from 'vitest';
import { formOf } from '../form.ts';
import { partOf } from '../testing/edit-docx.ts';
import { readBack } from '../testing/read-back.ts';
import { canDuoc, goodAnswers, review, rulebookOf } from '../testing/samples.ts';
import { selfReviewReport } from './self-review-report.ts';

const disciplined = review(canDuoc, 'chi-bo-ap', { 'cd-1.3d': { count: 2 }, 'cd-1.2d-ke-chuyen': 'unknown' });

describe('the self-review report', () => {
  test('[D2] carries the heading block of a chi bộ, without a colon after Số', async () => {
    const lines = (await readBack(await selfReviewReport(disciplined))).split('\n');
    expect(lines.slice(0, 6)).toEqual([
      'ĐẢNG BỘ XÃ TÂN TRẠCH',
      'CHI BỘ ẤP 3',
      '*',
      'Số ……-BC/CB',
      'ĐẢNG CỘNG SẢN VIỆT NAM',
      'Tân Trạch, ngày 05 tháng 02 năm 2026',
    ]);
  });

  test('[D1] has paper, margins and type of the chosen rules', async () => {
    const now = partOf(await selfReviewReport(disciplined), 'word/document.xml');
    expect(now).toContain('<w:pgSz w:w="11906" w:h="16838"');
    expect(now).toMatch(/<w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701"/);
    expect(now).toContain('w:line="360" w:lineRule="exact"');
    expect(now).toContain('w:firstLine="567"');
    const old = partOf(await selfReviewReport(disciplined, formOf('66-36')!), 'word/document.xml');
    expect(old).toMatch(/<w:pgMar w:top="1417" w:right="850" w:bottom="1417" w:left="1984"/);
    expect(old).toContain('1- Điều quyết định kết quả');
  });

  test('[D3] says that it is the form of the software and no template of the plan', async () => {
    const text = await readBack(await selfReviewReport(disciplined));
    expect(text).toContain('Mẫu tham khảo của phần mềm; Hướng dẫn 10-HD/BTCHU không ban hành mẫu này');
    expect(text).not.toContain('DỰ THẢO');
    expect(await readBack(await selfReviewReport({ ...disciplined, status: 'draft' }))).toContain('DỰ THẢO');
  });

  test('[D4] tells the verdict in the words of the plan, what decided it, what is missing and what would turn it', async () => {
    const text = await readBack(
      await selfReviewReport({ ...disciplined, notes: { 'cd-1.3d': 'Sổ theo dõi kỷ luật' } }),
    );
    expect(text).toContain('Kết quả tự rà soát: không đạt (suy luận từ Lưu ý và Mẫu 2).');
    expect(text).toContain(
      'Số tổ chức đảng, đảng viên bị xử lý kỷ luật: 2, cần bằng 0 (mục III, khoản 1.3, đoạn 4).',
    );
    expect(text).toContain('Phân công đảng viên kể mẩu chuyện về Bác hằng tháng: chưa có số liệu');
    expect(text).toContain('Cần bằng 0, hiện là 2');
    expect(text).toContain(
      'A4-3: “bị xử lý kỷ luật” tính theo năm vi phạm hay năm ra quyết định? Không nói;',
    );
    expect(text).toContain('Việc xét, công nhận “chi bộ bốn tốt”: đảng ủy cơ sở (mục III, khoản 2, đoạn 2).');
    expect(text).toContain('không phải kết quả xét, công nhận');
    expect(text).toContain('Minh chứng, ghi chú: Sổ theo dõi kỷ luật');
  });

  test('[D4] what the result is not is said once', async () => {
    const text = await readBack(await selfReviewReport(disciplined));
    for (const line of disciplined.rulebook.isNot) expect(text.split(line)).toHaveLength(2);
  });

  test('[D4] never calls a self-review recognised', async () => {
    const text = await readBack(await selfReviewReport(review(canDuoc, 'chi-bo-ap')));
    expect(text).toContain('Kết quả tự rà soát: đạt (suy luận từ Lưu ý và Mẫu 2).');
    expect(text).not.toContain('được công nhận');
  });

  test('[D5] a plan without a verdict gives none', async () => {
    const text = await readBack(await selfReviewReport(review('quang-binh-69-kh-duk', 'chi-bo')));
    expect(text).toContain('Kết quả tự rà soát: Kế hoạch 69-KH/ĐUK không quy định mức đạt.');
    expect(text).not.toMatch(/Kết quả tự rà soát: (đạt|không đạt)/);
    expect(text).toContain(
      'Kế hoạch không quy định cơ quan nào xét, công nhận “Chi bộ bốn tốt”, “Đảng bộ cơ sở bốn tốt”.',
    );
  });

  test('[D6] ends in a full stop and nowhere in “./.”', async () => {
    const text = await readBack(await selfReviewReport(disciplined));
    expect(text).not.toContain('./.');
    expect(text).toContain(
      'thuộc cấp có thẩm quyền.\nNơi nhận:\n- Đảng ủy xã Tân Trạch (b/c),\n- Lưu Chi bộ.\nT/M CHI BỘ\nBÍ THƯ',
    );
  });

  test('[D8] last year stands beside this year when it is given', async () => {
    const last = review(canDuoc, 'chi-bo-ap', {}, { year: 2025 });
    const text = await readBack(
      await selfReviewReport({ ...disciplined, previous: { year: 2025, evaluation: last.evaluation } }),
    );
    expect(text).toContain('SO VỚI NĂM 2025');
    expect(text).toContain('đáp ứng: 0, cần bằng 0\nchưa đáp ứng: 2, cần bằng 0');
    expect(await readBack(await selfReviewReport(disciplined))).not.toContain('SO VỚI NĂM');
  });

  test('[D11] equal input gives equal bytes, in whatever time zone', async () => {
    const first = await selfReviewReport(disciplined);
    const zone = process.env.TZ;
    process.env.TZ = 'Pacific/Kiritimati';
    const second = await selfReviewReport(structuredClone(disciplined));
    process.env.TZ = zone;
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
  });

  test('[D16] a hostile name is bounded text, and markup in it stays text', async () => {
    const unit = {
      name: `=HYPERLINK("http://x","y")<w:p/>&amp;\u202e\u0000${'A'.repeat(10_000)}`,
      superior: '<script>alert(1)</script>',
      place: '\u0007',
    };
    const docx = await selfReviewReport({ ...disciplined, unit });
    const text = await readBack(docx);
    expect(text).toContain('=HYPERLINK("http://x","y")<w:p/>&amp;AAA');
    expect(text).not.toContain('A'.repeat(120));
    expect(text).toContain('……………, ngày 05 tháng 02 năm 2026');
    expect(partOf(docx, 'word/document.xml')).not.toMatch(/w:hyperlink|\u202e|<script/);
  });

  test('[D16] a reason with control characters and no end is cut', async () => {
    const na = `\u202e${'lý do '.repeat(2000)}\u0000`;
    const docx = await selfReviewReport(review(canDuoc, 'chi-bo-ap', { 'cd-1.3a': { na } }));
    expect((await readBack(docx)).length).toBeLessThan(30_000);
  });

  test('[D2] what is not known of a unit is left blank to be written', async () => {
    const unit = { name: 'Chi bộ ấp 3', superior: null, place: null };
    const text = await readBack(await selfReviewReport({ ...disciplined, unit }));
    expect(text.startsWith('……………\nCHI BỘ ẤP 3\n')).toBe(true);
    expect(text).toContain('……………, ngày 05 tháng 02 năm 2026');
  });

  test('a subject the rulebook does not have is a mistake of the caller', async () => {
    const answers = goodAnswers(rulebookOf(canDuoc), 'chi-bo-ap');
    await expect(selfReviewReport({ ...disciplined, subject: 'chi-bo-la', answers })).rejects.toThrow(
      'chi-bo-la',
    );
  });
});
