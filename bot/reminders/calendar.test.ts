import { join } from 'node:path';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { loadRulebooks, occurrences } from '../../evaluators/index.ts';
import { loadPlans } from '../../knowledge/index.ts';
import type { AgendaItem } from './agenda-item.ts';
import { calendarOf } from './calendar.ts';

const { plans } = loadPlans(join(import.meta.dirname, '../../knowledge/plans'), null);
const planOf = (id: string) => plans.find(plan => plan.id === id) ?? null;
const stamp = '2026-11-21T01:00:00Z';
const textOf = (items: AgendaItem[]): string => calendarOf(items, { stamp, planOf });

const OPEN = {
  time: null,
  standing: 'open',
  mark: null,
  silent: null,
  dayOff: null,
  unanswered: null,
} as const;

/** Every duty of every plan, in two of its years. */
const duties: AgendaItem[] = [...loadRulebooks().rulebooks.values()].flatMap(rulebook =>
  ['2024', '2026'].flatMap(year =>
    occurrences(rulebook, { from: `${year}-01-01`, to: `${year}-12-31`, confirmed: true }).map(
      (occurrence): AgendaItem => ({
        ...OPEN,
        key: `duty:8f7c0a52-0000-4000-8000-00000000000a:${occurrence.id}`,
        due: occurrence.due,
        title: occurrence.title,
        source: {
          kind: 'duty',
          unit: '8f7c0a52-0000-4000-8000-00000000000a',
          unitName: 'Chi bộ Ấp 3',
          plan: rulebook.id,
          role: 'secretary',
          occurrence,
          entered: false,
        },
      }),
    ),
  ),
);
const report = duties.find(({ key, due }) => key.endsWith(':d1-1') && due === '2026-12-19')!;
report.dayOff = { kind: 'weekend', weekday: 6 };

const own = (more: Partial<AgendaItem>): AgendaItem => ({
  ...OPEN,
  key: 'own:1b5a4f0e-0000-4000-8000-00000000000b',
  due: '2026-12-03',
  title: 'Họp chi bộ',
  source: { kind: 'own', reminder: {} as never },
  ...more,
});

interface Read {
  uid: string;
  summary: string;
  description: string;
  start: ICAL.Time;
  end: ICAL.Time;
  stamp: string;
  alarms: string[];
}

function read(text: string): { name: string; events: Read[]; component: ICAL.Component } {
  const component = ICAL.Component.fromString(text);
  const events = component.getAllSubcomponents('vevent').map(part => {
    const event = new ICAL.Event(part);
    const { uid, summary, description, startDate, endDate } = event;
    const alarms = part
      .getAllSubcomponents('valarm')
      .map(alarm => String(alarm.getFirstPropertyValue('trigger')));
    const made = String(part.getFirstPropertyValue('dtstamp'));
    return { uid, summary, description, start: startDate, end: endDate, stamp: made, alarms };
  });
  return { name: String(component.getFirstPropertyValue('name')), events, component };
}

