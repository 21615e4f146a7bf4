import type { Account, OutboxRow } from '../../store/delivery/delivery-records.ts';
import type { World } from '../../store/records.ts';
import type { SentReminder } from '../../store/reminder-records.ts';
import type { Decide, Reminded, ReminderStore } from '../../store/reminders/reminder-store.ts';

/** One person's rows. */
interface Row {
  world: World;
  accounts: readonly Account[];
  sent: SentReminder[];
  nextAt: number;
  plannedAt: number;
}

export interface MemoryStore extends Pick<ReminderStore, 'remind' | 'nextWake'> {
  put(person: string, world: World, accounts: readonly Account[]): void;
  /** Changes a person's world, as a dialogue would: they are looked at anew. */
  change(person: string, change: (world: World) => World): void;
  /** Everything ever queued and recorded, in order. */
  outbox: { at: number; row: OutboxRow }[];
  sent: { at: number; person: string; sent: Omit<SentReminder, 'at'> }[];
}

const HOUR_MS = 3600 * 1000;

/**
 * The store of reminders as a few maps, with the same promises: what a transaction has in hand nobody else takes, and
 * it is kept whole or not at all. `step` is waited for between any two steps; where it throws, the process is killed.
 */
export function openMemoryStore(step: (name: string) => Promise<void> = async () => {}): MemoryStore {
  const rows = new Map<string, Row>();
  const held = new Set<string>();
  const origins = new Set<string>();
  const outbox: MemoryStore['outbox'] = [];
  const all: MemoryStore['sent'] = [];
  const nextWake = (): number | null =>
    rows.size === 0 ? null : Math.min(...Array.from(rows.values(), ({ nextAt }) => nextAt));

  const transaction = async (
    persons: readonly string[],
    at: number,
    decide: Decide,
  ): Promise<OutboxRow[]> => {
    const decided = new Map<string, ReturnType<Decide>>();
    for (const person of persons) {
      const { world, accounts, sent } = rows.get(person)!;
      decided.set(
        person,
        decide({ person, world: { ...world, reminders: { ...world.reminders, sent } }, accounts }),
      );
      await step('decided');
    }
    await step('before commit');
    for (const [person, { outbound, sent, nextAt }] of decided) {
      const row = rows.get(person)!;
      for (const message of outbound) {
        if (origins.has(message.origin!)) throw new Error(`said twice: ${message.origin}`);
        origins.add(message.origin!);
        outbox.push({ at, row: message });
      }
      for (const one of sent) {
        row.sent.push({ ...one, at: new Date(at).toISOString() });
        all.push({ at, person, sent: one });
      }
      Object.assign(row, { nextAt, plannedAt: at });
    }
    await step('after commit');
    return [...decided.values()].flatMap(({ outbound }) => outbound);
  };

  return {
    outbox,
    sent: all,
    put: (person, world, accounts) =>
      void rows.set(person, { world, accounts, sent: [], nextAt: 0, plannedAt: 0 }),
    change(person, change) {
      const row = rows.get(person)!;
      row.world = change(row.world);
      row.nextAt = 0;
    },
    async remind(most, at, decide): Promise<Reminded> {
      await step('begin');
      const persons = [...rows]
        .filter(([person, row]) => !held.has(person) && (row.nextAt <= at || row.plannedAt > at + HOUR_MS))
        .slice(0, most)
        .map(([person]) => person);
      for (const person of persons) held.add(person);
      try {
        const outbound = await transaction(persons, at, decide);
        return { taken: persons.length, outbound, nextAt: nextWake(), faults: [] };
      } finally {
        for (const person of persons) held.delete(person);
      }
    },
    nextWake: async () => nextWake(),
  };
}
