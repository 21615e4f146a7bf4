import { join } from 'node:path';
import { dayInVietnam } from '../../../evaluators/index.ts';
import { loadPlans, openKnowledge } from '../../../knowledge/index.ts';
import { ROOT } from '../../config.ts';
import { runReminders } from '../../reminders/run-reminders.ts';
import { openRulebookShelf } from '../../rulebook-shelf.ts';
import type { Stand } from '../../testing/conformance/stand.ts';
import type { Shown } from '../../testing/shown.ts';
import type { TestDelivery } from './open-test-delivery.ts';
import { openTestDelivery, until } from './open-test-delivery.ts';
import type { TestClock } from './test-clock.ts';
import { instantOf } from './test-clock.ts';

const quiet = { info() {}, warn() {}, error() {} };
const { plans } = loadPlans(join(ROOT, 'knowledge', 'plans'), join('khong', 'co'));
const knowledge = openKnowledge(plans);

export interface Arrival {
  at: string;
  message: Shown;
}

/** The assistant that talks and reminds on these messengers, over one database that outlives it. */
export interface Reminded {
  readonly delivery: TestDelivery;
  /** Says something and gives what is said to it. */
  say(stand: Stand, text: string): Promise<Shown[]>;
  /** Presses the choice of this label under the last message, or types its number where there are no buttons. */
  choose(stand: Stand, label: string): Promise<Shown[]>;
  /** Lets time go by until then, stopping wherever somebody is to be looked at; gives what came meanwhile. */
  until(local: string): Promise<Arrival[]>;
  /** Lets time go by while nothing runs that could remind. */
  sleepUntil(local: string): Promise<void>;
  /** Resolves when it holds and nothing waits to be sent. */
  settled(holds: () => boolean): Promise<void>;
  /** Looks once at who is due. */
  tick(): Promise<void>;
  /** Ends it and starts it anew over the same database. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

export async function openReminded(
  dataDir: string,
  stands: readonly Stand[],
  clock: TestClock,
): Promise<Reminded> {
  const shelf = openRulebookShelf(join(dataDir, 'rulebooks'));
  const today = (): string => dayInVietnam(Temporal.Instant.fromEpochMilliseconds(clock.now()));
  const open = async () => {
    const messengers = stands.map(stand => {
      const messenger = stand.create({ log: quiet, linkTo: () => 'https://x.example' });
      stand.serve(messenger);
      return { ...messenger, capabilities: { ...messenger.capabilities, perChatMs: 0 } };
    });
    const delivery = await openTestDelivery(
      { dataDir, databaseUrl: null },
      { messengers, now: clock.now, knows: { knowledge, shelf, today } },
    );
    await delivery.delivery.start();
    let made = 0;
    const reminding = await runReminders({
      store: delivery.rows,
      knowledge,
      shelf,
      messengers,
      push: delivery.delivery.push,
      newId: () => `${String(clock.now()).padStart(16, '0')}-${String(++made).padStart(6, '0')}`,
      now: clock.now,
      log: quiet,
    });
    return { delivery, reminding };
  };
  let running = await open();
  await Promise.all(stands.map(stand => stand.ready()));

  const settled = (holds: () => boolean = () => true): Promise<void> =>
    until(async () => holds() && (await running.delivery.rows.depth()).waiting === 0, 20_000);
  const all = (): Shown[] => stands.flatMap(stand => stand.shown());
  const answered = async (stand: Stand, act: () => void): Promise<Shown[]> => {
    const before = JSON.stringify(stand.shown());
    const many = stand.shown().length;
    act();
    await settled(() => JSON.stringify(stand.shown()) !== before);
    return stand.shown().slice(many);
  };
  const tick = async (): Promise<void> => {
    await running.reminding.tick();
    await settled();
  };

  return {
    get delivery() {
      return running.delivery;
    },
    say: (stand, text) => answered(stand, () => stand.says(text)),
    choose: (stand, label) =>
      answered(stand, () => {
        const { buttons, text } = stand.shown().at(-1)!;
        const k = buttons.findIndex(button => button.label === label);
        if (k >= 0) return stand.chooses(k);
        const number = text
          .split('\n')
          .find(line => line.endsWith(`. ${label}`))
          ?.split('.')[0];
        if (number === undefined) throw new Error(`not offered: ${label} in ${text}`);
        stand.says(number);
      }),
    async until(local) {
      const end = instantOf(local);
      const arrivals: Arrival[] = [];
      for (;;) {
        const before = new Set(all().map(({ id }) => id));
        await tick();
        for (const message of all()) if (!before.has(message.id)) arrivals.push({ at: clock.reads, message });
        const next = (await running.delivery.rows.nextWake()) ?? end;
        if (next >= end) break;
        clock.to(next);
      }
      clock.to(end);
      return arrivals;
    },
    async sleepUntil(local) {
      await running.reminding.stop();
      clock.to(instantOf(local));
    },
    settled,
    tick,
    async restart() {
      await running.reminding.stop();
      await running.delivery.close();
      running = await open();
    },
    async close() {
      await running.reminding.stop();
      await running.delivery.close();
      await Promise.all(stands.map(stand => stand.stop()));
    },
  };
}
