import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { builtInRulebooks, evaluate, readRulebook } from '../../evaluators/index.ts';
import { announceResults, buildPlan, selfReviewReport, verifyDocument } from './index.ts';
import { openDocx } from './seal/open-docx.ts';
import { answersHashOf, readSeal, type Seal, sealProperties } from './seal/seal.ts';
import { editPart, partOf } from './testing/edit-docx.ts';
import { canDuoc, notice, planToBuild, review, rulebookOf, rulebooks } from './testing/samples.ts';

const input = review(canDuoc, 'chi-bo-ap', { 'cd-1.3d': { count: 1 } });
const issued = await selfReviewReport(input);
const check = (bytes: Uint8Array) => verifyDocument(bytes, rulebooks);
const document = 'word/document.xml';

describe('a document as issued', () => {
  test('[D12] every kind verifies, and says its code', async () => {
    for (const docx of [issued, await buildPlan(planToBuild()), await announceResults(notice())]) {
      const { code, sentences } = check(docx);
      expect(code).toBe(0);
      expect(sentences).toContain('Chữ trong văn bản đúng như khi xuất.');
      const shown = /Mã kiểm tra: ([0-9a-f-]+)/.exec(partOf(docx, 'word/footer1.xml'))?.[1];
      expect(sentences[0]).toContain(`mã kiểm tra ${shown}`);
    }
  });

  test('[D12] a report verifies to the verdict it was issued with', () => {
    expect(check(issued).sentences).toContain(
      'Các câu trả lời vẫn cho kết quả tự rà soát: không đạt (suy luận từ Lưu ý và Mẫu 2).',
    );
  });

  test('[D12] another division of the same words into runs and empty paragraphs changes nothing', () => {
    const resaved = editPart(issued, document, xml =>
      xml
        .replace('>BÁO CÁO<', '>BÁO<w:lastRenderedPageBreak/><')
        .replace(
          '>BÁO<w:lastRenderedPageBreak/></w:t>',
          '>BÁO</w:t></w:r><w:proofErr w:type="spellEnd"/><w:r><w:t xml:space="preserve"> CÁO</w:t>',
        )
        .replace('<w:sectPr', '<w:p/><w:sectPr'),
    );
    expect(check(resaved).code).toBe(0);
  });
});

describe('a document that was changed', () => {
  test('[D13] one changed word is found', () => {
    const { code, sentences } = check(editPart(issued, document, xml => xml.replace('không đạt', 'đạt')));
    expect(code).toBe(1);
    expect(sentences).toContain('Chữ trong văn bản đã thay đổi so với khi xuất.');
  });

  test('[D13] so are a line at the foot, hidden words and a picture', () => {
    const foot = editPart(issued, 'word/footer1.xml', xml =>
      xml.replace('</w:t>', ' Đã được công nhận</w:t>'),
    );
    expect(check(foot).sentences).toContain(
      'Phần đầu trang, chân trang hoặc chú thích đã thay đổi so với khi xuất.',
    );
    const hidden = editPart(issued, document, xml => xml.replace('<w:rPr>', '<w:rPr><w:vanish/>'));
    expect(check(hidden).code).toBe(1);
    const picture = editPart(issued, document, xml =>
      xml.replace('<w:sectPr', '<w:p><w:r><w:drawing/></w:r></w:p><w:sectPr'),
    );
    expect(check(picture).code).toBe(1);
  });

  test('[D13] changed or missing data are found', () => {
    const dropped = editPart(issued, 'docProps/custom.xml', xml =>
      xml.replace(/<property [^>]*name="TroLyCapUy\.DuLieu\.0002">.*?<\/property>/, ''),
    );
    const altered = editPart(issued, 'docProps/custom.xml', xml =>
      xml.replace('>chi-bo-ap<', '>dang-bo-xa<'),
    );
    for (const bytes of [dropped, altered]) {
      expect(check(bytes).code).toBe(1);
      expect(check(bytes).sentences.join()).toContain('dữ liệu kèm theo đã bị sửa');
    }
  });

  test('[D13] answers exchanged together with their hash do not fit the code at the foot, nor the verdict', () => {
    const seal = sealOf(issued);
    const answers = review(canDuoc, 'chi-bo-ap').answers;
    const reseal = (forged: Seal) =>
      editPart(issued, 'docProps/custom.xml', () => propertiesXml(sealProperties(forged)));
    expect(check(reseal({ ...seal, answers })).sentences.join()).toContain('dữ liệu kèm theo đã bị sửa');
    const { code, sentences } = check(reseal({ ...seal, answers, answersHash: answersHashOf(answers) }));
    expect(code).toBe(1);
    expect(sentences.join()).toContain('Tính lại bây giờ là: đạt');
    expect(sentences).toContain('Phần đầu trang, chân trang hoặc chú thích đã thay đổi so với khi xuất.');
  });
});

