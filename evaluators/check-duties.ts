/** What the shape of a file of duties cannot say: that names refer to something and days exist. */
import { type Finding, isDay, type Path, repeated, strangers } from './check-rulebook.ts';
import type { Duty, DutyExample } from './duty.ts';

function checkWhen(duty: Duty, at: number): Finding[] {
  const { when } = duty;
  const path: Path = ['duties', at, 'when'];
  const one = { path, wrong: 'thời điểm không rõ', right: 'đúng một trong by, before (và month với yearly)' };
  if (when.kind !== 'once' && when.kind !== 'yearly') return [];
  const given = [when.by, when.before, 'month' in when ? when.month : undefined].filter(x => x !== undefined);
  if (given.length !== 1) return [one];
  const date = when.by ?? when.before;
  // A yearly day has to exist in every year, so 29/2 is refused.
  if (date !== undefined && !isDay(when.kind === 'once' ? date : `2023-${date}`))
    return [
      {
        path,
        wrong: `${date} không phải ngày có thật`,
        right: when.kind === 'once' ? 'YYYY-MM-DD' : 'MM-DD',
      },
    ];
  return [];
}

/** Everything wrong in a file of duties of the right shape. */
export function checkDuties(
  file: { duties: Duty[]; examples: DutyExample[] },
  subjects: ReadonlySet<string>,
): Finding[] {
  const ids = new Set(file.duties.map(({ id }) => id));
  return [
    ...repeated(file.duties, ['duties']),
    ...file.duties.flatMap((duty, at) => [
      ...strangers(duty.for, subjects, ['duties', at, 'for']),
      ...checkWhen(duty, at),
      ...[duty.from, duty.until].flatMap(date =>
        date === undefined || isDay(date)
          ? []
          : [{ path: ['duties', at], wrong: `${date} không phải ngày có thật`, right: 'YYYY-MM-DD' }],
      ),
      ...duty.caveats.flatMap((caveat, c) =>
        strangers(caveat.for, subjects, ['duties', at, 'caveats', c, 'for']),
      ),
    ]),
    ...file.examples.flatMap((example, at) =>
      [...(example.only ?? []), ...example.expect.map(line => line.split(' ')[0]!)]
        .filter(id => !ids.has(id))
        .map(id => ({
          path: ['examples', at],
          wrong: `không có nhiệm vụ “${id}”`,
          right: 'mã đã khai trong duties',
        })),
    ),
  ];
}
