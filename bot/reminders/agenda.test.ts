import { describe, expect, it } from 'vitest';
import { builtInRulebooks, loadRulebooks } from '../../evaluators/index.ts';
import type { AssessmentRecord, World } from '../store/records.ts';
import type { OwnReminder, ReminderMark } from '../store/reminder-records.ts';
import { agenda } from './agenda.ts';
import type { Sections } from './sections.ts';
import { sections } from './sections.ts';
import { sampleWorld } from './testing/sample-world.ts';
import { at, iso, viewAt } from './testing/simulate.ts';

const { rulebooks } = loadRulebooks(builtInRulebooks);
type Given = Partial<Parameters<typeof sampleWorld>[0]>;

function worldOf(plan: string, subject: string, given: Given = {}): World {
  return sampleWorld({ plan, subject, since: iso('2026-11-01'), ...given });
}
const viewOf = (world: World, now: string) =>
  viewAt(at(now), world, rulebooks.get(world.memberships[0]!.unit.plan)!);
const report = (given: Given = {}): World => worldOf('quang-binh-69-kh-duk', 'dang-bo-co-so', given);
const monthly = (given: Given = {}): World =>
  worldOf('can-duoc-10-hd-btchu', 'chi-bo-co-so-khoi-co-quan', given);

const marked = (item: string, due: string, kind: ReminderMark['kind'], until: string | null = null) => ({
  item,
  due,
  kind,
  until,
  at: iso('2026-12-01'),
});
const own = (
  id: string,
  date: string,
  time: string | null,
  state: OwnReminder['state'] = 'active',
): OwnReminder => ({
  id,
  text: `việc ${id}`,
  schedule: { days: { kind: 'once', date }, time, from: '2026-11-01', until: null },
  createdAt: iso('2026-11-01'),
  state,
  since: iso('2026-11-01'),
});

describe('what is due', () => {
  const december = { from: '2026-12-01', to: '2026-12-31' };

  it('[N15] duties and one’s own stand together, by day and then by hour', () => {
    const reminders = {
      own: [
        own('b', '2026-12-19', '19:00'),
        own('a', '2026-12-19', '08:00'),
        own('x', '2026-12-20', null, 'cancelled'),
      ],
    };
    const items = agenda(viewOf(report({ reminders }), '2026-12-10'), december);
    expect(items.map(({ key, due, time }) => [key, due, time])).toEqual([
      ['duty:u1:d1-1', '2026-12-19', null],
      ['own:a', '2026-12-19', '08:00'],
      ['own:b', '2026-12-19', '19:00'],
    ]);
  });

  it('[N15] an item says what it is about, whose it is and what kind of day it is', () => {
    const [item] = agenda(viewOf(report(), '2026-12-10'), december);
    expect(item).toMatchObject({
      title: 'Báo cáo kết quả thực hiện',
      source: { kind: 'duty', unit: 'u1', unitName: 'Chi bộ 2', role: 'secretary', entered: false },
      standing: 'open',
      mark: null,
      silent: null,
      dayOff: { kind: 'weekend', weekday: 6 },
      unanswered: null,
    });
  });

  it('[N15] how it stands: the unit’s word first, then one’s own last mark', () => {
    const standing = (marks: ReminderMark[], given: Given = {}) =>
      agenda(viewOf(report({ ...given, reminders: { marks } }), '2026-12-10'), december)[0]!.standing;
    const key = 'duty:u1:d1-1';
    expect(standing([marked(key, '2026-12-19', 'done')])).toBe('done');
    expect(standing([marked(key, '2026-12-19', 'skipped')])).toBe('skipped');
    expect(standing([marked(key, '2026-12-19', 'snoozed', iso('2026-12-11'))])).toBe('snoozed');
    expect(standing([marked(key, '2026-12-19', 'snoozed', iso('2026-12-09'))])).toBe('open');
    expect(standing([marked(key, '2026-12-19', 'done'), marked(key, '2026-12-19', 'reopened')])).toBe('open');
    expect(standing([marked(key, '2025-12-19', 'done')])).toBe('open');
    const done = [{ duty: 'd1-1', due: '2026-12-19', person: 'p2', at: iso('2026-12-02') }];
    expect(standing([marked(key, '2026-12-19', 'done')], { unit: { done } })).toBe('done-for-unit');
  });

  it('[N15] what nobody is reminded of is shown and says why', () => {
    const silent = (given: Given): unknown =>
      agenda(viewOf(report(given), '2026-12-10'), december).map(item => [item.key, item.silent]);
    const entered = [{ duty: 'd1-3', date: '2026-12-20', at: iso('2026-12-01') }];
    expect(silent({ unit: { confirmation: null, entered } })).toEqual([
      ['duty:u1:d1-1', 'unconfirmed'],
      ['duty:u1:d1-3', null],
    ]);
    expect(silent({ unit: { paused: ['d1-1'] } })).toEqual([['duty:u1:d1-1', 'paused']]);
  });

  it('[N15] it says how much of the year’s self-assessment has no answer', () => {
    const record: AssessmentRecord = {
      id: 'a1',
      unit: 'u1',
      plan: 'quang-binh-69-kh-duk',
      subject: 'dang-bo-co-so',
      year: 2026,
      rulebook: '',
      events: [],
      submitted: null,
    };
    const missing = (given: AssessmentRecord) =>
      agenda(viewOf({ ...report(), assessments: [given] }, '2026-12-10'), december)[0]!.unanswered;
    const all = missing(record)!.missing;
    const answered = { seq: 1, requirement: 'qb-1.1a', value: 'met', note: null, source: 'prompt' as const };
    const events = [{ ...answered, person: 'p1', at: iso('2026-12-01') }];
    expect(missing({ ...record, events })).toEqual({ year: 2026, missing: all - 1 });
    expect(missing({ ...record, year: 2025 })).toBeNull();
  });

  it('[N15] a plan without a rulebook has no duties', () => {
    const view = {
      ...viewOf(report({ reminders: { own: [own('a', '2026-12-19', null)] } }), '2026-12-10'),
      rulebookOf: () => null,
    };
    expect(agenda(view, december).map(({ key }) => key)).toEqual(['own:a']);
  });
});

