import { describe, expect, it } from 'vitest';
import { builtInRulebooks, loadRulebooks } from '../../evaluators/index.ts';
import type { World } from '../store/records.ts';
import type { OwnReminder, ReminderMark, ReminderPreferences, Reminders } from '../store/reminder-records.ts';
import { DEFAULT_PREFERENCES } from '../store/reminder-records.ts';
import { decide } from './decide.ts';
import { foreseeReminders } from './foresee-reminders.ts';
import type { Reach } from './goes-at.ts';
import { sampleWorld } from './testing/sample-world.ts';
import type { Deed } from './testing/simulate.ts';
import { at, iso, simulate, viewAt } from './testing/simulate.ts';

const { rulebooks } = loadRulebooks(builtInRulebooks);
const YEARLY = { plan: 'quang-binh-69-kh-duk', subject: 'dang-bo-co-so' };
const rulebook = rulebooks.get(YEARLY.plan)!;
/** Saturday 19/12/2026. */
const REPORT = 'duty:u1:d1-1';
const DUE = '2026-12-19';

interface Given extends Omit<Parameters<typeof sampleWorld>[0], 'plan' | 'subject' | 'since'> {
  since?: string;
  reach?: Reach;
  deeds?: Deed[];
}

const worldOf = ({ since = '2026-11-01', ...given }: Given = {}): World =>
  sampleWorld({ ...YEARLY, since: iso(since), ...given });

/** What is sent of the report and of own reminders: `<when> <moment>`, with the day of one's own. */
function sent(given: Given = {}, from = '2026-11-01', to = '2027-01-15'): string[] {
  const { reach = 'free', deeds = [] } = given;
  return simulate({ world: worldOf(given), rulebook, reach, deeds }, from, to).map(line =>
    line.replace(`${REPORT} ${DUE} `, ''),
  );
}

const ALL = [
  '2026-11-19 07:30 lead:30',
  '2026-12-04 07:30 lead:15',
  '2026-12-12 07:30 lead:7',
  '2026-12-16 07:30 lead:3',
  '2026-12-18 07:30 lead:1',
  '2026-12-19 07:30 lead:0',
  '2026-12-19 15:00 escalation',
];
const without = (...moments: string[]): string[] =>
  ALL.filter(line => !moments.some(moment => line.endsWith(` ${moment}`)));

const marked = (kind: ReminderMark['kind'], when: string, until: string | null = null): ReminderMark => ({
  item: REPORT,
  due: DUE,
  kind,
  until: until === null ? null : iso(until),
  at: iso(when),
});
const marks = (...all: ReminderMark[]): Given => ({ reminders: { marks: all } });
const preferring = (preferences: Partial<ReminderPreferences>): Partial<Reminders> => ({
  preferences: { ...DEFAULT_PREFERENCES, ...preferences },
});

const own = (given: Partial<OwnReminder['schedule']>, since = '2026-11-01'): OwnReminder => ({
  id: 'r1',
  text: 'họp chi bộ',
  schedule: {
    days: { kind: 'once', date: '2026-12-03' },
    time: '19:00',
    from: '2026-11-01',
    until: null,
    ...given,
  },
  createdAt: iso(since),
  state: 'active',
  since: iso(since),
});

