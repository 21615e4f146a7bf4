/**
 * What the shape of a rulebook cannot say: that names refer to something, that tests can be read and can be
 * both passed and failed, that no verdict folds over nothing.
 */
import { readPercentageTest } from './percentage-test.ts';
import { readRankTest } from './rank-test.ts';
import { type Rulebook, ranks } from './rulebook.ts';

/** Keys and indexes that lead to a value. */
export type Path = (string | number)[];

export interface Finding {
  path: Path;
  wrong: string;
  right: string;
}

type RulebookFile = Omit<Rulebook, 'duties' | 'dutyExamples' | 'hash'>;

/** Days, months and order that a pattern cannot check. */
export function isDay(text: string): boolean {
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text;
  } catch {
    return false;
  }
}

/** Ids that occur more than once. */
export function repeated(items: readonly { id: string }[], path: Path): Finding[] {
  const seen = new Set<string>();
  return items.flatMap(({ id }, at) => {
    const twice = seen.has(id);
    seen.add(id);
    return twice
      ? [{ path: [...path, at, 'id'], wrong: `“${id}” có hai lần`, right: 'mỗi mã chỉ một lần' }]
      : [];
  });
}

/** Names of subjects that the plan does not have. */
export function strangers(
  names: readonly string[] | undefined,
  known: ReadonlySet<string>,
  path: Path,
): Finding[] {
  return (names ?? []).flatMap((name, at) =>
    known.has(name)
      ? []
      : [
          {
            path: [...path, at],
            wrong: `không có đối tượng “${name}”`,
            right: `một trong: ${[...known].join(', ')}`,
          },
        ],
  );
}

function checkRequirements(book: RulebookFile, subjects: ReadonlySet<string>): Finding[] {
  const readings = new Set(book.readings.map(({ id }) => id));
  return book.criteria.flatMap((criterion, c) =>
    criterion.requirements.flatMap((requirement, r): Finding[] => {
      const path: Path = ['criteria', c, 'requirements', r];
      const found = strangers(requirement.for, subjects, [...path, 'for']);
      if (requirement.reading && !readings.has(requirement.reading))
        found.push({
          path: [...path, 'reading'],
          wrong: `không có cách hiểu “${requirement.reading}”`,
          right: 'một mã đã khai trong readings',
        });
      if (requirement.encouraged && requirement.counted)
        found.push({
          path: [...path, 'encouraged'],
          wrong: 'khuyến khích mà vẫn tính',
          right: 'counted: false',
        });
      const { kind } = requirement;
      if ((kind === 'share' || kind === 'yearly') && readPercentageTest(requirement.test) === null)
        found.push({
          path: [...path, 'test'],
          wrong: `không đọc được phép so sánh “${requirement.test}”, hoặc không ai có thể đáp ứng, không ai có thể không đáp ứng`,
          right: 'một trong các dạng “>= 90%”, “> 90%”, “= 100%”, “< 0.4%”, “<= 5%”',
        });
      if (kind === 'rank' && readRankTest(requirement.test) === null)
        found.push({
          path: [...path, 'test'],
          wrong: `không đọc được mức xếp loại “${requirement.test}”`,
          right: ranks
            .slice(1)
            .map(rank => `“>= ${rank}”`)
            .join(', '),
        });
      return found;
    }),
  );
}

function checkVerdict(book: RulebookFile): Finding[] {
  if (book.verdict.rule === 'none') return [];
  const found: Finding[] = [];
  book.subjects.forEach(({ id }, at) => {
    const counted = book.criteria.some(
      ({ beside, requirements }) =>
        !beside && requirements.some(({ counted, for: only }) => counted && (only?.includes(id) ?? true)),
    );
    if (!counted)
      found.push({
        path: ['subjects', at],
        wrong: `kết luận cho “${id}” không dựa trên yêu cầu nào`,
        right: 'ít nhất một yêu cầu được tính, trong một mục không phải “beside”',
      });
  });
  book.criteria.forEach(({ requirements }, at) => {
    for (const { id } of book.subjects) {
      const own = requirements.filter(({ for: only }) => only?.includes(id) ?? true);
      if (own.length > 0 && own.every(({ counted }) => !counted))
        found.push({
          path: ['criteria', at, 'requirements'],
          wrong: `mọi yêu cầu cho “${id}” đều không tính`,
          right: 'ít nhất một yêu cầu có counted: true',
        });
    }
  });
  return found;
}

