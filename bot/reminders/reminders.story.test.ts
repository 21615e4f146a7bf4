import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadPlans, openKnowledge } from '../../knowledge/index.ts';
import { ROOT } from '../config.ts';
import { openRowIds } from '../delivery/row-ids.ts';
import { memoryMessenger } from '../delivery/testing/memory-messenger.ts';
import { openRulebookShelf } from '../rulebook-shelf.ts';
import type { StorePlace } from '../store/database.ts';
import type { OutboxRow } from '../store/delivery/delivery-records.ts';
import { openStores } from '../store/open-store.ts';
import type { Change } from '../store/records.ts';
import type { Store } from '../store/store.ts';
import type { TestPostgres } from '../store/testing/start-postgres.ts';
import { startPostgres } from '../store/testing/start-postgres.ts';
import { runReminders } from './run-reminders.ts';
import { naiveList } from './testing/naive-list.ts';
import { at, clockAt } from './testing/simulate.ts';

const PLAN = { plan: 'tkv-1288-kh-du', subject: 'chi-bo-truc-thuoc' };
const PERSONS = 30;
const START = '2026-11-25';
const END = '2027-01-05';
const log = { info() {}, warn() {}, error: (...line: unknown[]) => expect(line).toEqual([]) };

const { plans } = loadPlans(join(ROOT, 'knowledge', 'plans'), join('khong', 'co'));
const knowledge = openKnowledge(plans);
let directory: string;
let postgres: TestPostgres;
beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'reminders-'));
  postgres = await startPostgres();
});
afterAll(async () => {
  await postgres.stop();
  rmSync(directory, { recursive: true, force: true });
});

/** A unit of one person, whose plan is confirmed, and a reminder of their own. */
function beginnings(index: number): Change[] {
  const unit = { id: `u${index}`, name: `Chi bộ ${index}`, ...PLAN, superior: null, place: null };
  const days = { kind: 'weekly' as const, weekdays: [5] };
  return [
    { type: 'unit-opened', unit },
    { type: 'plan-confirmed', unit: unit.id, document: '12-CV/ĐU' },
    {
      type: 'reminder-made',
      reminder: {
        id: `r${index}`,
        text: 'họp giao ban',
        schedule: { days, time: '16:00', from: START, until: null },
      },
    },
  ];
}

/** Lets so many processes remind at once until END; gives what each handed on, and what stands as sent. */
async function live(place: StorePlace, processes: number): Promise<{ pushed: OutboxRow[]; sent: string[] }> {
  let now = at(START);
  const pushed: OutboxRow[] = [];
  const instant = (): string => Temporal.Instant.fromEpochMilliseconds(now).toString();
  const opened = await Promise.all(
    Array.from({ length: processes }, (_, index) =>
      openStores(place, instant, { owner: `own${index}`, leaseMs: 30_000, now: () => now }),
    ),
  );
  const { store, delivery } = opened[0]!;
  for (let index = 0; index < PERSONS; index += 1) {
    const person = `p${index}`;
    await delivery.addAccount({ channel: 'telegram', address: person, person, chat: `c${index}` });
    await store.keep(person, {}, { key: null, said: '…', replies: [] }, beginnings(index));
  }
  const reminding = await Promise.all(
    opened.map((one, index) =>
      runReminders({
        store: one.delivery,
        knowledge,
        shelf: openRulebookShelf(join(directory, 'rulebooks')),
        messengers: [memoryMessenger('telegram')],
        push: rows => void pushed.push(...rows),
        newId: openRowIds(() => now, `ow${index}n`),
        now: () => now,
        log,
      }),
    ),
  );
  while (now <= at(END)) {
    await Promise.all(reminding.map(one => one.tick()));
    now = (await delivery.nextWake())!;
  }
  const sent = await sentOf(store);
  await Promise.all(opened.map(one => one.store.close()));
  return { pushed, sent };
}

async function sentOf(store: Store): Promise<string[]> {
  const all: string[] = [];
  for (let index = 0; index < PERSONS; index += 1) {
    const { sent } = (await store.world(`p${index}`)).reminders;
    for (const { item, due, moment, at: when } of sent)
      all.push(`${clockAt(Date.parse(when))} ${item} ${due} ${moment}`);
  }
  return all;
}

function expected(): string[] {
  const rulebook = openRulebookShelf(join(directory, 'rulebooks')).of(PLAN.plan)!;
  const unit = { rulebook, ...PLAN, leads: [30, 15, 7, 3, 1, 0], hour: '07:30', secretary: true };
  const duties = naiveList({ ...unit, entered: [], confirmed: true }, START, '2027-01-04');
  const fridays = ['2026-11-27', '2026-12-04', '2026-12-11', '2026-12-18', '2026-12-25', '2027-01-01'];
  return Array.from({ length: PERSONS }, (_, index) => [
    ...duties.map(one => `${one.at} duty:u${index}:${one.duty} ${one.due} ${one.moment}`),
    ...fridays.map(due => `${due} 16:00 own:r${index} ${due} own`),
  ]).flat();
}

function prove({ pushed, sent }: { pushed: OutboxRow[]; sent: string[] }): void {
  expect(sent.toSorted()).toEqual(expected().toSorted());
  expect(new Set(pushed.map(({ origin }) => origin)).size).toBe(pushed.length);
  const instants = new Set(sent.map(line => `${line.slice(0, 16)} ${/(?:u|r)(\d+)/.exec(line)![1]}`));
  expect(pushed.length).toBe(instants.size);
  expect(pushed.find(({ body }) => body.text.includes('họp giao ban'))!.body.text).toContain(
    '16 giờ, thứ Sáu',
  );
}

describe('reminders in a real database', () => {
  it('[N4] in SQLite each comes once, at its time', async () => {
    prove(await live({ dataDir: join(directory, 'sqlite'), databaseUrl: null }, 1));
  });

  it('[N4] of three processes on one PostgreSQL each reminder comes once', async () => {
    prove(await live({ dataDir: directory, databaseUrl: await postgres.newDatabase() }, 3));
  });
});
