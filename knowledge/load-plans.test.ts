import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadPlans } from './load-plans.ts';
import { expectWhole } from './testing/whole-reading.ts';

const builtIn = join(import.meta.dirname, 'plans');
const sixth =
  'KẾ HOẠCH\n\nxây dựng chi bộ bốn tốt\n\nI. CHỈ TIÊU\n\n- Kết nạp 02 đảng viên.\n\n- Họp hằng tháng¹ đầy đủ.\n';

/** A directory of plan folders, each given by its files. */
function directoryOf(folders: Record<string, Record<string, string | Uint8Array>>): string {
  const directory = mkdtempSync(join(tmpdir(), 'plans-'));
  for (const [id, files] of Object.entries(folders)) {
    mkdirSync(join(directory, id));
    for (const [file, content] of Object.entries(files)) writeFileSync(join(directory, id, file), content);
  }
  return directory;
}

/** What loading one folder `moi` says, with a good plan beside it. */
function loadOne(files: Record<string, string | Uint8Array>) {
  const directory = directoryOf({ moi: files, tot: { 'document.txt': sixth, 'plan.yaml': 'title: Tốt\n' } });
  const { plans, problems } = loadPlans(directory, null);
  expect(plans.some(({ id }) => id === 'tot')).toBe(true);
  return { plan: plans.find(({ id }) => id === 'moi'), problems };
}

const good = { 'document.txt': sixth, 'plan.yaml': 'title: Kế hoạch chi bộ\n' };

describe('a plan that a committee adds', () => {
  it('[P12] needs only a document and a title', () => {
    const { plans, problems } = loadPlans(builtIn, directoryOf({ 'chi-bo-moi': good }));
    expect(problems).toEqual([]);
    const plan = plans.at(-1)!;
    expect(plan).toMatchObject({
      id: 'chi-bo-moi',
      type: 'Kế hoạch',
      number: null,
      period: null,
      status: 'unconfirmed',
    });
    expect(plan.clauses.map(({ id }) => id)).toEqual(['tên loại', 'tên', 'I', 'I gđd 1', 'I gđd 2']);
    expectWhole(plan);
  });

  it('[P12] may say all that is known, in the words of people', () => {
    const { plan, problems } = loadOne({
      ...good,
      'plan.yaml':
        'title: A\nnumber: 03-KH/CB\ndate: 05/01/2026\nissuer: null\nplace: Tân Lân\nperiod: { from: 2026, to: 2026-12-31 }\n' +
        'status: đã xác nhận còn áp dụng\nsubjects:\n  - { id: chi-bo, title: Chi bộ }\n',
    });
    expect(problems).toEqual([]);
    expect(plan).toMatchObject({
      number: '03-KH/CB',
      date: '2026-01-05',
      period: { from: '2026', to: '2026-12-31' },
      status: 'confirmed',
      subjects: [{ id: 'chi-bo', title: 'Chi bộ', names: [] }],
    });
  });

  it('[P12] may be absent, directory and all', () => {
    expect(loadPlans(builtIn, '/nowhere/at/all')).toEqual(loadPlans(builtIn, null));
  });
});

