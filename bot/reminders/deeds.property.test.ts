import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { builtInRulebooks, loadRulebooks } from '../../evaluators/index.ts';
import type { World } from '../store/records.ts';
import type { OwnReminder, Reminders, UnitReminders } from '../store/reminder-records.ts';
import { DEFAULT_LEADS } from '../store/reminder-records.ts';
import { replayUnit } from './replay-unit.ts';
import { naiveList } from './testing/naive-list.ts';
import { sampleWorld } from './testing/sample-world.ts';
import type { Deed } from './testing/simulate.ts';
import { at, clockAt, iso, simulate } from './testing/simulate.ts';

const PLAN = { plan: 'can-duoc-10-hd-btchu', subject: 'chi-bo-co-so-khoi-co-quan' };
const rulebook = loadRulebooks(builtInRulebooks).rulebooks.get(PLAN.plan)!;
const START = '2026-11-10';
const END = '2027-01-10';
const MINUTE = 60_000;
const REPORT = { item: 'duty:u1:d4-1', due: '2026-11-30' };
const STORY = { item: 'duty:u1:d4-4', due: '2026-11-30' };
const MEETING = { item: 'own:r1', due: '2026-12-03' };
const LEADS = [DEFAULT_LEADS, [10, 2], [45, 20, 0], []];

const meeting: OwnReminder = {
  id: 'r1',
  text: 'họp chi bộ',
  schedule: { days: { kind: 'monthly', day: 3, every: 1 }, time: '22:15', from: START, until: null },
  createdAt: iso(START),
  state: 'active',
  since: iso(START),
};

/** What somebody does at an instant, and how it changes what is kept. */
type What =
  | { kind: 'mark'; of: typeof REPORT; mark: 'done' | 'skipped' | 'reopened' }
  | { kind: 'snooze'; of: typeof REPORT; minutes: number }
  | { kind: 'for-unit'; done: boolean }
  | { kind: 'duty'; paused: boolean }
  | { kind: 'person'; minutes: number }
  | { kind: 'leads'; leads: readonly number[] }
  | { kind: 'another'; done: boolean };

const of = fc.constantFrom(REPORT, STORY, MEETING);
const what: fc.Arbitrary<What> = fc.oneof(
  fc.record({
    kind: fc.constant('mark' as const),
    of,
    mark: fc.constantFrom('done', 'skipped', 'reopened', 'reopened'),
  }),
  fc.record({ kind: fc.constant('snooze' as const), of, minutes: fc.integer({ min: 1, max: 20 * 24 * 60 }) }),
  fc.record({ kind: fc.constant('for-unit' as const), done: fc.boolean() }),
  fc.record({ kind: fc.constant('duty' as const), paused: fc.boolean() }),
  fc.record({ kind: fc.constant('person' as const), minutes: fc.integer({ min: 1, max: 10 * 24 * 60 }) }),
  fc.record({ kind: fc.constant('leads' as const), leads: fc.constantFrom(...LEADS) }),
  fc.record({ kind: fc.constant('another' as const), done: fc.boolean() }),
);
const minutes = (at(END) - at(START)) / MINUTE;
const scripts = fc
  .array(fc.record({ minute: fc.integer({ min: 1, max: minutes }), what }), { maxLength: 12 })
  .map(all => all.toSorted((a, b) => a.minute - b.minute))
  .map(all => all.map(({ minute, what: done }) => deed(clockAt(at(START) + minute * MINUTE), done)));

function deed(when: string, done: What): Deed & { what: What } {
  const marked = (
    of: typeof REPORT,
    kind: 'done' | 'skipped' | 'reopened' | 'snoozed',
    until: string | null,
  ) => inReminders(reminders => ({ marks: [...reminders.marks, { ...of, kind, until, at: iso(when) }] }));
  const after = (count: number): string => iso(clockAt(at(when) + count * MINUTE));
  const change = ((): Deed['change'] => {
    switch (done.kind) {
      case 'mark':
        return marked(done.of, done.mark, null);
      case 'snooze':
        return marked(done.of, 'snoozed', after(done.minutes));
      case 'for-unit':
        return inUnit(() => ({
          done: done.done ? [{ duty: 'd4-1', due: REPORT.due, person: 'p2', at: iso(when) }] : [],
        }));
      case 'duty':
        return inUnit(({ paused }) =>
          done.paused
            ? { paused: ['d4-4'] }
            : { paused: [], ...(paused.length > 0 ? { resumed: [{ duty: 'd4-4', at: iso(when) }] } : {}) },
        );
      case 'person':
        return inReminders(({ preferences }) => ({
          preferences: { ...preferences, pausedUntil: after(done.minutes) },
        }));
      case 'leads':
        return inUnit(unit => {
          const change = { type: 'leads-set' as const, unit: unit.unit, leads: done.leads };
          return replayUnit(unit, [{ change, person: 'p2', at: iso(when) }]);
        });
      case 'another':
        return inUnit(() => ({ marked: done.done ? [{ duty: 'd4-1', due: REPORT.due }] : [] }));
    }
  })();
  return { at: when, change, what: done };
}

