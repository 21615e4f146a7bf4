import {
  type Arbitrary,
  assert,
  constant,
  integer,
  oneof,
  option,
  property,
  record,
  subarray,
} from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sayWhen } from '../../words/when-words.ts';
import { addDays } from './calendar-day.ts';
import { type Days, readWhen, type Schedule } from './index.ts';
import { fold } from './typed-text.ts';

const TODAY = '2026-11-21';
const CONTEXT = { now: '2026-11-21T08:00:00+07:00', today: TODAY };

const dayAhead = integer({ min: 1, max: 2500 }).map(days => addDays(TODAY, days));
const weekday = integer({ min: 1, max: 7 });
const monthDay = integer({ min: 1, max: 12 }).chain(month =>
  integer({ min: 1, max: month === 2 ? 29 : [4, 6, 9, 11].includes(month) ? 30 : 31 }).map(day => ({
    month,
    day,
  })),
);
const period = oneof(constant('quarter' as const), constant('half-year' as const), constant('year' as const));

const anyDays: Arbitrary<Days> = oneof(
  dayAhead.map(date => ({ kind: 'once' as const, date })),
  constant({ kind: 'daily' as const }),
  subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }).map(weekdays => ({ kind: 'weekly' as const, weekdays })),
  record({
    kind: constant('monthly' as const),
    day: oneof(constant('last' as const), integer({ min: 1, max: 31 })),
    every: oneof(...([1, 2, 3, 6] as const).map(n => constant(n))),
  }),
  record({
    kind: constant('monthly-weekday' as const),
    nth: oneof(...([1, 2, 3, 4, 'last'] as const).map(n => constant(n))),
    weekday,
  }),
  record({ kind: constant('period-end' as const), period, daysBefore: integer({ min: 0, max: 60 }) }),
  monthDay.map(at => ({ kind: 'yearly' as const, ...at })),
  record({
    kind: constant('lunar' as const),
    day: integer({ min: 1, max: 30 }),
    month: option(integer({ min: 1, max: 12 })),
    once: oneof(constant(true), constant(false)),
  }),
);
const anyTime = option(
  record({ h: integer({ min: 0, max: 23 }), m: integer({ min: 0, max: 59 }) }).map(
    ({ h, m }) => `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`,
  ),
);
const schedules = record({
  days: anyDays,
  time: anyTime,
  from: option(dayAhead),
  until: option(integer({ min: 0, max: 3000 })),
}).map(
  ({ days, time, from, until }): Schedule =>
    days.kind === 'once'
      ? { days, time, from: days.date, until: null }
      : {
          days,
          time,
          from: from ?? TODAY,
          until: until === null ? null : addDays(from ?? TODAY, until),
        },
);

describe('a schedule said and read back', () => {
  it('[N25] every schedule comes back the same, with and without diacritics, alone and within a sentence', () => {
    assert(
      property(schedules, schedule => {
        const said = sayWhen(schedule, TODAY);
        for (const text of [said, fold(said), said.toUpperCase()])
          expect(readWhen(text, CONTEXT)).toEqual({ kind: 'read', schedule, rest: '' });
        for (const text of [`nhắc tôi họp chi bộ ${said}`, `${said}, họp chi bộ`])
          expect(readWhen(text, CONTEXT)).toEqual({ kind: 'read', schedule, rest: 'họp chi bộ' });
      }),
      { numRuns: 400 },
    );
  }, 60_000);
});