describe('a bad plan folder is named, with what to do, and the others load', () => {
  const cases: [
    name: string,
    files: Record<string, string | Uint8Array>,
    file: string,
    said: RegExp,
    line?: number,
  ][] = [
    ['no document', { 'plan.yaml': good['plan.yaml'] }, 'document.txt', /chưa có tệp/],
    ['an empty document', { ...good, 'document.txt': ' \n12\n' }, 'document.txt', /không có chữ nào/],
    [
      'a document that is no text',
      { ...good, 'document.txt': new Uint8Array([0x50, 0x4b, 0xff, 0xfe]) },
      'document.txt',
      /UTF-8/,
    ],
    ['no plan.yaml', { 'document.txt': sixth }, 'plan.yaml', /title/],
    ['no title', { ...good, 'plan.yaml': 'number: 1-KH\n' }, 'plan.yaml', /“title”: còn thiếu/],
    ['an empty plan.yaml', { ...good, 'plan.yaml': '' }, 'plan.yaml', /còn thiếu/],
    ['an unknown key', { ...good, 'plan.yaml': 'title: A\nnumbr: 1-KH\n' }, 'plan.yaml', /“numbr”/, 2],
    [
      'a wrong date',
      { ...good, 'plan.yaml': 'title: A\ndate: 2026-02-30\n' },
      'plan.yaml',
      /2026-02-30.*không phải là một ngày/,
      2,
    ],
    [
      'a wrong status',
      { ...good, 'plan.yaml': 'title: A\nstatus: hết hiệu lực\n' },
      'plan.yaml',
      /chưa xác nhận/,
      2,
    ],
    ['a key given twice', { ...good, 'plan.yaml': 'title: A\ntitle: B\n' }, 'plan.yaml', /hai lần/, 2],
    ['broken YAML', { ...good, 'plan.yaml': 'title: "A\n' }, 'plan.yaml', /cú pháp/],
    [
      'a subject id with a space',
      { ...good, 'plan.yaml': 'title: A\nsubjects: [{ id: chi bo, title: B }]\n' },
      'plan.yaml',
      /“id”/,
      2,
    ],
    [
      'a stamp beyond the end',
      { ...good, 'plan.yaml': 'title: A\nstamps: [{ from: 90, to: 91 }]\n' },
      'plan.yaml',
      /không có dòng 91/,
    ],
    [
      'corrections that are no list',
      { ...good, 'corrections.yaml': 'a: 1\n' },
      'corrections.yaml',
      /danh sách/,
    ],
    [
      'a correction whose word is not there',
      { ...good, 'corrections.yaml': '- { line: 7, wrong: Kêt, right: Kết }\n' },
      'corrections.yaml',
      /mục thứ 1: không thấy “Kêt” ở dòng 7; dòng này là: “- Kết nạp/,
    ],
    [
      'a correction beyond the end',
      { ...good, 'corrections.yaml': '- { line: 99, wrong: a, right: b }\n' },
      'corrections.yaml',
      /không có dòng 99/,
    ],
    [
      'a correction without its line',
      { ...good, 'corrections.yaml': '- { wrong: a, right: b }\n' },
      'corrections.yaml',
      /thứ 1 → “line”: còn thiếu/,
    ],
  ];
  it.each(cases)('[P12] %s', (_, files, file, said, line) => {
    const { plan, problems } = loadOne(files);
    expect(plan).toBeUndefined();
    expect(problems[0]).toMatchObject({ plan: 'moi', file, message: expect.stringMatching(said) });
    if (line) expect(problems[0]?.line).toBe(line);
  });

  it('[P12] a folder name that is no id, and one that is taken', () => {
    const directory = directoryOf({ 'Kế hoạch': good, 'tkv-1288-kh-du': good });
    const { plans, problems } = loadPlans(builtIn, directory);
    expect(plans).toHaveLength(5);
    expect(problems.map(({ message }) => message)).toEqual([
      expect.stringMatching(/không dấu/),
      expect.stringMatching(/cùng tên thư mục/),
    ]);
  });

  it('[P9] a correction mends every occurrence on its line and no other line', () => {
    const document = 'I. CHUNG\n\nquân chúng và quân chúng\n\n- Một quân chúng\n';
    const { plan } = loadOne({
      'document.txt': document,
      'plan.yaml': 'title: A\n',
      'corrections.yaml': '- { line: 3, wrong: quân chúng, right: quần chúng }\n',
    });
    expect(plan?.text).toBe('I. CHUNG\n\nquần chúng và quần chúng\n\n- Một quân chúng\n');
  });
});

describe('topics', () => {
  const withTopics = (topics: string) => loadOne({ ...good, 'topics.yaml': topics });

  it('[P13] point at the real text whatever the whitespace, stars and footnote marks of the passage', () => {
    const { plan, problems } = withTopics(
      'topics:\n  - asks: [họp mấy lần]\n    cites: ["**Họp  hằng\\n tháng** đầy đủ."]\n    kind: duty\n' +
        'silences:\n  - asks: [hạn nộp]\n    about: hạn nộp báo cáo\n    near: [Kết nạp 02 đảng viên]\n',
    );
    expect(problems).toEqual([]);
    const [topic] = plan!.topics;
    expect(plan!.text.slice(topic!.cites[0]!.start, topic!.cites[0]!.end)).toBe('Họp hằng tháng¹ đầy đủ.');
    expect(topic).toMatchObject({ kind: 'duty', for: [], all: false });
    expect(plan!.silences[0]?.near).toHaveLength(1);
  });

  it('[P13] that do not fit are left out and named; the plan still answers', () => {
    const { plan, problems } = withTopics(
      'topics:\n  - asks: [một]\n    cites: [không có câu này]\n  - asks: [hai]\n    cites: [Kết nạp]\n    in: IX\n' +
        '  - asks: [ba]\n    cites: [Kết nạp]\n    for: [chi-bo]\n  - asks: [bốn]\n    cites: [Kết nạp]\n    in: I gđd 2\n' +
        '  - asks: [năm]\n    cites: [Kết nạp]\n    in: I\n',
    );
    expect(plan?.topics.map(({ asks }) => asks[0])).toEqual(['năm']);
    expect(problems.map(({ file, message }) => `${file} ${message}`)).toEqual([
      expect.stringMatching(/topics.yaml .*thứ 1 .*“không có câu này”/),
      expect.stringMatching(/“IX”/),
      expect.stringMatching(/chi-bo/),
      expect.stringMatching(/không thấy trong “I gđd 2”/),
    ]);
  });

  it('[P13] of an unknown kind or key are refused with their line', () => {
    const { plan, problems } = withTopics('topics:\n  - asks: [một]\n    cites: [Kết nạp]\n    kind: khác\n');
    expect(plan?.topics).toEqual([]);
    expect(problems[0]).toMatchObject({
      file: 'topics.yaml',
      line: 4,
      message: expect.stringMatching(/deadline/),
    });
  });
});