describe('when a duty is spoken of', () => {
  it('[N1] 30, 15, 7, 3, 1 days before and on the day, at the person’s hour', () => {
    expect(sent()).toEqual(ALL);
    expect(sent({ reminders: preferring({ hour: '18:00' }) })[0]).toBe('2026-11-19 18:00 lead:30');
  });

  it('[N1] a unit that has its own lead times is reminded by them', () => {
    expect(sent({ unit: { leads: [10] }, role: 'member' })).toEqual([
      '2026-12-09 07:30 lead:10',
      '2026-12-18 07:30 eve',
    ]);
  });

  it('[N3] a day that is no working day is not shifted: the last working day before it has a reminder too', () => {
    expect(sent({ unit: { leads: [7, 0] }, role: 'member' })).toEqual([
      '2026-12-12 07:30 lead:7',
      '2026-12-18 07:30 eve',
      '2026-12-19 07:30 lead:0',
    ]);
  });

  it('[N2] a monthly duty is not spoken of before the one before it is over', () => {
    const plan = { plan: 'tkv-1288-kh-du', subject: 'chi-bo-truc-thuoc' };
    const world = sampleWorld({ ...plan, since: iso('2026-03-01') });
    const lines = simulate({ world, rulebook: rulebooks.get(plan.plan)! }, '2026-03-01', '2026-05-31');
    expect(lines.filter(line => line.includes('d3-7 2026-04-30'))).toEqual([
      '2026-04-15 07:30 duty:u1:d3-7 2026-04-30 lead:15',
      '2026-04-23 07:30 duty:u1:d3-7 2026-04-30 lead:7',
      '2026-04-27 07:30 duty:u1:d3-7 2026-04-30 lead:3',
      '2026-04-29 07:30 duty:u1:d3-7 2026-04-30 lead:1',
      '2026-04-30 07:30 duty:u1:d3-7 2026-04-30 lead:0',
      '2026-04-30 15:00 duty:u1:d3-7 2026-04-30 escalation',
    ]);
  });

  it('[N10] only a secretary is told, at 15:00 of the last day, that nobody has marked it done', () => {
    expect(sent({ role: 'deputy' })).toEqual(without('escalation'));
    expect(sent({ role: 'member' })).toEqual(without('escalation'));
  });

  it('[N10] not when anybody of the unit has marked it done for themselves, unless they take it back', () => {
    const done =
      (...due: string[]): Deed['change'] =>
      before =>
        withUnit(before, { marked: due.map(one => ({ duty: 'd1-1', due: one })) });
    expect(sent({ unit: { marked: [{ duty: 'd1-1', due: DUE }] } })).toEqual(without('escalation'));
    expect(sent({ unit: { marked: [{ duty: 'd1-1', due: '2025-12-19' }] } })).toEqual(ALL);
    expect(sent({ deeds: [{ at: '2026-12-19 14:59', change: done(DUE) }] })).toEqual(without('escalation'));
    const takenBack = [
      { at: '2026-12-19 10:00', change: done(DUE) },
      { at: '2026-12-19 14:00', change: done() },
    ];
    expect(sent({ deeds: takenBack })).toEqual(ALL);
    expect(sent({ role: 'member', unit: { marked: [{ duty: 'd1-1', due: DUE }] } })).toEqual(
      without('escalation'),
    );
  });
});

