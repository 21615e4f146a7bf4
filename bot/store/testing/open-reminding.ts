import type { Schedule } from '../../reminders/when/schedule.ts';
import type { StorePlace } from '../database.ts';
import type { DeliveryStore } from '../delivery/delivery-store.ts';
import { openStores } from '../open-store.ts';
import type { Decide } from '../reminders/reminder-store.ts';
import type { Store } from '../store.ts';

export interface Reminding {
  store: Store;
  rows: DeliveryStore;
}

/** A store in the hand of `owner`, whose clock is `clock.now` in milliseconds. */
export async function openReminding(
  place: StorePlace,
  owner: string,
  clock: { now: number },
): Promise<Reminding> {
  const now = (): string => Temporal.Instant.fromEpochMilliseconds(clock.now).toString();
  const holder = { owner, leaseMs: 30_000, now: () => clock.now };
  const { store, delivery } = await openStores(place, now, holder);
  return { store, rows: delivery };
}

/** One reminder for each person, once: of the day `due`; looked at again at `nextAt`. */
export function once(due: string, nextAt: number, owner = 'a'): Decide {
  let count = 0;
  return ({ person, world, accounts }) => {
    const sent = { item: 'own:r1', due, moment: 'own' };
    if (world.reminders.sent.some(one => one.due === due)) return { outbound: [], sent: [], nextAt };
    count += 1;
    const { channel, chat } = accounts[0] ?? { channel: 'telegram', chat: person };
    const row = {
      id: `${owner}-${String(count).padStart(6, '0')}`,
      // Not the same for two: it is what stands as sent that keeps a reminder from coming twice.
      origin: `reminder:${person}:${due}:${owner}-${count}`,
      channel,
      chat,
      body: { text: `Nhắc việc ngày ${due} “\0\ud800”` },
      prompt: null,
      digest: null,
      attempts: 0,
      from: null,
      notBefore: 0,
      keptAt: 0,
    };
    return { outbound: [row], sent: [sent], nextAt };
  };
}

/** So many persons with a reminder of their own each: `n-0`, `n-1`, … */
export async function withReminders({ store }: Reminding, many: number): Promise<string[]> {
  const persons = Array.from({ length: many }, (_, n) => `n-${n}`);
  const schedule: Schedule = { days: { kind: 'daily' }, time: null, from: '2026-11-21', until: null };
  // A few at a time: so many at once would wait too long for a connection.
  for (let from = 0; from < many; from += 50) {
    await Promise.all(
      persons
        .slice(from, from + 50)
        .map(person =>
          store.keep(person, {}, { key: null, said: '…', replies: [] }, [
            { type: 'reminder-made', reminder: { id: `r-${person}`, text: 'họp', schedule } },
          ]),
        ),
    );
  }
  return persons;
}