describe('the list', () => {
  const keys = (found: Sections) => ({
    overdue: found.overdue.map(({ key, due }) => `${key} ${due}`),
    today: found.today.map(({ key, due }) => `${key} ${due}`),
    week: found.week.map(({ key, due }) => `${key} ${due}`),
    later: found.later.map(({ key, due }) => `${key} ${due}`),
    past: found.past.map(({ key, due }) => `${key} ${due}`),
  });

  it('[N16] today, the next seven days, and up to the sixtieth', () => {
    const days = ['2026-11-24', '2026-11-25', '2026-12-01', '2026-12-02', '2027-01-23', '2027-01-24'];
    const reminders = { own: days.map((day, index) => own(String(index), day, null)) };
    const found = keys(sections(viewOf(report({ reminders, unit: { paused: [] } }), '2026-11-24 23:30')));
    expect(found).toEqual({
      overdue: [],
      today: ['own:0 2026-11-24'],
      week: ['own:1 2026-11-25', 'own:2 2026-12-01'],
      later: ['own:3 2026-12-02', 'duty:u1:d1-1 2026-12-19', 'own:4 2027-01-23'],
      past: [],
    });
  });

  it('[N16] overdue is what is open: of what recurs the last time alone, for 62 days', () => {
    const found = (now: string, given: Given = {}) =>
      keys(sections(viewOf(monthly({ since: iso('2026-09-15'), ...given }), now))).overdue;
    expect(found('2026-12-05')).toEqual(['duty:u1:d4-1 2026-11-30', 'duty:u1:d4-4 2026-11-30']);
    expect(found('2027-02-05')).toEqual(['duty:u1:d4-4 2027-01-31']);
    const marks = [
      marked('duty:u1:d4-4', '2026-11-30', 'done'),
      marked('duty:u1:d4-1', '2026-11-30', 'snoozed', iso('2027-01-01')),
    ];
    expect(found('2026-12-05', { reminders: { marks } })).toEqual(['duty:u1:d4-1 2026-11-30']);
    expect(found('2026-12-05', { unit: { confirmation: null } })).toEqual([]);
  });

  it('[N16] what was over before the unit came is not overdue; a one-off of then is shown as past', () => {
    const district = worldOf('tuy-phuoc-2020-2025', 'dang-bo-huyen', { since: iso('2025-06-01') });
    const found = keys(sections(viewOf(district, '2025-06-10')));
    expect(found.past).toEqual(['duty:u1:d2-3 2022-12-31', 'duty:u1:d2-2 2024-12-31']);
    expect(found.overdue).toEqual([]);
  });

  it('[N19] a duty without a day waits for one: with its event, and whether it recurs', () => {
    const waiting = (world: World, now: string) => sections(viewOf(world, now)).waiting;
    const district = (entered: { duty: string; date: string; at: string }[]): World =>
      worldOf('tuy-phuoc-2020-2025', 'dang-bo-huyen', { since: iso('2025-06-01'), unit: { entered } });
    expect(waiting(district([]), '2025-06-10')).toContainEqual({
      unit: 'u1',
      unitName: 'Chi bộ 2',
      duty: 'd2-21',
      title: 'Gửi tài liệu họp cấp ủy cho đại biểu',
      event: 'cuộc họp cấp ủy',
      daysBefore: 3,
      recurs: 'event',
      stated: 'trước khi họp ít nhất 3 ngày',
    });
    const ids = (world: World, now: string) => waiting(world, now).map(({ duty }) => duty);
    const entered = [
      { duty: 'd2-21', date: '2025-06-20', at: iso('2025-06-10') },
      { duty: 'd2-9', date: '2025-03-01', at: iso('2025-06-10') },
    ];
    expect(ids(district(entered), '2025-06-20')).not.toContain('d2-21');
    expect(ids(district(entered), '2025-06-21')).toContain('d2-21');
    expect(ids(district(entered), '2025-06-21')).not.toContain('d2-9');
    expect(ids(district([]), '2026-01-01')).toEqual([]);
  });
});
