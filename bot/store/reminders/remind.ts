import { sql } from 'kysely';
import type { BulkType } from '../bulk.ts';
import { insertBulk } from '../bulk.ts';
import type { Database, DatabaseKind, Queries } from '../database.ts';
import type { OutboxRow } from '../delivery/delivery-records.ts';
import type { Holder } from '../delivery/holder.ts';
import { outboxValues } from '../delivery/outbox-rows.ts';
import { readWorlds } from '../read-world.ts';
import type { Decide, Decided, Reminded } from './reminder-store.ts';
import { nextWake } from './wake-rows.ts';

const SECOND_MS = 1000;
const HOUR_MS = 3600 * 1000;
const AGAIN_MS = 600 * 1000;
const SENT = { person: 'text', item: 'text', due: 'text', moment: 'text', sent_at: 'real' } as const;
const OUTBOX: Readonly<Record<string, BulkType>> = {
  ...{ id: 'text', origin: 'text', channel: 'text', chat: 'text', body: 'text', prompt: 'text' },
  ...{ digest: 'text', state: 'text', why: 'text', attempts: 'integer', from_part: 'integer' },
  ...{ not_before: 'real', message_id: 'text', owner: 'text', lease_until: 'real', kept_at: 'real' },
  settled_at: 'real',
};
const WAKES = { person: 'text', next_at: 'real', planned_at: 'real' } as const;

/** Looks at those who are due, and writes down what is decided upon each. */
export async function remind(
  queries: Queries,
  { kind }: Pick<Database, 'kind'>,
  holder: Holder,
  { most, at, decide }: { most: number; at: number; decide: Decide },
): Promise<Reminded> {
  const persons = await due(queries, kind, most, at);
  const outbound: OutboxRow[] = [];
  const faults: unknown[] = [];
  if (persons.length > 0) {
    const worlds = await readWorlds(queries, kind, persons, at);
    const decided = new Map<string, Decided>();
    for (const person of persons) {
      try {
        decided.set(person, decide({ person, ...worlds.get(person)! }));
      } catch (fault) {
        // One person's data must not keep reminders from all others.
        faults.push(fault);
      }
    }
    for (const of of decided.values()) outbound.push(...of.outbound);
    await write(queries, kind, persons, decided, at);
    if (outbound.length > 0) {
      await insertBulk(kind, 'outbox', OUTBOX, outboxValues(outbound, holder)).execute(queries);
    }
  }
  return { taken: persons.length, outbound, nextAt: await nextWake(queries), faults };
}

/** Who is to be looked at, each in the hand of this transaction. Two seeks in an index, however many there are. */
async function due(queries: Queries, kind: DatabaseKind, most: number, at: number): Promise<string[]> {
  const take = async (column: 'next_at' | 'planned_at', left: number): Promise<string[]> => {
    let rows = queries
      .selectFrom('wakes')
      .select('person')
      .where(column, column === 'next_at' ? '<=' : '>', column === 'next_at' ? at : at + HOUR_MS)
      .orderBy(column)
      .limit(left);
    if (kind === 'postgres') rows = rows.forUpdate().skipLocked();
    return (await rows.execute()).map(({ person }) => person);
  };
  const persons = new Set(await take('next_at', most));
  // Looked at after this instant: the clock went back, and what was to come next may lie further off than is right.
  if (persons.size < most) for (const person of await take('planned_at', most)) persons.add(person);
  return [...persons].slice(0, most);
}

async function write(
  queries: Queries,
  kind: DatabaseKind,
  persons: readonly string[],
  decided: ReadonlyMap<string, Decided>,
  at: number,
): Promise<void> {
  const sent = Array.from(decided, ([person, { sent: all }]) =>
    all.map(({ item, due: day, moment }) => ({ person, item, due: day, moment, sent_at: at })),
  ).flat();
  if (sent.length > 0) await insertBulk(kind, 'sent_reminders', SENT, sent).execute(queries);
  const wakes = persons.map(person => ({
    person,
    // Never at once: a look that leads to a look would not end.
    next_at: Math.max(decided.get(person)?.nextAt ?? at + AGAIN_MS, at + SECOND_MS),
    planned_at: at,
  }));
  const then = sql`(person) do update set next_at = excluded.next_at, planned_at = excluded.planned_at`;
  await insertBulk(kind, 'wakes', WAKES, wakes, then).execute(queries);
}
