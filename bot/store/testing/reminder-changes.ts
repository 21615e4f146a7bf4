import fc from 'fast-check';
import type { Schedule } from '../../reminders/when/schedule.ts';
import type { ReminderChange } from '../reminder-records.ts';

export const MONTHLY: Schedule = {
  days: { kind: 'monthly', day: 3, every: 1 },
  time: '19:00',
  from: '2026-11-21',
  until: null,
};

export const made = (id: string, text = 'họp chi bộ'): ReminderChange => ({
  type: 'reminder-made',
  reminder: { id, text, schedule: MONTHLY },
});

export const marked = (item: string, due: string): ReminderChange => ({
  type: 'reminder-marked',
  mark: { item, due, kind: 'done', until: null },
});

export const doneFor = (unit: string, duty: string, due: string): ReminderChange => ({
  type: 'duty-done',
  unit,
  duty,
  due,
  done: true,
});

const duty = fc.constantFrom('d1', 'd2');
const day = fc.constantFrom('2026-11-30', '2026-12-31');
const id = fc.constantFrom('r1', 'r2', 'r3');
const at = fc.constantFrom('2026-12-01T00:00:00Z', null);
const unit = fc.constant('u1');
const type = <T extends ReminderChange['type']>(name: T): fc.Arbitrary<T> => fc.constant(name);

/** Any change of reminders, of a few duties, days and reminders, so that changes meet each other. */
export const anyReminderChange: fc.Arbitrary<ReminderChange> = fc.oneof(
  fc.record({ type: type('duty-done'), unit, duty, due: day, done: fc.boolean() }),
  fc.record({ type: type('duty-dated'), unit, duty, date: day, entered: fc.boolean() }),
  fc.record({ type: type('duty-paused'), unit, duty, paused: fc.boolean() }),
  fc.record({ type: type('leads-set'), unit, leads: fc.array(fc.nat(60), { maxLength: 5 }) }),
  fc.record({ type: type('plan-confirmed'), unit, document: fc.constantFrom('Công văn 12', null) }),
  fc.record({ type: type('confirmation-offered'), unit }),
  fc.record({
    type: type('reminder-made'),
    reminder: fc.record({ id, text: fc.constantFrom('họp', '=1+1', '“a”'), schedule: fc.constant(MONTHLY) }),
  }),
  fc.record({
    type: type('reminder-state'),
    reminder: id,
    state: fc.constantFrom('active' as const, 'paused' as const, 'cancelled' as const),
  }),
  fc.record({
    type: type('reminder-marked'),
    mark: fc.record({
      item: fc.constant('duty:u1:d1'),
      due: day,
      kind: fc.constantFrom('done' as const, 'skipped' as const, 'snoozed' as const, 'reopened' as const),
      until: at,
    }),
  }),
  fc.record({
    type: type('reminding-set'),
    preferences: fc.record(
      {
        hour: fc.constantFrom('06:00', '07:30'),
        quiet: fc.constantFrom(null, { from: '22:00', to: '05:00' }),
        pausedUntil: at,
        since: at,
      },
      { requiredKeys: [] },
    ),
  }),
  fc.record({ type: type('feed-opened'), tokenHash: id }),
  fc.record({ type: type('feed-closed') }),
);
