import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Point } from './index.ts';
import { answerTo, BL, CD, clausesTo, findingTo, knowledge, QB, TKV, TP } from './testing/five-plans.ts';

const outcome = (plan: string | null, question: string) => answerTo(plan, question).outcome;
const points = (plan: string, question: string, subject: string | null = null) =>
  findingTo(plan, question, subject).points;
const quotes = (plan: string | null, question: string) =>
  answerTo(plan, question).findings.flatMap(f => f.citations.map(c => c.quote));

describe('whose plan answers', () => {
  it('[A1] the asker’s own plan answers, and no other is cited', () => {
    for (const plan of [TKV, CD]) {
      const { outcome, findings, elsewhere, compared } = answerTo(
        plan,
        'ai công nhận đảng bộ cơ sở bốn tốt?',
      );
      expect([outcome, elsewhere, compared]).toEqual(['answered', false, false]);
      expect(findings.map(f => f.plan)).toEqual([plan]);
      expect(findings[0]!.citations.every(c => c.plan === plan)).toBe(true);
    }
  });

  it.each([
    'hạn nộp báo cáo bốn tốt là khi nào?',
    'ai công nhận chi bộ bốn tốt?',
    'đảng viên bị khiển trách thì chi bộ có mất bốn tốt không?',
  ])('[A2] without a known plan it is asked for, never guessed: %s', question => {
    expect(answerTo(null, question)).toMatchObject({ outcome: 'which_plan', findings: [] });
  });

  it.each([
    ['Cần Đước: ai công nhận chi bộ ấp bốn tốt?', CD],
    ['ở Quảng Bình hạn nộp báo cáo là ngày nào?', QB],
    ['kế hoạch 1288-KH/ĐU ai ký?', TKV],
  ])('[A3] a question that names a plan needs no other: %s', (question, plan) => {
    expect(answerTo(null, question)).toMatchObject({ outcome: 'answered', elsewhere: false });
    expect(findingTo(null, question).plan).toBe(plan);
  });

  it('[A3] a plan named that is not the asker’s own answers, and the answer says so', () => {
    const answer = answerTo(TKV, 'Cần Đước hạn nộp báo cáo khi nào?');
    expect(answer).toMatchObject({ outcome: 'answered', elsewhere: true, compared: false });
    expect(answer.findings.map(f => f.plan)).toEqual([CD]);
  });

  it('[A4] a comparison gives each plan its own finding, with citations of that plan alone', () => {
    const answer = answerTo(null, 'so sánh hạn báo cáo của Quảng Bình và Cần Đước');
    expect(answer).toMatchObject({ outcome: 'answered', compared: true });
    expect(answer.findings.map(f => [f.plan, f.citations[0]?.clause])).toEqual([
      [QB, 'III.1'],
      [CD, 'IV đ1'],
    ]);
    for (const { plan, citations } of answer.findings)
      expect(citations.every(c => c.plan === plan)).toBe(true);
  });

  it('[A4] “bên mình với …” compares with the asker’s own plan', () => {
    const answer = answerTo(CD, 'bên mình với TKV khác gì về thẩm quyền công nhận?');
    expect(answer.compared).toBe(true);
    expect(answer.findings.map(f => f.plan).sort()).toEqual([CD, TKV].sort());
  });

  it.each(['giá xăng hôm nay bao nhiêu?', 'hôm nay thời tiết thế nào?', 'sinh viên 5 tốt cần điểm mấy'])(
    '[A5] what no plan speaks of is out of scope, with or without a plan: %s',
    question => {
      expect([outcome(CD, question), outcome(null, question)]).toEqual(['out_of_scope', 'out_of_scope']);
    },
  );
});