describe('a rulebook that changed', () => {
  const file = join(builtInRulebooks, `${canDuoc}.yaml`);
  const text = readFileSync(file, 'utf8');
  const changedTo = (edit: (yaml: string) => string) => {
    const { rulebook, problems } = readRulebook({ id: canDuoc, file, text: edit(text), duties: null });
    expect(problems).toEqual([]);
    return new Map([[canDuoc, rulebook!]]);
  };

  test('[D14] the verdict that still holds is said to hold', () => {
    const { code, sentences } = verifyDocument(
      issued,
      changedTo(yaml => `${yaml}\n# a remark\n`),
    );
    expect(code).toBe(0);
    expect(sentences).toContain('Bộ tiêu chí đã thay đổi kể từ khi xuất.');
  });

  test('[D14] a verdict that turned is told with the old and the new one', async () => {
    const ranked = review(canDuoc, 'chi-bo-ap');
    const docx = await selfReviewReport(ranked);
    const stricter = changedTo(yaml =>
      yaml.replaceAll("test: '>= hoan-thanh-tot-nhiem-vu'", "test: '>= hoan-thanh-xuat-sac-nhiem-vu'"),
    );
    expect(evaluate(stricter.get(canDuoc)!, ranked)?.outcome).not.toBe('met');
    const { code, sentences } = verifyDocument(docx, stricter);
    expect(code).toBe(1);
    expect(sentences.join('\n')).toMatch(
      /Khi xuất, kết quả tự rà soát là: đạt .*Tính lại bây giờ là: không đạt/,
    );
  });

  test('[D14] a rulebook or subject that is gone is said, and the text is still checked', () => {
    const { code, sentences } = verifyDocument(issued, new Map());
    expect(code).toBe(1);
    expect(sentences).toContain('Chữ trong văn bản đúng như khi xuất.');
    const gone = { ...rulebookOf(canDuoc), subjects: [] };
    expect(verifyDocument(issued, new Map([[canDuoc, gone]])).code).toBe(1);
  });
});

describe('a file that is none of ours', () => {
  const one = (bytes: Uint8Array): string => {
    const { code, sentences } = check(bytes);
    expect(code).toBe(2);
    expect(sentences).toHaveLength(1);
    return sentences[0]!;
  };

  test('[D15] each gets one clear sentence', () => {
    expect(one(new Uint8Array())).toContain('Tệp rỗng');
    expect(one(strToU8('%PDF-1.7\n…'))).toContain('không phải văn bản .docx');
    expect(one(strToU8('PK\u0003\u0004 and nothing'))).toContain('bị hỏng');
    expect(one(issued.slice(0, issued.length / 2))).toContain('bị hỏng');
    expect(one(zipSync({ 'a.txt': strToU8('a') }))).toContain('không phải văn bản .docx');
    expect(one(zipSync({ [document]: strToU8('<w:document><w:body/></w:document>') }))).toContain(
      'không có mã kiểm tra',
    );
    expect(one(new Uint8Array(9 << 20))).toContain('lớn bất thường');
  });

  test('[D15] a zip bomb is not unpacked, even when it lies about its size', () => {
    const bomb = zipSync({ [document]: new Uint8Array(64 << 20) }, { level: 9 });
    expect(one(bomb)).toContain('lớn bất thường');
    const lying = Buffer.from(bomb);
    const directory = lying.lastIndexOf('PK\u0001\u0002');
    lying.writeUInt32LE(100, directory + 24);
    const started = performance.now();
    expect(check(lying).code).toBe(2);
    expect(performance.now() - started).toBeLessThan(2000);
  });

  test('[D15] hostile markup is read in a time that grows with its length', () => {
    for (const piece of ['<', '<w:t', '<w:p ', '&', '<property '])
      expect(check(zipSync({ [document]: strToU8(piece.repeat(200_000)) })).code).toBe(2);
  });
});

const propertiesXml = (properties: readonly { name: string; value: string }[]): string =>
  `<Properties>${properties.map(({ name, value }) => `<property name="${name}"><vt:lpwstr>${value}</vt:lpwstr></property>`).join('')}</Properties>`;

function sealOf(bytes: Uint8Array): Seal {
  const opened = openDocx(bytes);
  const read = typeof opened === 'string' ? opened : readSeal(opened.docx.properties);
  if (typeof read === 'string') throw new Error(read);
  return read.seal;
}
