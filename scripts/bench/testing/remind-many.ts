// Fills a database with units that have twelve duties each, and measures how they are planned and reminded.
import { mkdirSync } from 'node:fs';
import process from 'node:process';
import { sql } from 'kysely';
import type { Capabilities } from '../../../bot/channels/messenger.ts';
import { openRowIds } from '../../../bot/delivery/row-ids.ts';
import { decideOutbound } from '../../../bot/reminders/decide-outbound.ts';
import { openDatabase } from '../../../bot/store/database.ts';
import type { DeliveryStore } from '../../../bot/store/delivery/delivery-store.ts';
import { openStores } from '../../../bot/store/open-store.ts';
import { builtInRulebooks, loadRulebooks, type Rulebook } from '../../../evaluators/index.ts';
import { openPlans } from '../../open-plans.ts';

export interface Task {
  units: number;
  dataDir: string;
  databaseUrl: string | null;
}

interface Run {
  persons: number;
  seconds: number;
}

export interface Measured {
  planned: Run;
  drained: Run;
  messages: number;
  /** Median of a tick with nobody due. */
  idleMs: number;
  startMb: number;
  peakMb: number;
}

const PLAN = 'quang-binh-69-kh-duk';
const SUBJECT = 'dang-bo-co-so';
const BATCH = 500;
const IDLE_TICKS = 201;
/** The evening on which all are planned, and the morning seven days before the last day of the year. */
const EVENING = Date.parse('2026-12-23T15:00:00Z');
const MORNING = Date.parse('2026-12-24T00:30:00Z');
const TELEGRAM: Capabilities = {
  longestText: 4096,
  mostButtons: 12,
  files: 'upload',
  edits: true,
  perChatMs: 1000,
  perSecond: 30,
  counted: false,
};

/** A report at the end of each month: on that morning one of the twelve is seven days away, another 38. */
function twelveDuties(): Rulebook {
  const rulebook = loadRulebooks(builtInRulebooks).rulebooks.get(PLAN)!;
  const report = rulebook.duties[0]!;
  const duties = Array.from({ length: 12 }, (_, at): Rulebook['duties'][number] => ({
    ...report,
    id: `d9-${at + 1}`,
    when: { kind: 'yearly', month: at + 1 },
  }));
  return { ...rulebook, duties };
}

async function fill({ units, ...place }: Task): Promise<void> {
  const { db, kind } = await openDatabase(place);
  const numbers =
    kind === 'sqlite'
      ? sql`with recursive numbers (n) as (select 1 union all select n + 1 from numbers where n < ${units})`
      : sql`with numbers as (select n from generate_series(1, ${units}) as n)`;
  const since = '2026-12-01T00:00:00Z';
  const confirmed = JSON.stringify({ type: 'plan-confirmed', document: '12-CV/ĐU' });
  await sql`${numbers} insert into units (id, name, plan, subject, superior, place, opened_at)
    select 'u' || n, 'Chi bộ ' || n, ${sql.lit(PLAN)}, ${sql.lit(SUBJECT)}, null, null, ${sql.lit(since)} from numbers`.execute(
    db,
  );
  await sql`${numbers} insert into memberships (unit, person, role, position, joined_at)
    select 'u' || n, 'p' || n, 'secretary', 1, ${sql.lit(since)} from numbers`.execute(db);
  await sql`${numbers} insert into accounts (channel, address, person, chat)
    select 'telegram', n, 'p' || n, n from numbers`.execute(db);
  await sql`${numbers} insert into unit_reminders (unit, position, change, person, at)
    select 'u' || n, 1, ${sql.lit(confirmed)}, 'p' || n, ${sql.lit(since)} from numbers`.execute(db);
  await sql`${numbers} insert into wakes (person, next_at, planned_at) select 'p' || n, 0, 0 from numbers`.execute(
    db,
  );
  await sql`analyze`.execute(db);
  await db.destroy();
}

async function measure(task: Task): Promise<Measured> {
  mkdirSync(task.dataDir, { recursive: true });
  let now = EVENING;
  const holder = { owner: 'bench', leaseMs: 30_000, now: () => now };
  const open = () => openStores(task, () => new Date(now).toISOString(), holder);
  await (await open()).store.close();
  await fill(task);
  const { store, delivery } = await open();
  const rulebook = twelveDuties();
  const plans = new Map(openPlans().map(plan => [plan.id, plan]));
  const deps = {
    planOf: (id: string) => plans.get(id) ?? null,
    rulebookOf: () => rulebook,
    capabilitiesOf: () => TELEGRAM,
    newId: openRowIds(() => now, 'bnch'),
  };
  const startMb = process.memoryUsage.rss() / 2 ** 20;
  const planned = await drain(delivery, at => decideOutbound(deps, at), now);
  now = MORNING;
  const drained = await drain(delivery, at => decideOutbound(deps, at), now);
  now += 60_000;
  const idle: number[] = [];
  for (let tick = 0; tick < IDLE_TICKS; tick += 1) {
    const begun = performance.now();
    const { taken } = await delivery.remind(BATCH, now, decideOutbound(deps, now));
    if (taken > 0) throw new Error('somebody is due who should not be');
    idle.push(performance.now() - begun);
  }
  await store.close();
  return {
    planned,
    drained,
    messages: drained.messages,
    idleMs: idle.toSorted((a, b) => a - b)[Math.floor(IDLE_TICKS / 2)]!,
    startMb,
    peakMb: process.resourceUsage().maxRSS / 1024,
  };
}

async function drain(
  delivery: DeliveryStore,
  decideAt: (at: number) => ReturnType<typeof decideOutbound>,
  at: number,
): Promise<Run & { messages: number }> {
  const begun = performance.now();
  let persons = 0;
  let messages = 0;
  for (;;) {
    const { taken, outbound, faults } = await delivery.remind(BATCH, at, decideAt(at));
    if (faults.length > 0) throw faults[0];
    persons += taken;
    messages += outbound.length;
    if (taken < BATCH) return { persons, messages, seconds: (performance.now() - begun) / 1000 };
  }
}

process.send!(await measure(JSON.parse(process.argv[2]!) as Task), () => process.exit(0));