describe('what a plan does not say', () => {
  it.each<[string, string, string]>([
    [QB, 'bao nhiêu phần trăm thì đạt bốn tốt?', 'tỷ lệ phần trăm'],
    [QB, 'đạt hết các tiêu chí thì được xếp đạt bốn tốt chưa?', 'mức “đạt”'],
    [QB, 'ai công nhận chi bộ bốn tốt?', 'thẩm quyền'],
    [BL, 'mấy tiêu chí thì đạt ba tốt?', '“đạt”, “không đạt”'],
    [TP, 'chi bộ 4 tốt cần những gì?', '“bốn tốt”'],
    [TKV, 'chi bộ bốn tốt được thưởng bao nhiêu tiền?', 'tiền thưởng'],
    [CD, 'chi bộ em 12 đồng chí thì 11 đồng chí hoàn thành tốt được không ạ', 'tỷ lệ đảng viên'],
    [CD, 'huyen uy bo roi thi ai cong nhan', 'không còn Huyện ủy'],
    [TKV, 'báo cáo nộp trước ngày nào?', 'ngày, tháng'],
  ])('[A6] %s is silent on: %s', (plan, question, about) => {
    const answer = answerTo(plan, question);
    expect(answer.outcome).toBe('not_stated');
    expect(answer.findings[0]!.about).toContain(about);
  });

  it.each([
    [BL, 'mấy tiêu chí thì đạt ba tốt?', 'V đ1'],
    [TKV, 'báo cáo nộp trước ngày nào?', 'III.2 gđd 3'],
    [TKV, 'chi bộ bốn tốt được thưởng bao nhiêu tiền?', 'II.3 đ cuối'],
  ])('[A7] a silence cites the clause that comes nearest: %s, %s', (plan, question, clause) => {
    expect(clausesTo(plan, question)).toContain(clause);
  });

  it('[A7] where Bảo Lâm has no “đạt”, the conditions of “có hiệu quả” are shown, all of them', () => {
    expect(clausesTo(BL, 'mấy tiêu chí thì đạt ba tốt?')).toEqual(['V đ1', 'V.1', 'V.2', 'V.3']);
  });

  it('[A7] where nothing comes near, nothing is cited', () => {
    expect(clausesTo(TP, 'chi bộ 4 tốt cần những gì?')).toEqual([]);
  });

  it.each([
    [QB, 'ai ký kế hoạch này?'],
    [CD, 'người ký hướng dẫn giữ chức vụ gì?'],
    [BL, 'Bảo Lâm thuộc tỉnh nào?'],
    [CD, 'Cần Đước thuộc tỉnh nào?'],
    [BL, 'kế hoạch ba tốt số bao nhiêu?'],
    [BL, 'kế hoạch ban hành ngày nào?'],
  ])('[A8] signer, post, province, number and date are never invented: %s, %s', (plan, question) => {
    expect(outcome(plan, question)).toBe('not_stated');
  });

  it('[A8] a post that stands with the signature is given', () => {
    expect(quotes(TP, 'người ký kế hoạch giữ chức vụ gì?').join()).toContain('PHÓ BÍ THƯ');
    expect(quotes(CD, 'ai ký hướng dẫn này?')).toEqual(['Phạm Văn Xum']);
  });

  it.each([
    [TP, 'Kế hoạch 07-KH/TW là về gì?', '07-KH/HU'],
    [CD, '16-HD/BTCTW là gì?', '16-HD/BTCTU'],
    [CD, 'Quy định 124-QĐ/TW nói về việc gì?', null],
    [TKV, 'Quyết định 124-QĐ/TW nói về gì?', null],
    [TP, 'Hướng dẫn 12-HD/BTCTU nói về gì?', null],
  ])(
    '[A9] a document the plan never names is not stated, whatever has a number like it: %s, %s',
    (plan, question, like) => {
      expect(outcome(plan, question)).toBe('not_stated');
      const near = quotes(plan, question);
      expect(near).toHaveLength(like === null ? 0 : 1);
      if (like !== null) expect(near[0]).toContain(like);
    },
  );

  it.each([
    [TP, 'Quyết định 124-QĐ/TW nói về gì?', 'Ban Bí thư về giám sát'],
    [TP, 'Kế hoạch 07-KH/HU là về gì?', '07-KH/HU'],
    [TP, '05-CT/TW về việc gì?', '05-CT/TW'],
    [TP, '05-CTr/TU là gì?', '05-CTr/TU'],
    [QB, 'Hướng dẫn 12-HD/BTCTU nói về gì?', '12-HD/BTCTU, ngày 24/4/2019'],
    [CD, '16-HD/BTCTU là gì?', '16-HD/BTCTU'],
  ])('[A9] a document the plan names is answered where it is named: %s, %s', (plan, question, words) => {
    expect(outcome(plan, question)).toBe('answered');
    expect(quotes(plan, question)[0]).toContain(words);
  });
});