describe('what is never sent', () => {
  it('[N6] nothing of a plan that nobody has confirmed', () => {
    expect(sent({ unit: { confirmation: null } })).toEqual([]);
  });

  it('[N6] a confirmed plan reminds from its confirmation on, and no more once it is taken back', () => {
    const confirmation = { document: '12-CV/ĐU', person: 'p1', at: iso('2026-12-05 09:00') };
    expect(sent({ unit: { confirmation } })).toEqual(without('lead:30', 'lead:15'));
    const deeds = [
      { at: '2026-12-12 08:00', change: (world: World) => withUnit(world, { confirmation: null }) },
    ];
    expect(sent({ deeds })).toEqual(ALL.slice(0, 3));
  });

  it('[N6] a plan that is marked as confirmed itself needs no unit’s word', () => {
    const world = worldOf({ unit: { confirmation: null } });
    const { due } = decide(viewAt(at('2026-12-12 08:00'), world, rulebook, true), 'free');
    expect(due.map(({ item }) => [item.key, item.silent])).toEqual([[REPORT, null]]);
  });

  it('[N7] nothing of before the unit came, was taken up again, or a pause ended', () => {
    expect(sent({ since: '2026-12-12 07:31' })).toEqual(ALL.slice(3));
    expect(sent({ unit: { resumed: [{ duty: 'd1-1', at: iso('2026-12-17') }] } })).toEqual(ALL.slice(4));
    expect(sent({ reminders: preferring({ since: iso('2026-12-17') }) })).toEqual(ALL.slice(4));
    expect(sent({ reminders: preferring({ pausedUntil: iso('2026-12-18 07:30') }) })).toEqual(ALL.slice(4));
    expect(sent({ unit: { paused: ['d1-1'] } })).toEqual([]);
  });

  it('[N7] nothing of before the person joined, whatever the unit was reminded of', () => {
    expect(sent({ joined: iso('2026-12-12 07:31') })).toEqual(ALL.slice(3));
    expect(sent({ joined: iso('2026-12-19 07:30') })).toEqual(ALL.slice(5));
    expect(sent({ joined: iso('2026-12-20') })).toEqual([]);
  });

  it('[N7] lead times that are changed bring nothing of before, and what was due already still comes', () => {
    const set = (when: string, leads: readonly number[]): Deed => ({
      at: when,
      change: before => ({
        ...before,
        reminders: foreseeReminders(
          before.reminders,
          { type: 'leads-set', unit: 'u1', leads },
          'p1',
          iso(when),
        ),
      }),
    });
    const member = (...deeds: Deed[]): string[] => sent({ role: 'member', deeds });
    // Thirty days before is over, and 20 days too; the Friday before comes as ever.
    expect(member(set('2026-12-10 09:00', [30, 20, 2]))).toEqual([
      ...ALL.slice(0, 2),
      '2026-12-17 07:30 lead:2',
      '2026-12-18 07:30 eve',
    ]);
    // On Friday it came as the day before: that the day before is taken away does not have it come again.
    expect(member(set('2026-12-18 09:00', [0]))).toEqual(without('escalation'));
    expect(member(set('2026-12-25 09:00', [2]))).toEqual(without('escalation'));
    // Added, and another added later: neither comes after its time.
    expect(member(set('2026-12-05 09:00', [20, 15, 7]), set('2026-12-06 09:00', [25, 20, 7]))).toEqual([
      ...ALL.slice(0, 3),
      '2026-12-18 07:30 eve',
    ]);
    const waiting = worldOf({ role: 'member', reminders: preferring({ hour: '05:15' }) });
    const changed = set('2026-12-12 05:30', [60, 7]).change(waiting);
    const { sent: kept } = decide(viewAt(at('2026-12-12 06:00'), changed, rulebook), 'free');
    expect(kept.map(({ moment }) => moment)).toEqual(['lead:7']);
  });

  it('[N7] a day that is entered reminds from when it was entered', () => {
    const entered = [{ duty: 'd1-3', date: '2026-12-31', at: iso('2026-12-20 10:00') }];
    expect(
      sent({ unit: { entered, confirmation: null } }).map(line =>
        line.replace('duty:u1:d1-3 2026-12-31 ', ''),
      ),
    ).toEqual([
      '2026-12-24 07:30 lead:7',
      '2026-12-28 07:30 lead:3',
      '2026-12-30 07:30 lead:1',
      '2026-12-31 07:30 lead:0',
      '2026-12-31 15:00 escalation',
    ]);
  });

  it('[N7] nothing of one’s own that is paused or cancelled, and after a pause only what comes then', () => {
    const weekly = own({ days: { kind: 'weekly', weekdays: [1] }, time: '19:00', until: '2026-12-14' });
    const of = (given: Partial<OwnReminder>) =>
      sent({ unit: { confirmation: null }, reminders: { own: [{ ...weekly, ...given }] } }).length;
    expect(of({})).toBe(7);
    expect(of({ state: 'paused' })).toBe(0);
    expect(of({ state: 'cancelled' })).toBe(0);
    expect(of({ since: iso('2026-12-08') })).toBe(1);
  });

  it('[N17] nothing to a person without a messenger, and nothing stands as sent', () => {
    const decided = decide(viewAt(at('2026-12-19 16:00'), worldOf(), rulebook), 'none');
    expect(decided).toEqual({ due: [], sent: [], nextAt: at('2026-12-20 16:00') });
  });
});