describe('the calendar', () => {
  it('[N80] a duty is a whole day, the last that counts, with the plan’s own words', () => {
    const { name, events } = read(textOf([report]));
    expect(name).toBe('Nhắc việc của cấp ủy');
    const [event] = events;
    expect([event!.start.isDate, event!.start.toString(), event!.end.toString()]).toEqual([
      true,
      '2026-12-19',
      '2026-12-20',
    ]);
    expect(event!.summary).toBe(report.title);
    const lines = event!.description.split('\n');
    expect(lines).toContain('Đơn vị: Chi bộ Ấp 3.');
    expect(lines).toContain('Nơi nhận: Ban Thường vụ Đảng ủy Khối.');
    expect(lines).toContain('Thời gian văn bản nêu: “trước ngày 20/12”.');
    expect(lines).toContain('Ngày cuối cùng còn trong hạn: 19/12/2026; ngày này là thứ Bảy.');
    expect(event!.description).toContain('69-KH/ĐUK');
  });

  it('[N80] every duty of every plan is quoted as it stands in its plan', () => {
    const { events } = read(textOf(duties));
    expect(events).toHaveLength(duties.length);
    expect(duties.length).toBeGreaterThan(100);
    for (const [at, { description }] of events.entries()) {
      const { source } = duties[at]!;
      if (source.kind !== 'duty') continue;
      const quote = /^Căn cứ: .*?: “([\s\S]*)”$/mu.exec(description)?.[1];
      expect(planOf(source.plan)!.text).toContain(quote ?? 'missing');
    }
  });

  it('[N81] one’s own reminder with an hour takes half an hour, at that hour in Viet Nam', () => {
    const [event] = read(textOf([own({ time: '19:00' })])).events;
    expect([event!.start.toString(), event!.end.toString()]).toEqual([
      '2026-12-03T12:00:00Z',
      '2026-12-03T12:30:00Z',
    ]);
    expect(event!.alarms).toEqual(['PT0S']);
    const [whole] = read(textOf([own({})])).events;
    expect([whole!.start.isDate, whole!.alarms]).toEqual([true, ['PT7H30M']]);
  });

  it('[N82] what is done says so and rings no more; skipped and unconfirmed ones are left out', () => {
    const of = (more: Partial<AgendaItem>) => read(textOf([{ ...report, ...more }])).events[0];
    expect(of({})!.alarms).toEqual(['-P6DT16H30M', '-PT16H30M', 'PT7H30M']);
    for (const standing of ['done', 'done-for-unit'] as const) {
      expect(of({ standing })!.summary).toBe(`[Đã làm] ${report.title}`);
      expect(of({ standing })!.alarms).toEqual([]);
    }
    expect(of({ standing: 'skipped' })).toBeUndefined();
    expect(of({ silent: 'unconfirmed' })).toBeUndefined();
    expect(of({ silent: 'paused' })!.alarms).toEqual([]);
    const until = '2026-12-10T00:30:00Z';
    const mark = { item: report.key, due: report.due, kind: 'snoozed', until, at: stamp } as const;
    expect(of({ standing: 'snoozed', mark })!.alarms).toEqual([until]);
    expect(of({ due: '2026-11-20' })!.alarms).toEqual([]);
  });

  it('[N82] the same occurrence has the same id whenever it is made, another has another', () => {
    const uids = (items: AgendaItem[]) => read(textOf(items)).events.map(({ uid }) => uid);
    const [id] = uids([report]);
    expect(uids([{ ...report, standing: 'done', title: 'khác' }])).toEqual([id]);
    expect(id).not.toContain('8f7c0a52');
    expect(new Set(uids(duties)).size).toBe(new Set(duties.map(({ key, due }) => key + due)).size);
  });

  it('[N83] an independent reader gets back every field of any item', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.stringMatching(/^[;,\\\n:"'^=“”ấỡựđ🎉👩‍👩‍👧 a-z]{0,200}$/u),
      fc.constantFrom('\r\n', 'BEGIN:VEVENT\r\nEND:VEVENT', 'ữ'.repeat(150), '\u0000\u0007\u2028', '\ud800'),
    );
    const title = fc.tuple(fc.constant('Việc '), piece, piece).map(parts => parts.join(''));
    const item = fc.record({
      title,
      due: fc
        .integer({ min: 0, max: 20_000 })
        .map(days => Temporal.PlainDate.from('2020-01-01').add({ days }).toString()),
      time: fc.option(
        fc
          .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
          .map(([h, m]) => `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`),
      ),
      id: fc.uuid(),
    });
    fc.assert(
      fc.property(fc.array(item, { maxLength: 6 }), items => {
        const given = items.map(({ id, ...rest }) => own({ key: `own:${id}`, ...rest }));
        const text = textOf(given);
        const { events } = read(text);
        expect(events).toHaveLength(given.length);
        for (const [at, event] of events.entries()) {
          const { due, time, title: said } = given[at]!;
          const line = said
            .toWellFormed()
            .replace(/[\s\p{Cc}]+/gu, ' ')
            .trim();
          expect(event.description.split('\n')[0]).toBe(line);
          expect(event.summary.endsWith('…') || event.summary === line).toBe(true);
          expect(line.startsWith(event.summary.replace(/…$/, ''))).toBe(true);
          expect(event.start.isDate).toBe(time === null);
          const zoned = Temporal.ZonedDateTime.from(`${due}T${time ?? '00:00'}[Asia/Ho_Chi_Minh]`);
          expect(event.start.toString()).toBe(time === null ? due : zoned.toInstant().toString());
          expect(event.stamp).toBe(stamp);
        }
        checkBytes(text);
      }),
      { numRuns: 300 },
    );
  });

  it('[N84] lines end in CRLF, have at most 75 bytes, and no letter is cut apart', () => {
    checkBytes(textOf(duties));
    checkBytes(textOf([own({ title: `Họp; bàn, ${'👩‍👩‍👧ữ\\'.repeat(60)}` })]));
    const text = textOf([own({ title: 'Họp; bàn, \\ xong' })]);
    expect(text).toContain('SUMMARY:Họp\\; bàn\\, \\\\ xong\r\n');
  });

  it('[N84] what RFC 5545 asks of a calendar is there, in its order, also when nothing is due', () => {
    const lines = textOf([report]).split('\r\n');
    expect(lines.slice(0, 3)).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Trợ lý cấp ủy//Nhắc việc//VI',
    ]);
    for (const name of ['UID:', 'DTSTAMP:', 'DTSTART;VALUE=DATE:'])
      expect(lines.filter(line => line.startsWith(name))).toHaveLength(1);
    // Properties of an event come before its alarms, those of a calendar before its events.
    expect(lines.slice(lines.lastIndexOf('END:VALARM'))).toEqual([
      'END:VALARM',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
    const { component, events } = read(textOf([]));
    expect(events).toEqual([]);
    expect(component.getAllSubcomponents()).toHaveLength(1);
    checkBytes(textOf([]));
  });
});

function checkBytes(text: string): void {
  expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]|[\u0000-\u0008\u000b-\u001f\u007f]/);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for (const line of text.split('\r\n')) {
    const bytes = Buffer.from(line);
    expect(bytes.length).toBeLessThanOrEqual(75);
    expect(decoder.decode(bytes)).toBe(line);
  }
}