describe('the traps of the five plans', () => {
  it.each<[string, string, string]>([
    [
      TP,
      'bao nhiêu phần trăm tổ chức cơ sở đảng phải hoàn thành tốt nhiệm vụ?',
      'trên 90% tổ chức cơ sở đảng',
    ],
    [
      TP,
      'bao nhiêu phần trăm đảng viên phải hoàn thành tốt nhiệm vụ?',
      'đảng viên hoàn thành tốt nhiệm vụ từ 90% trở lên',
    ],
  ])('[A10] the two shares of 90%% are told apart by what they count: %s, %s', (plan, question, words) => {
    expect(quotes(plan, question)[0]).toContain(words);
  });

  it('[A11] the number of a stamp is no number of the plan', () => {
    expect(quotes(QB, 'số hiệu của kế hoạch là gì?')).toEqual(['Số 69-KH/ĐUK']);
    expect(quotes(QB, 'kế hoạch có số 4257 phải không?').join()).not.toContain('4257');
  });

  it.each(['04 tốt của cá nhân là gì?', 'cá nhân đạt bốn tốt cần những gì?'])(
    '[A12] the four “tốt” of a person in TKV are the four examples to set, complete and in order: %s',
    question => {
      expect(clausesTo(TKV, question)).toEqual([
        'II.1.4 gđd 1',
        'II.1.4 gđd 2',
        'II.1.4 gđd 3',
        'II.1.4 gđd 4',
      ]);
    },
  );

  it.each<[string, string, string, string]>([
    [TKV, 'ai công nhận chi bộ trực thuộc đảng bộ bộ phận?', 'II.5 gđd 3', 'đảng ủy cơ sở'],
    [TKV, 'ai công nhận chi bộ trực thuộc?', 'II.5 gđd 3', 'đảng ủy cơ sở'],
    [TKV, 'ai công nhận chi bộ cơ sở bốn tốt?', 'II.5 gđd 2', 'Ban Thường vụ Đảng ủy Tổng công ty'],
    [TKV, 'ai công nhận đảng bộ cơ sở bốn tốt?', 'II.5 gđd 2', 'Ban Thường vụ Đảng ủy Tổng công ty'],
    [CD, 'ai công nhận chi bộ ấp bốn tốt?', 'III.2 đ2', 'đảng ủy cơ sở'],
    [CD, 'ai công nhận chi bộ trực thuộc bốn tốt?', 'III.2 đ2', 'đảng ủy cơ sở'],
    [CD, 'ai công nhận đảng bộ xã bốn tốt?', 'III.2 đ1', 'Ban thường vụ Huyện ủy'],
    [CD, 'chi bộ cơ sở khối cơ quan thì cấp nào công nhận bốn tốt?', 'III.2 đ1', 'Ban thường vụ Huyện ủy'],
  ])('[A13] the body is the one for the kind of unit: %s, %s', (plan, question, clause, name) => {
    expect(clausesTo(plan, question)[0]).toBe(clause);
    expect(points(plan, question)).toContainEqual({ type: 'body', name });
  });

  it.each<[string, string, string]>([
    [CD, 'chi-bo-ap', 'III.2 đ2'],
    [CD, 'dang-bo-xa', 'III.2 đ1'],
    [CD, 'chi-bo-co-so-khoi-co-quan', 'III.2 đ1'],
    [TKV, 'chi-bo-thuoc-dang-bo-bo-phan', 'II.5 gđd 3'],
  ])(
    '[A13] the asker’s known kind of unit counts where the question names none: %s, %s',
    (plan, subject, clause) => {
      expect(clausesTo(plan, 'ai công nhận bốn tốt cho đơn vị tôi?', subject)[0]).toBe(clause);
    },
  );

  it('[A13] “chi bộ” alone means the asker’s own kind of chi bộ, where it is known', () => {
    expect(clausesTo(CD, 'ai công nhận chi bộ bốn tốt?', 'chi-bo-ap')).toEqual(['III.2 đ2']);
    expect(clausesTo(CD, 'ai công nhận chi bộ bốn tốt?', 'chi-bo-co-so-khoi-co-quan')).toEqual(['III.2 đ1']);
    expect(clausesTo(CD, 'ai công nhận chi bộ bốn tốt?')).toHaveLength(2);
  });

  it('[A14] where bodies differ and nobody said the kind of unit, no single body is named', () => {
    const { points, citations } = findingTo(CD, 'ai công nhận bốn tốt?');
    expect(points.filter(p => p.type === 'body')).toEqual([]);
    expect(citations.map(c => c.clause)).toEqual(['III.2 đ1', 'III.2 đ2']);
  });

  it.each([
    [TKV, 'tự rà soát, đánh giá'],
    [CD, 'kết quả tự đánh giá xếp loại'],
  ])('[A15] %s: evaluating oneself is not being recognised; both are shown', (plan, own) => {
    const text = quotes(plan, 'chi bộ tự đánh giá đạt thì coi như được công nhận luôn chưa?').join('\n');
    expect(text).toContain(own);
    expect(text).toContain('thuộc thẩm quyền của');
  });

  it('[A16] the gate of 90% in Cần Đước is for a đảng bộ and asks for “đăng ký và đạt”', () => {
    const [quote] = quotes(CD, 'đảng bộ cơ sở bốn tốt cần bao nhiêu phần trăm chi bộ đạt?');
    expect(quote).toMatch(/^Đảng bộ xét đạt.*90% số chi bộ trực thuộc đăng ký và đạt/);
  });

  it.each<[string, string, string, boolean]>([
    [TKV, 'đảng viên bị khiển trách thì chi bộ có mất bốn tốt không?', 'II.1.3 gđd 4', true],
    [TKV, 'đảng viên bị kỷ luật thì đảng bộ cơ sở có mất bốn tốt không?', 'II.2.3 gđd 6', false],
    [CD, 'đảng viên bị khiển trách thì chi bộ có mất bốn tốt không?', 'III.1.3 đ4', true],
    [CD, 'đảng viên bị kỷ luật thì đảng bộ có mất bốn tốt không?', 'III.1.3 đ4', true],
  ])(
    '[A17] discipline bars the units whose clause says so, and no others: %s, %s',
    (plan, question, clause, bars) => {
      expect(clausesTo(plan, question)[0]).toBe(clause);
      expect(points(plan, question).some(p => p.type === 'none-allowed')).toBe(bars);
    },
  );

  it('[A18] part 4 of Mẫu 1 has no “Chỉ tiêu”, and is quoted as it is', () => {
    const [quote] = quotes(CD, 'Mẫu 1 mục 4 có ghi chỉ tiêu không?');
    expect(quote).toContain('Cán bộ đảng viên tốt');
    expect(quote).not.toContain('Chỉ tiêu');
  });

  it.each([
    [TKV, 'hằng năm có bắt buộc xét công nhận không?', 'II.4 đ1'],
    [BL, 'cá nhân có bắt buộc lập kế hoạch, lộ trình bằng văn bản không?', 'III.2.b gđd 2'],
  ])('[A19] what is only encouraged is said not to be compulsory: %s, %s', (plan, question, clause) => {
    expect(clausesTo(plan, question)[0]).toBe(clause);
    expect(points(plan, question)).toContainEqual({ type: 'encouraged' });
  });

  it('[A20] who reports and who is covered stands in the clause cited', () => {
    expect(quotes(CD, 'chi bộ trực thuộc có phải báo cáo Ban Tổ chức Huyện ủy không?')[0]).toMatch(
      /^Đảng bộ cơ sở, chi bộ cơ sở trực thuộc Huyện ủy/,
    );
    const [scope] = quotes(BL, 'chi bộ thôn có thuộc đối tượng thực hiện ba tốt không?');
    expect(scope).toContain('chi uỷ, chi bộ cơ sở');
    expect(scope).not.toContain('thôn');
  });
});

