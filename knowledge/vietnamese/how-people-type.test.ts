import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../index.ts';
import { answerTo, CD, clausesTo, knowledge, QB, TKV, TP } from '../testing/five-plans.ts';
import { canonical } from './fold.ts';

/** What an answer comes to: its outcome and the first clause it cites. */
const gist = (plan: string | null, question: string) => {
  const { outcome, findings } = answerTo(plan, question);
  return `${outcome} ${findings[0]?.citations[0]?.clause ?? ''}`;
};

const DEADLINE = gist(CD, 'Hạn nộp báo cáo bốn tốt là khi nào?');
const BODY = gist(CD, 'Ai công nhận chi bộ ấp bốn tốt?');
const SHARE = gist(TKV, 'Chi bộ có 9 đảng viên, 8 đảng viên hoàn thành tốt nhiệm vụ thì đạt chưa?');

describe('the same question, typed another way', () => {
  it('[V1] is clear in full spelling', () => {
    expect([DEADLINE, BODY, SHARE]).toEqual(['answered IV đ1', 'answered III.2 đ2', 'answered II.1.1 gđd 3']);
  });

  it.each([
    ['without diacritics', 'han nop bao cao bon tot la khi nao'],
    ['half of them', 'hạn nop báo cao bốn tot là khi nao'],
    ['in capitals', 'HẠN NỘP BÁO CÁO BỐN TỐT LÀ KHI NÀO'],
    ['4', 'hạn nộp báo cáo 4 tốt là khi nào'],
    ['04', 'hạn nộp báo cáo 04 tốt là khi nào'],
    ['abbreviations', 'hạn nộp bc 4 tốt là khi nào'],
    ['a greeting before', 'Dạ em chào anh chị, cho em hỏi hạn nộp báo cáo bốn tốt là khi nào ạ?'],
    ['talk around it', 'ad ơi bc 4 tốt nộp trước ngày nào z'],
    ['a typing error', 'hạn nộp báo cáo bốn tôt là khi nàoo'],
    ['decomposed letters', 'Hạn nộp báo cáo bốn tốt là khi nào?'.normalize('NFD')],
    ['zero-width and bidi marks', '\u200BHạn nộp\u200B báo cáo \u202Ebốn tốt\u202C là khi nào?\uFEFF'],
    ['no-break spaces and tabs', 'Hạn\u00A0nộp\tbáo cáo  bốn\u00A0tốt là khi nào?'],
    ['doubled marks', 'hạn nộp báo cáo bốn tốt là khi nào????!!!'],
  ])('[V2] a deadline, %s', (_, question) => {
    expect(gist(CD, question)).toBe(DEADLINE);
  });

  it.each([
    ['without diacritics', 'ai cong nhan chi bo ap bon tot'],
    ['abbreviations', 'ai công nhận cb ấp 4 tốt'],
    ['another word for who', 'cấp nào công nhận chi bộ ấp bốn tốt'],
    ['dictated', 'dạ cho em hỏi là chi bộ ấp thì ai là người công nhận bốn tốt vậy ạ'],
  ])('[V3] an authority, %s', (_, question) => {
    expect(gist(CD, question)).toBe(BODY);
  });

  it.each([
    ['abbreviations', 'cb mình 9 đv, 8 đv HTTNV thì đạt ko'],
    ['without diacritics', 'chi bo minh 9 dang vien, 8 dang vien hoan thanh tot nhiem vu thi dat khong'],
    ['đ/c', 'CB có 9 đ/c, 8 đ/c hoàn thành tốt nhiệm vụ thì đạt chưa'],
  ])('[V4] a share, %s', (_, question) => {
    expect(gist(TKV, question)).toBe(SHARE);
  });

  it('[V5] old and new tone marks, i and y are one spelling', () => {
    for (const [old, now] of [
      ['uỷ', 'ủy'],
      ['hoá', 'hóa'],
      ['thoả', 'thỏa'],
      ['khoẻ', 'khỏe'],
      ['tỉ lệ', 'tỷ lệ'],
      ['kí', 'ký'],
      ['qui định', 'quy định'],
    ] as const)
      expect(canonical(old)).toBe(now);
    for (const word of ['quý', 'hoàn', 'thuyết', 'tiêu', 'sinh hoạt', 'ti', 'quả'])
      expect(canonical(word)).toBe(word);
    expect(gist(CD, 'Thẩm quyền của đảng uỷ cơ sở công nhận chi bộ nào?')).toBe(
      gist(CD, 'Thẩm quyền của đảng ủy cơ sở công nhận chi bộ nào?'),
    );
  });

  it('[V6] numbers in words and digits are one: 90% and chín mươi phần trăm, bốn, 4 and 04', () => {
    const shares = ['90%', '90 phần trăm', '90 %'].map(n =>
      gist(CD, `đảng bộ cần ${n} chi bộ đạt phải không?`),
    );
    expect(new Set(shares).size).toBe(1);
    const models = ['bốn tốt', 'Bốn Tốt', '4 tốt', '04 tốt', '“bốn tốt”'].map(m =>
      gist(QB, `ai công nhận chi bộ ${m}?`),
    );
    expect(new Set(models)).toEqual(new Set(['not_stated III.2']));
  });

  it('[V7] two questions in one message are both answered, in their order', () => {
    const questions = knowledge.read('Hạn nộp báo cáo bốn tốt là khi nào? Ai công nhận chi bộ ấp?');
    expect(questions).toHaveLength(2);
    const clauses = clausesTo(CD, 'Hạn nộp báo cáo bốn tốt là khi nào? Ai công nhận chi bộ ấp?');
    expect(clauses.indexOf('IV đ1')).toBe(0);
    expect(clauses).toContain('III.2 đ2');
  });

  it('[V8] what is told before the question is kept in mind: the unit it names counts', () => {
    const told = 'Em ở Cần Đước. Hạn nộp báo cáo bốn tốt là khi nào?';
    expect(gist(null, told)).toBe(DEADLINE);
  });

  it('[V9] nothing but greetings, particles, signs or emoji asks nothing', () => {
    for (const text of [
      '',
      '   ',
      '???',
      '😀',
      'dạ vâng ạ',
      'ạ',
      'dạ em cảm ơn anh nhiều ạ',
      'cám ơn chị nhiều lắm',
      'em chào anh chị ạ',
    ])
      expect(knowledge.read(text).filter(q => q.words.length > 0)).toEqual([]);
  });

  it('[V10] no text breaks the reading: long, foreign, controls, lone surrogates, markup', () => {
    const texts = [
      'x'.repeat(4000),
      'bốn tốt '.repeat(500),
      '\u0000\u0001\u001B[31m hạn nộp \uD800 báo cáo \uDFFF',
      'What is the deadline of the report?',
      '截止日期是什么时候',
      '<script>alert(1)</script>',
      "'; DROP TABLE plans; --",
      '{{7*7}} #{x} %s %n',
      '__proto__ constructor toString hasOwnProperty',
      '1/0 99/99/9999 0/0 đảng viên',
      '(((((((((((((((((((((((('.repeat(50),
    ];
    for (const text of texts) {
      const { outcome } = answerTo(CD, text);
      expect(['answered', 'not_stated', 'out_of_scope']).toContain(outcome);
    }
  });

  it('[V10] whatever is typed, the answer is one of four outcomes and quotes exactly', () => {
    const words =
      'hạn nộp báo cáo ai công nhận chi bộ đảng bộ 4 tốt 90% 9/10 đảng viên Cần Đước khác TKV không? 20/12 mẫu 1 mục III khoản'.split(
        ' ',
      );
    const typed = fc.oneof(
      fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 14 }).map(list => list.join(' ')),
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.string({ unit: 'binary', maxLength: 60 }),
    );
    const own = fc.constantFrom(null, CD, QB, TKV, TP);
    fc.assert(
      fc.property(own, typed, (plan, text) => {
        const { outcome, findings } = answerTo(plan, text);
        expect(['answered', 'not_stated', 'which_plan', 'out_of_scope']).toContain(outcome);
        for (const { plan, quote, start, end } of findings.flatMap(f => f.citations))
          expect(knowledge.plan(plan)!.text.slice(start, end)).toBe(quote);
      }),
      { numRuns: 100 },
    );
  });

  it('[V11] a message of the longest length is read in well under a second', () => {
    const start = performance.now();
    answerTo(CD, 'chi bộ đảng bộ bốn tốt hạn nộp báo cáo '.repeat(100));
    answerTo(CD, `${'a'.repeat(2000)} ${'ba'.repeat(900)}`);
    expect(performance.now() - start).toBeLessThan(1000);
  });

  it('[V12] a short form is read by its field: TU is tỉnh ủy, tu is a word, KH is kế hoạch', () => {
    const words = (text: string) =>
      knowledge
        .read(text)
        .flatMap(q => q.words.map(w => w.folded))
        .join(' ');
    expect(words('KH gửi BTC HU')).toContain('ke hoach');
    expect(words('đ/c bí thư')).toContain('dong chi');
    expect(words('báo cáo theo 69-KH/ĐUK')).toContain('bao cao');
  });
});

describe('the development questions', () => {
  const rows = readFileSync(join(import.meta.dirname, '../questions/dev.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as { plan: string | null; question: string });
  const kept = (change: (text: string) => string, same: typeof gist) =>
    rows.filter(({ plan, question }) => same(plan, question) === same(plan, change(question))).length /
    rows.length;

  it('[V13] keep their outcome without diacritics', () => {
    expect(kept(fold, (plan, question) => answerTo(plan, question).outcome)).toBeGreaterThanOrEqual(0.97);
  });

  it('[V13] keep their first clause without diacritics', () => {
    expect(kept(fold, gist)).toBeGreaterThanOrEqual(0.95);
  });

  it('[V14] are answered the same in capitals, decomposed, with old tone marks and a courtesy', () => {
    const old = (text: string) => text.replace(/ủy/g, 'uỷ').replace(/òa/g, 'oà').replace(/óa/g, 'oá');
    expect(kept(text => text.normalize('NFD'), gist)).toBe(1);
    expect(kept(old, gist)).toBe(1);
    expect(kept(text => text.toUpperCase(), gist)).toBeGreaterThanOrEqual(0.97);
    expect(kept(text => `dạ ${text} ạ`, gist)).toBeGreaterThanOrEqual(0.97);
  });
});