function inReminders(change: (before: Reminders) => Partial<Reminders>): Deed['change'] {
  return world => ({ ...world, reminders: { ...world.reminders, ...change(world.reminders) } });
}
function inUnit(change: (before: UnitReminders) => Partial<UnitReminders>): Deed['change'] {
  return inReminders(({ units: [unit] }) => ({ units: [{ ...unit!, ...change(unit!) }] }));
}

const START_WORLD = sampleWorld({ ...PLAN, since: iso(START), reminders: { own: [meeting] } });

/** Whether, as things are kept at an instant, something may be said of an occurrence. */
function isSilent(
  world: World,
  { item, due, moment }: typeof REPORT & { moment?: string },
  now: number,
): boolean {
  const { marks, preferences, units } = world.reminders;
  const [, duty] = /^duty:u1:(.*)$/.exec(item) ?? [];
  const mark = marks.findLast(one => one.item === item && one.due === due);
  return (
    mark?.kind === 'done' ||
    mark?.kind === 'skipped' ||
    (mark?.kind === 'snoozed' && now < Date.parse(mark.until!)) ||
    (preferences.pausedUntil !== null && now < Date.parse(preferences.pausedUntil)) ||
    (duty !== undefined && units[0]!.paused.includes(duty)) ||
    (duty !== undefined && units[0]!.done.some(one => one.duty === duty && one.due === due)) ||
    (moment === 'escalation' && units[0]!.marked.some(one => one.duty === duty && one.due === due))
  );
}

/** All moments there would be at the lead times given, and of one's own, whatever anybody does: `<when> <rest>`. */
function allMoments(leads: readonly number[]): string[] {
  const unit = {
    rulebook,
    subject: PLAN.subject,
    hour: '07:30',
    secretary: true,
    entered: [],
    confirmed: true,
  };
  return [
    ...naiveList({ ...unit, leads }, START, END).map(
      one => `${one.at} duty:u1:${one.duty} ${one.due} ${one.moment}`,
    ),
    ...['2026-12-03', '2027-01-03'].map(due => `${due} 22:15 own:r1 ${due} own`),
  ];
}

const MOMENTS = LEADS.map(leads => [leads, allMoments(leads)] as const);

describe('whatever people do', () => {
  it('[N8] nothing comes that is over, put off or paused, everything else at its time, and nothing twice', () => {
    fc.assert(
      fc.property(scripts, deeds => {
        const sent = simulate({ world: START_WORLD, rulebook, deeds }, START, `${END} 23:59`);
        const worldAt = (clock: string): World =>
          deeds.filter(one => one.at <= clock).reduce((world, { change }) => change(world), START_WORLD);

        const names = sent.map(line => line.slice('2026-12-12 07:30 '.length));
        expect(new Set(names).size).toBe(names.length);
        for (const line of sent) {
          const { clock, item, due, moment } = parts(line);
          const world = worldAt(clock);
          expect([line, isSilent(world, { item, due, moment }, at(clock))]).toEqual([line, false]);
          const time = clock.slice(11);
          const said = moment === 'own' || moment.startsWith('snooze:');
          if (!said) expect(time >= '06:00' && time < '21:30').toBe(true);
          if (moment.startsWith('lead:') || moment === 'eve') {
            // It was to come by the lead times of that day already, whatever they are when it does come.
            const name = line.slice(clock.length + 1);
            const days = MOMENTS.filter(([leads]) => leads === world.reminders.units[0]!.leads);
            const meant = days.flatMap(([, lines]) => lines).find(one => one.endsWith(` ${name}`));
            const { leads } = worldAt(parts(meant!).clock).reminders.units[0]!;
            expect(MOMENTS.find(([of]) => of === leads)![1]).toContain(meant);
          }
        }
        for (const [leads, lines] of MOMENTS) {
          for (const line of lines) {
            const { clock, item, due, moment } = parts(line);
            const world = worldAt(clock);
            if (
              world.reminders.units[0]!.leads !== leads ||
              isSilent(world, { item, due, moment }, at(clock))
            )
              continue;
            expect(sent).toContain(line);
          }
        }
        for (const one of deeds) {
          if (one.what.kind !== 'snooze') continue;
          const until = clockAt(at(one.at) + one.what.minutes * MINUTE);
          const world = worldAt(until);
          const mark = world.reminders.marks.findLast(
            ({ item }) => item === (one.what as { of: typeof REPORT }).of.item,
          );
          if (until > END || mark?.until !== iso(until) || isSilent(world, mark, at(until))) continue;
          expect(names).toContain(`${mark.item} ${mark.due} snooze:${mark.until}`);
        }
      }),
      { numRuns: 100 },
    );
  }, 60_000);
});

function parts(line: string): { clock: string; item: string; due: string; moment: string } {
  const [day, time, item, due, moment] = line.split(' ');
  return { clock: `${day} ${time}`, item: item!, due: due!, moment: moment! };
}