describe('deadlines', () => {
  it.each<[string, string, string, number, number, number | null]>([
    [QB, 'hạn nộp báo cáo là ngày nào?', 'III.1', 19, 12, null],
    [CD, 'hạn nộp báo cáo bốn tốt là khi nào?', 'IV đ1', 30, 11, null],
    [BL, 'hạn gửi kế hoạch ba tốt', 'VI.1', 25, 4, 2024],
    [TP, 'báo cáo sơ kết nộp tháng mấy?', 'IV đ cuối', 30, 11, null],
    [TP, 'khi nào báo cáo tổng kết?', 'IV đ cuối', 31, 12, 2024],
    [TP, 'cơ sở dữ liệu đảng viên xong khi nào?', 'III.6 gđd 4 đ2', 31, 12, 2022],
  ])('[A21] %s “%s” names the last valid day', (plan, question, clause, day, month, year) => {
    expect(clausesTo(plan, question)[0]).toBe(clause);
    expect(points(plan, question)).toContainEqual(
      expect.objectContaining({ type: 'last-day', day, month, year }),
    );
  });

  it('[V7] two things asked of one clause, “khi nào, qua đâu”, are answered by it', () => {
    const asked = 'TCCSĐ gửi báo cáo sơ kết, tổng kết kế hoạch này khi nào, qua đâu?';
    expect(clausesTo(TP, asked)[0]).toBe('IV đ cuối');
    expect(quotes(TP, asked).join(' ')).toContain('tháng 11');
  });

  it.each<[string, string, boolean]>([
    [QB, '19/12 mới gửi báo cáo thì còn kịp không?', false],
    [QB, '20/12 gửi báo cáo còn kịp không?', true],
    [CD, '30/11 gửi báo cáo có trễ hạn không?', false],
    [CD, 'ngày 1 tháng 12 mới gửi báo cáo bốn tốt thì trễ chưa?', true],
    [BL, 'gửi kế hoạch ngày 26/4/2024 có trễ không?', true],
  ])('[A22] %s “%s” holds the day against the limit', (plan, question, late) => {
    expect(points(plan, question)).toContainEqual(expect.objectContaining({ type: 'too-late', late }));
  });
});

