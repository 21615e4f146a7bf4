import { join } from 'node:path';
import ICAL from 'ical.js';
import { expect, it } from 'vitest';
import { loadRulebooks } from '../../../evaluators/index.ts';
import { loadPlans, openKnowledge } from '../../../knowledge/index.ts';
import { newFeed } from '../../reminders/feed-address.ts';
import type { World } from '../../store/records.ts';
import { NO_REMINDERS } from '../../store/reminder-records.ts';
import { calendarDeps } from './calendar-deps.ts';

const { rulebooks } = loadRulebooks();
const { plans } = loadPlans(join(import.meta.dirname, '../../../knowledge/plans'), null);
const { token, hash } = newFeed('m'.repeat(32));
const unit = {
  id: '8f7c0a52-0000-4000-8000-00000000000a',
  name: 'Chi bộ Ấp 3',
  plan: 'can-duoc-10-hd-btchu',
  subject: 'chi-bo-ap',
  superior: null,
  place: null,
};
const own = {
  id: '1b5a4f0e-0000-4000-8000-00000000000b',
  text: 'Họp chi bộ',
  schedule: {
    days: { kind: 'monthly', day: 3, every: 1 },
    time: '19:00',
    from: '2026-11-21',
    until: null,
  },
  createdAt: '2026-11-20T01:00:00Z',
  state: 'active',
  since: '2026-11-20T01:00:00Z',
} as const;
const settings = {
  unit: unit.id,
  since: '2026-11-01T00:00:00Z',
  leads: [30, 7],
  offered: true,
  entered: [],
  paused: [],
  resumed: [],
  leadsSince: [],
  marked: [],
  done: [],
};

function open(confirmed: boolean) {
  const confirmation = confirmed ? { document: '01-CV/HU', person: 'p', at: '2026-11-02T00:00:00Z' } : null;
  const world: World = {
    memberships: [{ unit, role: 'secretary', since: settings.since }],
    assessments: [],
    reminders: { ...NO_REMINDERS, units: [{ ...settings, confirmation }], own: [own], feed: true },
  };
  return calendarDeps({
    delivery: { feedPerson: async given => (given === hash ? 'p' : null) },
    store: { world: async () => ({ ...world, version: '' }) },
    knowledge: openKnowledge(plans),
    shelf: { of: plan => rulebooks.get(plan) ?? null },
    today: () => '2026-11-21',
    now: () => '2026-11-21T01:00:00Z',
    clock: () => 0,
  });
}
const days = async (confirmed: boolean): Promise<string[]> =>
  ICAL.Component.fromString((await open(confirmed).calendar(token))!)
    .getAllSubcomponents('vevent')
    .map(event => `${event.getFirstPropertyValue('dtstart')} ${event.getFirstPropertyValue('summary')}`);

it('[N85] a private address shows its person’s duties and own reminders, a month back and a year ahead', async () => {
  const shown = await days(true);
  const meetings = shown.filter(line => line.endsWith('Z Họp chi bộ'));
  expect(meetings).toHaveLength(12);
  expect(meetings[0]).toBe('2026-12-03T12:00:00Z Họp chi bộ');
  expect(shown.some(line => line.startsWith('2026-11-30 '))).toBe(true);
  const dates = shown.map(line => line.slice(0, 10)).toSorted();
  expect(dates[0]! >= '2026-10-21' && dates.at(-1)! <= '2027-11-21').toBe(true);
});

it('[N85] duties of a plan that nobody has confirmed are not in it', async () => {
  expect((await days(false)).every(line => line.endsWith('Họp chi bộ'))).toBe(true);
});

it('[N86] a token that is nobody’s has no calendar', async () => {
  expect(await open(true).calendar('x'.repeat(32))).toBeNull();
});
