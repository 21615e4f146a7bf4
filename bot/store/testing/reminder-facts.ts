import fc from 'fast-check';
import { expect, it } from 'vitest';
import { foreseeReminders } from '../../reminders/foresee-reminders.ts';
import type { Change } from '../records.ts';
import type { ReminderChange, ReminderMark } from '../reminder-records.ts';
import { DEFAULT_LEADS, DEFAULT_PREFERENCES, NO_REMINDERS } from '../reminder-records.ts';
import type { Store } from '../store.ts';
import { joinUnit, NOW, openUnit, said, unit } from './people.ts';
import { anyReminderChange, doneFor, made, marked } from './reminder-changes.ts';

/** What holds of reminders in a store. */
export function reminderFacts(open: () => Promise<Store>, clock: { now: string }): void {
  const settled = { unit: 'u1', since: NOW, leads: DEFAULT_LEADS, confirmation: null, offered: false };
  const nothing = { leadsSince: [], entered: [], paused: [], resumed: [], done: [], marked: [] };

  it('[N40] a unit is reminded from when it was opened, in the usual steps, until it settles otherwise', async () => {
    const store = await open();
    await openUnit(store);
    expect((await store.world('bi-thu')).reminders).toEqual({
      ...NO_REMINDERS,
      units: [{ ...settled, ...nothing }],
    });
    expect((await store.world('nguoi-la')).reminders).toEqual(NO_REMINDERS);
    clock.now = '2026-11-21T01:05:00Z';
    await store.keep('bi-thu', {}, said('…'), [
      { type: 'plan-confirmed', unit: 'u1', document: 'Công văn 12-CV/ĐU\0' },
      { type: 'leads-set', unit: 'u1', leads: [7, 0] },
      { type: 'duty-dated', unit: 'u1', duty: 'd3-5', date: '2026-12-10', entered: true },
      { type: 'duty-paused', unit: 'u1', duty: 'd3-1', paused: true },
      { type: 'duty-paused', unit: 'u1', duty: 'd3-2', paused: true },
      { type: 'duty-paused', unit: 'u1', duty: 'd3-2', paused: false },
      { type: 'confirmation-offered', unit: 'u1' },
      doneFor('u1', 'd3-1', '2026-11-30'),
    ]);
    const at = clock.now;
    expect((await store.world('bi-thu')).reminders.units).toEqual([
      {
        unit: 'u1',
        since: NOW,
        leads: [7, 0],
        leadsSince: [30, 15, 3, 1].map(lead => ({ lead, at })),
        confirmation: { document: 'Công văn 12-CV/ĐU\ufffd', person: 'bi-thu', at },
        offered: true,
        entered: [{ duty: 'd3-5', date: '2026-12-10', at }],
        paused: ['d3-1'],
        resumed: [{ duty: 'd3-2', at }],
        done: [{ duty: 'd3-1', due: '2026-11-30', person: 'bi-thu', at }],
        marked: [],
      },
    ]);
  });

  it('[N40] of a unit’s reminders secretary and deputy decide, of the plan’s confirmation the secretary alone', async () => {
    const store = await open();
    await openUnit(store);
    await joinUnit(store, 'pho', 'deputy');
    await joinUnit(store, 'dang-vien', 'member');
    const confirmed: Change = { type: 'plan-confirmed', unit: 'u1', document: 'Công văn 12' };
    const led: Change[] = [
      { type: 'leads-set', unit: 'u1', leads: [3] },
      { type: 'duty-dated', unit: 'u1', duty: 'd3-5', date: '2026-12-10', entered: true },
      { type: 'duty-paused', unit: 'u1', duty: 'd3-1', paused: true },
      { type: 'confirmation-offered', unit: 'u1' },
      doneFor('u1', 'd3-1', '2026-11-30'),
    ];
    const before = (await store.world('bi-thu')).reminders;
    for (const [person, changes] of [
      ['dang-vien', [...led, confirmed]],
      ['nguoi-la', [...led, confirmed, marked('duty:u1:d3-1', '2026-11-30')]],
      ['pho', [confirmed]],
    ] as [string, Change[]][]) {
      for (const change of changes) {
        await expect(
          store.keep(person, {}, said('…'), [change]),
          `${person} ${change.type}`,
        ).rejects.toThrow();
      }
    }
    expect((await store.world('bi-thu')).reminders).toEqual(before);
    for (const change of led) expect(await store.keep('pho', {}, said('…'), [change])).toBe('kept');
    expect(await store.keep('bi-thu', {}, said('…'), [confirmed])).toBe('kept');
  });

  it('[N41] own reminders, marks and preferences are their person’s, and nobody else’s to see or change', async () => {
    const store = await open();
    await openUnit(store);
    await joinUnit(store, 'dang-vien', 'member');
    await store.keep('dang-vien', {}, said('…'), [
      made('r1'),
      marked('duty:u1:d3-1', '2026-11-30'),
      marked('own:r1', '2026-12-03'),
      { type: 'reminding-set', preferences: { hour: '06:00', quiet: null } },
      { type: 'feed-opened', tokenHash: 'bam-1' },
    ]);
    const { reminders } = await store.world('dang-vien');
    expect(reminders).toMatchObject({
      own: [{ id: 'r1', state: 'active', since: NOW, createdAt: NOW }],
      marks: [{ item: 'duty:u1:d3-1', at: NOW }, { item: 'own:r1' }],
      preferences: { ...DEFAULT_PREFERENCES, hour: '06:00', quiet: null },
      feed: true,
    });
    // The secretary sees that somebody has done it, and nothing else.
    expect((await store.world('bi-thu')).reminders).toEqual({
      ...NO_REMINDERS,
      units: [{ ...settled, ...nothing, marked: [{ duty: 'd3-1', due: '2026-11-30' }] }],
    });
    for (const change of [
      { type: 'reminder-state', reminder: 'r1', state: 'cancelled' },
      marked('own:r1', '2026-12-03'),
      made('r1'),
      marked('khac', '2026-12-03'),
      { type: 'feed-opened', tokenHash: 'bam-1' },
    ] as Change[]) {
      await expect(store.keep('bi-thu', {}, said('…'), [change]), change.type).rejects.toThrow();
    }
    expect((await store.world('dang-vien')).reminders).toEqual(reminders);
  });

  it('[N10] a secretary sees what other members have marked done, the last mark of each standing; nobody else does', async () => {
    const store = await open();
    await openUnit(store);
    await store.keep('bi-thu', {}, said('mở'), [{ type: 'unit-opened', unit: unit('u2') }]);
    await store.keep('nguoi-la', {}, said('mở'), [{ type: 'unit-opened', unit: unit('u9') }]);
    for (const person of ['pho', 'an', 'binh', 'nguoi-la']) await joinUnit(store, person, 'member');
    const mark = async (person: string, item: string, due: string, kind: ReminderMark['kind'] = 'done') => {
      const until = kind === 'snoozed' ? '2026-12-01T00:00:00Z' : null;
      const change: Change = { type: 'reminder-marked', mark: { item, due, kind, until } };
      expect(await store.keep(person, {}, said('…'), [change])).toBe('kept');
    };
    const marked = async (person: string): Promise<unknown> =>
      (await store.world(person)).reminders.units.map(one => [
        one.unit,
        one.marked.map(({ duty, due }) => `${duty} ${due}`),
      ]);
    const november = '2026-11-30';
    await mark('bi-thu', 'duty:u1:d0', november);
    await mark('nguoi-la', 'duty:u9:d1', november);
    for (const person of ['pho', 'an', 'binh']) await mark(person, 'duty:u1:d1', november);
    await mark('an', 'duty:u1:d2', november, 'skipped');
    for (const kind of ['reopened', 'snoozed', 'skipped'] as const) {
      await mark('an', `duty:u1:${kind}`, november);
      await mark('an', `duty:u1:${kind}`, november, kind);
    }
    await mark('an', 'duty:u1:d3', november, 'reopened');
    await mark('an', 'duty:u1:d3', november);
    await mark('an', 'duty:u1:d3', '2026-12-31');
    expect(await marked('bi-thu')).toEqual([
      ['u1', ['d1 2026-11-30', 'd3 2026-11-30', 'd3 2026-12-31']],
      ['u2', []],
    ]);
    expect(await marked('an')).toEqual([['u1', []]]);
    expect(await marked('nguoi-la')).toEqual([
      ['u9', []],
      ['u1', []],
    ]);
    await mark('pho', 'duty:u1:d1', november, 'reopened');
    await mark('an', 'duty:u1:d1', november, 'reopened');
    expect(await marked('bi-thu')).toMatchObject([['u1', ['d1 2026-11-30', {}, {}]], {}]);
    await mark('binh', 'duty:u1:d1', november, 'reopened');
    clock.now = '2027-03-11T01:00:00Z';
    expect(await marked('bi-thu')).toEqual([
      ['u1', ['d3 2026-12-31']],
      ['u2', []],
    ]);
  });

  it('[N7] says since when each belongs to the unit, whatever role they are given afterwards', async () => {
    const store = await open();
    await openUnit(store);
    clock.now = '2026-11-21T01:05:00Z';
    await joinUnit(store, 'an', 'member');
    clock.now = '2026-11-21T01:09:00Z';
    await joinUnit(store, 'an', 'deputy');
    const since = async (person: string) =>
      (await store.world(person)).memberships.map(one => [one.role, one.since]);
    expect(await since('bi-thu')).toEqual([['secretary', NOW]]);
    expect(await since('an')).toEqual([['deputy', '2026-11-21T01:05:00Z']]);
  });

  it('[N41] a reminder taken up again counts from then on', async () => {
    const store = await open();
    await store.keep('an', {}, said('…'), [made('r1'), made('r2')]);
    const set = async (at: string, state: 'active' | 'paused'): Promise<void> => {
      clock.now = at;
      await store.keep('an', {}, said('…'), [{ type: 'reminder-state', reminder: 'r1', state }]);
    };
    await set('2026-11-22T01:00:00Z', 'paused');
    await set('2026-11-23T01:00:00Z', 'active');
    await set('2026-11-24T01:00:00Z', 'active');
    expect((await store.world('an')).reminders.own).toMatchObject([
      { id: 'r1', createdAt: NOW, since: '2026-11-23T01:00:00Z' },
      { id: 'r2', createdAt: NOW, since: NOW },
    ]);
  });

  it('[N41] whatever is changed, what is read afterwards is what was foreseen', async () => {
    const store = await open();
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(anyReminderChange, { minLength: 1, maxLength: 12 }), async drawn => {
        run += 1;
        const [id, person] = [`u-${run}`, `bi-thu-${run}`];
        await store.keep(person, {}, said('mở'), [{ type: 'unit-opened', unit: unit(id) }]);
        let foreseen = (await store.world(person)).reminders;
        for (const [n, draw] of drawn.entries()) {
          clock.now = `2026-11-21T01:00:${String(n).padStart(2, '0')}Z`;
          const change = ofRun(draw, id, `${run}-${n}`);
          if (refused(change, foreseen.own)) continue;
          foreseen = foreseeReminders(foreseen, change, person, clock.now);
          await store.keep(person, {}, said('…'), [change]);
        }
        expect((await store.world(person)).reminders).toEqual(foreseen);
      }),
      { numRuns: 40 },
    );
  });

  it('[N40] a change to the unit’s reminders moves the world of its members, one’s own does not', async () => {
    const store = await open();
    await openUnit(store);
    const { version } = await store.world('bi-thu');
    await store.keep('bi-thu', {}, said('…'), [made('r1'), marked('duty:u1:d3-1', '2026-11-30')]);
    expect((await store.world('bi-thu')).version).toBe(version);
    await store.keep('bi-thu', {}, said('…'), [doneFor('u1', 'd3-1', '2026-11-30')]);
    expect((await store.world('bi-thu')).version).not.toBe(version);
  });
}

/** The drawn change in a unit of its own; reminders are of the one person, so that their ids may come again. */
function ofRun(draw: ReminderChange, unitId: string, run: string): ReminderChange {
  if ('unit' in draw) return { ...draw, unit: unitId };
  if (draw.type === 'feed-opened') return { ...draw, tokenHash: `${draw.tokenHash}-${run}` };
  const item = `duty:${unitId}:d1`;
  if (draw.type === 'reminder-marked') return { ...draw, mark: { ...draw.mark, item } };
  const id = (of: string): string => `${of}-${unitId}`;
  if (draw.type === 'reminder-made')
    return { ...draw, reminder: { ...draw.reminder, id: id(draw.reminder.id) } };
  return draw.type === 'reminder-state' ? { ...draw, reminder: id(draw.reminder) } : draw;
}

/** What the store refuses, and a dialogue does not bring: two of one id, and what is not there. */
function refused(change: ReminderChange, own: readonly { id: string }[]): boolean {
  const there = (id: string): boolean => own.some(one => one.id === id);
  if (change.type === 'reminder-made') return there(change.reminder.id);
  return change.type === 'reminder-state' && !there(change.reminder);
}