describe('shares', () => {
  type Share = Extract<Point, { type: 'share' }>;
  it.each<[string, string, Partial<Share>]>([
    [
      TKV,
      '10 đảng viên, 9 đồng chí hoàn thành tốt nhiệm vụ thì đạt chưa?',
      { part: 9, whole: 10, sign: '>=', met: true },
    ],
    [TKV, 'chi bộ 9 đảng viên, 8 đồng chí hoàn thành tốt nhiệm vụ thì đạt chưa?', { met: false, needed: 9 }],
    [TKV, 'chi bộ có 29 đảng viên, 26 hoàn thành tốt nhiệm vụ thì đạt không?', { met: false, needed: 27 }],
    [TKV, 'đảng bộ có 400 đảng viên, 359 hoàn thành tốt nhiệm vụ đạt chưa?', { met: false, needed: 360 }],
    [TKV, 'đảng bộ có 20 tổ chức đảng trực thuộc, 18 hoàn thành tốt nhiệm vụ thì đạt chưa?', { met: true }],
    [CD, 'đảng bộ có 10 chi bộ, 9 chi bộ đăng ký và đạt thì đủ 90% chưa?', { met: true }],
    [CD, 'ĐB xã có 12 CB, 10 CB đạt thì đc 4 tốt chưa', { part: 10, whole: 12, met: false, needed: 11 }],
    [CD, 'đảng bộ 9 chi bộ, 8 chi bộ đạt bốn tốt thì được chưa?', { met: false, needed: 9 }],
    [
      TP,
      '30 tổ chức cơ sở đảng, 27 tổ chức hoàn thành tốt nhiệm vụ thì đạt chỉ tiêu chưa?',
      { sign: '>', met: false, needed: 28 },
    ],
    [
      TP,
      '30 tổ chức cơ sở đảng, 28 tổ chức hoàn thành tốt nhiệm vụ thì đạt chỉ tiêu chưa?',
      { sign: '>', met: true },
    ],
    [TP, '2000 đảng viên, 1800 hoàn thành tốt nhiệm vụ đạt chưa?', { sign: '>=', met: true }],
    [
      TP,
      '2000 đảng viên, 8 đảng viên không hoàn thành nhiệm vụ thì có đạt không?',
      { sign: '<', percent: '0,4', met: false },
    ],
    [
      TP,
      '2000 đảng viên, 7 đảng viên không hoàn thành nhiệm vụ thì có đạt không?',
      { sign: '<', percent: '0,4', met: true },
    ],
  ])('[A23] %s “%s” is compared in whole numbers, as the clause compares', (plan, question, share) => {
    expect(points(plan, question)).toContainEqual(expect.objectContaining({ type: 'share', ...share }));
  });

  it('[A23] a series of numbers is not held against a share by picking two of them', () => {
    expect(points(TP, '5 năm kết nạp 80, 78, 85, 81, 76 trên 2000 đảng viên thì đạt chưa')).toEqual([]);
  });

  it('[A23] the rank of a meeting is not the rank of a unit', () => {
    const question = '11 tháng sinh hoạt xếp loại tốt, 1 tháng loại khá thì chi bộ đạt không';
    expect(clausesTo(TKV, question)[0]).toBe('II.1.2 gđd 1');
    expect(points(TKV, question).filter(p => p.type === 'rank')).toEqual([]);
  });

  it('[A24] equal to the same period is not better; a chi bộ of fifty is large enough', () => {
    expect(points(BL, 'thu ngân sách bằng năm ngoái thì có đạt không?')).toEqual([
      { type: 'not-better', equal: true },
    ]);
    expect(points(TP, 'chi bộ có 50 đảng viên có được lập tổ đảng không?')).toContainEqual(
      expect.objectContaining({ type: 'size', given: 50, least: 50, met: true }),
    );
  });

  it('[A25] recognition that turns out wrong is cancelled, by the clause that says so', () => {
    expect(clausesTo(CD, 'đã công nhận tháng 11/2024, tháng 2/2025 phát hiện kỷ luật thì sao?')[0]).toBe(
      'III.2 Lưu ý đ1',
    );
  });
});