describe('what a person does about it', () => {
  it('[N8] done, skipped, or done for the unit: nothing more of this time', () => {
    expect(sent(marks(marked('done', '2026-12-05')))).toEqual([]);
    const once = (kind: ReminderMark['kind']): Deed => ({
      at: '2026-12-04 08:00',
      change: world => withMarks(world, marked(kind, '2026-12-04 08:00')),
    });
    expect(sent({ deeds: [once('done')] })).toEqual(ALL.slice(0, 2));
    expect(sent({ deeds: [once('skipped')] })).toEqual(ALL.slice(0, 2));
    const done = [{ duty: 'd1-1', due: DUE, person: 'p2', at: iso('2026-12-19 08:00') }];
    const deeds = [{ at: '2026-12-19 08:00', change: (world: World) => withUnit(world, { done }) }];
    expect(sent({ deeds })).toEqual(without('escalation'));
  });

  it('[N8] put off until an instant, it is silent until then and comes back then', () => {
    expect(sent(marks(marked('snoozed', '2026-11-19 08:00', '2026-12-13 20:15')))).toEqual([
      `2026-12-13 20:15 snooze:${iso('2026-12-13 20:15')}`,
      ...ALL.slice(3),
    ]);
  });

  it('[N8] put off to another day when the time before it is long over, it still comes back', () => {
    const world = worldOf(marks(marked('snoozed', '2026-12-20', '2027-06-01 09:00')));
    const lines = simulate({ world, rulebook }, '2026-12-20', '2027-06-02');
    expect(lines).toEqual([`2027-06-01 09:00 ${REPORT} ${DUE} snooze:${iso('2027-06-01 09:00')}`]);
  });

  it('[N8] taken back, it goes on; what fell into the time in which it was done does not come after all', () => {
    const takenBack = marks(marked('done', '2026-12-05'), marked('reopened', '2026-12-14'));
    expect(sent(takenBack)).toEqual(without('lead:7'));
    const unsnoozed = marks(
      marked('snoozed', '2026-12-05', '2026-12-18 20:00'),
      marked('reopened', '2026-12-14'),
    );
    expect(sent(unsnoozed)).toEqual(without('lead:7'));
  });
});

describe('hours', () => {
  it('[N9] an hour that was said is kept in quiet hours too; what has none waits until they end', () => {
    const night = own({ time: '22:30' });
    expect(sent({ unit: { confirmation: null }, reminders: { own: [night] } })).toEqual([
      '2026-12-03 22:30 own:r1 2026-12-03 own',
    ]);
    const early = preferring({ hour: '05:15' });
    expect(
      sent({ unit: { confirmation: null }, reminders: { ...early, own: [own({ time: null })] } }),
    ).toEqual(['2026-12-03 06:00 own:r1 2026-12-03 own']);
    expect(sent({ reminders: early })[0]).toBe('2026-11-19 06:00 lead:30');
  });

  it('[N9] quiet hours may lie within one day, or be none', () => {
    const noon = preferring({ hour: '12:00', quiet: { from: '11:30', to: '13:30' } });
    expect(sent({ reminders: noon })[0]).toBe('2026-11-19 13:30 lead:30');
    expect(sent({ reminders: preferring({ hour: '05:15', quiet: null }) })[0]).toBe(
      '2026-11-19 05:15 lead:30',
    );
  });

  it('[N9] one’s own reminder comes on each of its days', () => {
    const monthly = own({ days: { kind: 'monthly', day: 31, every: 1 }, until: '2027-02-28' });
    const lines = sent(
      { unit: { confirmation: null }, reminders: { own: [monthly] } },
      '2026-11-01',
      '2027-04-01',
    );
    expect(lines).toEqual([
      '2026-11-30 19:00 own:r1 2026-11-30 own',
      '2026-12-31 19:00 own:r1 2026-12-31 own',
      '2027-01-31 19:00 own:r1 2027-01-31 own',
      '2027-02-28 19:00 own:r1 2027-02-28 own',
    ]);
  });
});

