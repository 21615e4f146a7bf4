import type { DeliveryLog } from '../delivery/delivery-deps.ts';
import type { OutboxRow } from '../store/delivery/delivery-records.ts';
import type { Decide, ReminderStore } from '../store/reminders/reminder-store.ts';
import { deliveryLog } from '../words/delivery-words.ts';
import { reminderLog } from '../words/reminder-log.ts';

export interface RemindingDeps {
  store: Pick<ReminderStore, 'remind'>;
  /** How to decide at an instant, in milliseconds since 1970. */
  decideAt(at: number): Decide;
  /** Hands on what is in the outbox already. */
  push(rows: readonly OutboxRow[]): void;
  now(): number;
  log: DeliveryLog;
  /** The longest sleep: others may have changed what is due. */
  everyMs?: number;
  /** Persons looked at in one transaction. */
  most?: number;
}

export interface Reminding {
  /** Begins to remind, and goes on by itself. */
  start(): void;
  /** Reminds everybody who is due; asked for while it runs, it is the same run. Never throws. */
  tick(): Promise<void>;
  /** Resolves when what was in hand is written down; then nobody is reminded any more. */
  stop(): Promise<void>;
}

const EVERY_MS = 5000;
const MOST = 500;
/** A clock that stands still, or a store whose next is always now, does not make it run in circles. */
const LEAST_MS = 1000;

/** Reminds those who are due, one batch after the other, and sleeps until somebody is due again. */
export function openReminding(deps: RemindingDeps): Reminding {
  const { store, decideAt, push, now, log, everyMs = EVERY_MS, most = MOST } = deps;
  let stopping = false;
  let timer: NodeJS.Timeout | null = null;
  let running: Promise<number> | null = null;

  /** How long to sleep afterwards. */
  const drain = async (): Promise<number> => {
    try {
      for (;;) {
        const at = now();
        const { taken, outbound, nextAt, faults } = await store.remind(most, at, decideAt(at));
        push(outbound);
        for (const fault of faults) log.error({ kind: (fault as Error).name }, reminderLog.notDecided);
        if (taken < most || stopping) return nextAt === null ? everyMs : Math.min(nextAt - now(), everyMs);
      }
    } catch (fault) {
      log.error({ kind: (fault as Error).name }, deliveryLog.storeGone);
      return everyMs;
    }
  };
  const run = (): Promise<number> => {
    running ??= drain().finally(() => (running = null));
    return running;
  };
  const goOn = async (): Promise<void> => {
    const sleep = await run();
    if (!stopping) timer = setTimeout(goOn, Math.max(sleep, LEAST_MS)).unref();
  };

  return {
    start: () => void goOn(),
    async tick() {
      await run();
    },
    async stop() {
      stopping = true;
      if (timer) clearTimeout(timer);
      await running;
    },
  };
}