describe('lists', () => {
  it.each<[string, string, string[]]>([
    [TKV, 'tiêu chí đảng bộ cơ sở bốn tốt gồm những gì', ['II.2.1', 'II.2.2', 'II.2.3', 'II.2.4']],
    [CD, 'bốn tiêu chí là những tiêu chí nào', ['III.1.1', 'III.1.2', 'III.1.3', 'III.1.4']],
    [
      CD,
      'tiêu chí đoàn kết, kỷ luật tốt gồm những gì?',
      ['III.1.3 đ1', 'III.1.3 đ2', 'III.1.3 đ3', 'III.1.3 đ4'],
    ],
  ])('[A26] %s “%s” is complete and in the order of the plan', (plan, question, clauses) => {
    expect(clausesTo(plan, question)).toEqual(clauses);
  });

  it('[A26] one criterion missed is “không đạt” in TKV, by the clause that says so', () => {
    expect(quotes(TKV, 'chi bộ không đạt 1 tiêu chí có đạt bốn tốt không').join('\n')).toContain(
      'không thực hiện hoàn thành tốt từ 01 trong 04',
    );
  });

  it.each(['mẫu 2', 'cho em xin mẫu 2', 'mẫu số 2 ghi những gì'])(
    '[A26] a template is given from its beginning: %s',
    question => {
      expect(clausesTo(CD, question)[0]).toBe('Mẫu 2');
    },
  );

  it('[A26] the three “tốt” of Bảo Lâm are named together', () => {
    expect(quotes(BL, 'Ba tốt gồm những gì')[0]).toContain(
      'lãnh đạo, chỉ đạo tốt; tổ chức thực hiện tốt; kiểm tra, giám sát tốt',
    );
  });

  it('[A26] the conditions of “có hiệu quả” come whole', () => {
    expect(clausesTo(BL, 'được đánh giá có hiệu quả khi nào?')).toEqual(
      expect.arrayContaining(['V.1', 'V.2', 'V.3']),
    );
  });
});

describe('citations', () => {
  const questions = ['dev', 'tune', 'voices'].flatMap(file =>
    readFileSync(join(import.meta.dirname, 'questions', `${file}.jsonl`), 'utf8')
      .split('\n')
      .filter(line => line.trim() !== '')
      .map(line => JSON.parse(line) as { plan: string | null; question: string }),
  );

  it('[A27] whatever is asked, every quotation stands in its plan where it says, inside the clause it names', () => {
    expect(questions.length).toBeGreaterThan(500);
    for (const { plan, question } of questions) {
      const { outcome, findings } = answerTo(plan, question);
      const citations = findings.flatMap(f => f.citations.map(citation => ({ of: f.plan, citation })));
      // Answered always cites; which plan and out of scope never do.
      if (outcome === 'answered') expect(citations.length, question).toBeGreaterThan(0);
      if (outcome === 'which_plan' || outcome === 'out_of_scope') expect(findings).toEqual([]);
      for (const { of, citation } of citations) {
        const source = knowledge.plan(citation.plan)!;
        const clause = source.clauses.find(c => c.id === citation.clause)!;
        expect(citation.plan).toBe(of);
        expect(source.text.slice(citation.start, citation.end)).toBe(citation.quote);
        expect(citation.quote.trim()).not.toBe('');
        expect(citation.address).toBe(clause.address);
        expect(clause.start <= citation.start && citation.start < clause.end).toBe(true);
      }
    }
  });

  it('[A28] the same question has the same answer, however often and in whatever company it is asked', () => {
    for (const { plan, question } of questions.slice(0, 40)) {
      expect(answerTo(plan, question)).toEqual(answerTo(plan, question));
    }
  });
});