describe('what was missed', () => {
  const back = (clock: string, given: Given = {}) =>
    decide(viewAt(at(clock), worldOf(given), rulebook), given.reach ?? 'free');

  it('[N5] comes as one message that holds each item once, and all of it stands as sent', () => {
    const { due, sent: kept } = back('2026-12-20 10:00');
    expect(due.map(({ item, late }) => [item.key, item.due, late])).toEqual([[REPORT, DUE, true]]);
    expect(kept.map(({ moment }) => moment)).toEqual(ALL.map(line => line.split(' ')[2]));
  });

  it('[N5] waits until the quiet hours end', () => {
    const { due, nextAt } = back('2026-12-20 02:00');
    expect(due).toEqual([]);
    expect(nextAt).toBe(at('2026-12-20 06:00'));
  });

  it('[N5] is dropped when it is older than 62 days', () => {
    const { sent: kept } = back('2027-02-17 12:00');
    expect(kept.map(({ moment }) => moment)).toEqual(['lead:1', 'lead:0', 'escalation']);
  });

  it('[N8] what waits to be sent is not sent any more once it is done, left out or put off', () => {
    const waiting = (mark: ReminderMark) => back('2026-12-20 06:00', marks(mark)).sent;
    expect(waiting(marked('done', '2026-12-20 05:00'))).toEqual([]);
    expect(waiting(marked('skipped', '2026-12-20 05:00'))).toEqual([]);
    expect(waiting(marked('snoozed', '2026-12-20 05:00', '2026-12-20 09:00'))).toEqual([]);
    expect(waiting(marked('reopened', '2026-12-20 05:00'))).toHaveLength(ALL.length);
  });

  it('[N5] of what recurs, only the last time that is over is told', () => {
    const daily = own({ days: { kind: 'daily' }, time: '19:00' });
    const { due, sent: kept } = back('2026-11-08 12:00', {
      unit: { confirmation: null },
      reminders: { own: [daily] },
    });
    expect(due.map(({ item }) => item.due)).toEqual(['2026-11-07']);
    expect(kept).toHaveLength(7);
  });

  it('[N5] what only waited for the end of quiet hours was not missed', () => {
    const given = { reminders: preferring({ hour: '05:15' }) };
    expect(back('2026-11-19 06:00', given).due.map(({ late }) => late)).toEqual([false]);
    expect(back('2026-11-19 07:00', given).due.map(({ late }) => late)).toEqual([true]);
  });
});

describe('one message', () => {
  it('[N12] what is due at one instant goes together, by day', () => {
    const world = worldOf({
      reminders: { own: [own({ days: { kind: 'once', date: '2026-12-12' }, time: '07:30' })] },
    });
    const { due } = decide(viewAt(at('2026-12-12 07:30'), world, rulebook), 'free');
    expect(due.map(({ item, moments, late }) => [item.key, moments.map(({ name }) => name), late])).toEqual([
      ['own:r1', ['own'], false],
      [REPORT, ['lead:30', 'lead:15', 'lead:7'], false],
    ]);
  });
});

describe('where messages are counted', () => {
  const counted = (given: Given): Given => ({ ...given, reach: 'counted' });

  it('[N11] all of a day goes out together at the person’s hour', () => {
    const day = own({ days: { kind: 'once', date: DUE } });
    expect(sent(counted({ reminders: { own: [day] } })).slice(-3)).toEqual([
      '2026-12-19 07:30 lead:0',
      '2026-12-19 07:30 escalation',
      '2026-12-19 07:30 own:r1 2026-12-19 own',
    ]);
  });

  it('[N11] what is made or put off for later the same day comes at its own time', () => {
    const made = own({ days: { kind: 'once', date: DUE } }, '2026-12-19 08:00');
    const given = { unit: { confirmation: null }, reminders: { own: [made] } };
    expect(sent(counted(given), '2026-12-19 08:00')).toEqual(['2026-12-19 19:00 own:r1 2026-12-19 own']);
    const later = marks(marked('snoozed', '2026-12-19 08:00', '2026-12-19 10:00'));
    expect(sent(counted(later), '2026-12-19 08:00')[0]).toBe(
      `2026-12-19 10:00 snooze:${iso('2026-12-19 10:00')}`,
    );
  });

  it('[N11] what is put off to another day comes with that day’s digest', () => {
    const tomorrow = marks(marked('snoozed', '2026-12-19 08:00', '2026-12-20 10:00'));
    expect(sent(counted(tomorrow), '2026-12-19 08:00')[0]).toBe(
      `2026-12-20 07:30 snooze:${iso('2026-12-20 10:00')}`,
    );
  });

  it('[N11] what was missed waits for the digest of the day', () => {
    const world = worldOf({ unit: { leads: [1] }, role: 'member' });
    const early = decide(viewAt(at('2026-12-19 06:30'), world, rulebook), 'counted');
    expect([early.due.length, early.nextAt]).toEqual([0, at('2026-12-19 07:30')]);
    const digest = decide(viewAt(at('2026-12-19 07:30'), world, rulebook), 'counted');
    expect(digest.due.map(({ late }) => late)).toEqual([true]);
  });
});

const withMarks = (world: World, ...all: ReminderMark[]): World => ({
  ...world,
  reminders: { ...world.reminders, marks: all },
});
function withUnit(world: World, unit: Partial<Reminders['units'][number]>): World {
  const units = world.reminders.units.map(before => ({ ...before, ...unit }));
  return { ...world, reminders: { ...world.reminders, units } };
}
