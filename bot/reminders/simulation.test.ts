import { describe, expect, it } from 'vitest';
import type { Rulebook } from '../../evaluators/index.ts';
import { builtInRulebooks, loadRulebooks } from '../../evaluators/index.ts';
import type { World } from '../store/records.ts';
import { foreseeReminders } from './foresee-reminders.ts';
import type { Reach } from './goes-at.ts';
import type { NaiveReminder } from './testing/naive-list.ts';
import { naiveList } from './testing/naive-list.ts';
import { sampleWorld } from './testing/sample-world.ts';
import { iso, simulate } from './testing/simulate.ts';

const { rulebooks } = loadRulebooks(builtInRulebooks);
const kinds = [...rulebooks.values()].flatMap(rulebook =>
  rulebook.subjects.map(({ id: subject }) => ({ rulebook, plan: rulebook.id, subject })),
);
/** One of each plan. */
const plans = [...new Map(kinds.map(kind => [kind.plan, kind])).values()];
const DEFAULT = [30, 15, 7, 3, 1, 0];
/** Three years with a leap year, and the turn to the next. */
const START = '2024-01-01';
const END = '2027-02-28';

/** Some days for whatever waits for a day: two close to each other, a leap day, one near Tết. */
function someDates({ duties }: Rulebook): { duty: string; date: string }[] {
  return duties.flatMap(({ id: duty, when }) => {
    if (when.kind === 'entered')
      return [{ duty, date: when.recurs === 'weekly' ? '2024-01-05' : '2024-02-29' }];
    if (when.kind !== 'event') return [];
    return ['2024-02-11', '2024-02-29', '2024-03-04', '2025-01-31', '2026-12-31'].map(date => ({
      duty,
      date,
    }));
  });
}

function compare(given: {
  rulebook: Rulebook;
  subject: string;
  leads?: readonly number[];
  hour?: string;
  secretary?: boolean;
  confirmed?: boolean;
  reach?: Reach;
  /** When the person joined. */
  joined?: string;
  /** Of every second occurrence, by another member. */
  marked?: boolean;
  /** Other lead times, from some instant on. */
  later?: { at: string; leads: readonly number[] };
}): void {
  const { reach = 'free', joined = START, later } = given;
  const { rulebook, subject, leads = DEFAULT, hour = '07:30', secretary = true, confirmed = true } = given;
  const entered = someDates(rulebook);
  const since = iso(START);
  const unit = { rulebook, subject, leads, hour, secretary, entered, confirmed };
  const first = naiveList(unit, START, later?.at.slice(0, 10) ?? END);
  const marked = given.marked ? everySecond(first) : [];
  const world = sampleWorld({
    plan: rulebook.id,
    subject,
    since,
    role: secretary ? 'secretary' : 'member',
    joined: iso(joined),
    unit: {
      leads,
      marked,
      entered: entered.map(one => ({ ...one, at: since })),
      ...(confirmed ? {} : { confirmation: null }),
    },
  });
  const preferences = { ...world.reminders.preferences, hour };
  const sent = simulate(
    {
      ...{ rulebook, reach, world: { ...world, reminders: { ...world.reminders, preferences } } },
      deeds: later ? [{ at: later.at, change: before => withLeads(before, later) }] : [],
    },
    START,
    `${END} 23:59`,
  );
  const naive = later
    ? [
        ...first.filter(one => one.at < later.at),
        ...naiveList({ ...unit, leads: later.leads }, later.at.slice(0, 10), END).filter(
          one => one.at >= later.at,
        ),
      ]
    : naiveList({ ...unit, marked }, START, END);
  const expected = naive
    .filter(one => one.at >= joined)
    .map(one => (reach === 'counted' ? { ...one, at: `${one.at.slice(0, 10)} ${hour}` } : one));
  expect(sent.toSorted()).toEqual(expected.map(line).toSorted());
}

function everySecond(naive: readonly NaiveReminder[]): { duty: string; due: string }[] {
  return naive
    .filter(({ moment }) => moment === 'escalation')
    .filter((_, index) => index % 2 === 0)
    .map(({ duty, due }) => ({ duty, due }));
}

function withLeads(world: World, { at, leads }: { at: string; leads: readonly number[] }): World {
  const change = { type: 'leads-set' as const, unit: 'u1', leads };
  return { ...world, reminders: foreseeReminders(world.reminders, change, 'p1', iso(at)) };
}

const line = ({ at, duty, due, moment }: NaiveReminder): string => `${at} duty:u1:${duty} ${due} ${moment}`;

describe('three years of all plans by a simulated clock', () => {
  it.each(kinds)('[N1] $plan, $subject: the same reminders as a naive list', compare);

  it.each(kinds)('[N1] $plan, $subject: a member with other lead times and another hour', kind =>
    compare({ ...kind, leads: [60, 45, 10, 2], hour: '18:05', secretary: false }),
  );

  it.each(kinds)('[N11] $plan, $subject: where messages are counted, all of a day at one hour', kind =>
    compare({ ...kind, reach: 'counted' }),
  );

  it.each(kinds)('[N6] $plan, $subject: unconfirmed, only of days that the unit entered', kind =>
    compare({ ...kind, confirmed: false }),
  );

  it.each(plans)('[N7] $plan, $subject: to who joins later, only what comes then', kind =>
    compare({ ...kind, joined: '2025-06-23 12:00' }),
  );

  it.each(plans)('[N10] $plan, $subject: of what another member has marked done, nothing at 15:00', kind =>
    compare({ ...kind, marked: true }),
  );

  it.each(plans)('[N7] $plan, $subject: other lead times bring nothing of before', kind =>
    compare({ ...kind, later: { at: '2026-02-02 12:00', leads: [60, 20, 7, 0] } }),
  );
});