function checkReferences(book: RulebookFile, subjects: ReadonlySet<string>): Finding[] {
  const ids = new Set(book.criteria.flatMap(({ requirements }) => requirements.map(({ id }) => id)));
  const criteria = new Set(book.criteria.map(({ id }) => id));
  const unknown = (names: Iterable<string>, path: Path, known: ReadonlySet<string> = ids): Finding[] =>
    [...names]
      .filter(name => !known.has(name))
      .map(name => ({
        path,
        wrong: `không có “${name}” trong bộ tiêu chí này`,
        right: 'mã của một yêu cầu hoặc một mục đã khai',
      }));
  return [
    ...book.caveats.flatMap((caveat, at) => [
      ...strangers(caveat.for, subjects, ['caveats', at, 'for']),
      ...unknown(caveat.when?.requirement === undefined ? [] : [caveat.when.requirement], [
        'caveats',
        at,
        'when',
      ]),
    ]),
    ...book.authorities.flatMap((item, at) => strangers(item.for, subjects, ['authorities', at, 'for'])),
    ...book.templates.flatMap((item, at) => strangers(item.for, subjects, ['templates', at, 'for'])),
    ...book.examples.flatMap((example, at) => [
      ...strangers([example.subject], subjects, ['examples', at]),
      ...unknown(Object.keys(example.answers), ['examples', at, 'answers']),
      ...unknown(Object.keys(example.expect.requirements ?? {}), ['examples', at, 'expect']),
      ...unknown(Object.keys(example.expect.criteria ?? {}), ['examples', at, 'expect'], criteria),
      ...unknown(example.expect.missing ?? [], ['examples', at, 'expect']),
    ]),
  ];
}

/** Everything wrong in a rulebook of the right shape. */
export function checkRulebook(book: RulebookFile): Finding[] {
  const subjects = new Set(book.subjects.map(({ id }) => id));
  const { from, to } = book.force;
  const days: Finding[] = [];
  for (const [name, date] of [
    ['from', from],
    ['to', to],
  ] as const)
    if (date && !isDay(date))
      days.push({
        path: ['force', name],
        wrong: `${date} không phải ngày có thật`,
        right: 'một ngày YYYY-MM-DD',
      });
  if (to && from > to)
    days.push({ path: ['force'], wrong: 'không ngày nào nằm trong thời kỳ', right: 'from không sau to' });
  return [
    ...days,
    ...repeated(book.subjects, ['subjects']),
    ...repeated(book.criteria, ['criteria']),
    ...repeated(book.readings, ['readings']),
    ...book.criteria.flatMap(({ requirements }, at) =>
      repeated(requirements, ['criteria', at, 'requirements']),
    ),
    ...repeatedAcross(book),
    ...checkRequirements(book, subjects),
    ...checkVerdict(book),
    ...checkReferences(book, subjects),
  ];
}

function repeatedAcross(book: RulebookFile): Finding[] {
  const home = new Map<string, string>();
  return book.criteria.flatMap((criterion, c) =>
    criterion.requirements.flatMap(({ id }, r): Finding[] => {
      const other = home.get(id);
      home.set(id, criterion.id);
      if (other === undefined || other === criterion.id) return [];
      return [
        {
          path: ['criteria', c, 'requirements', r, 'id'],
          wrong: `“${id}” đã có ở mục ${other}`,
          right: 'mỗi yêu cầu chỉ ở một mục',
        },
      ];
    }),
  );
}
