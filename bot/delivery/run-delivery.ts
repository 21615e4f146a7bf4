import type { Reply } from '../channels/channel.ts';
import type { Messenger } from '../channels/messenger.ts';
import type { Conversation } from '../converse.ts';
import type { OutboxRow } from '../store/delivery/delivery-records.ts';
import type { Store } from '../store/store.ts';
import { deliveryLog } from '../words/delivery-words.ts';
import type { DeliveryDeps } from './delivery-deps.ts';
import type { EventsInHand } from './in-hand.ts';
import { openInbox } from './inbox.ts';
import type { Linking } from './linking.ts';
import { outboundOf } from './outbound-of.ts';
import { openOutbox } from './outbox.ts';
import type { Rate } from './rate-limit.ts';

export interface RunDeliveryDeps extends DeliveryDeps {
  messengers: readonly Messenger[];
  conversation: Conversation;
  linking: Linking;
  events: EventsInHand;
  taken: Store['taken'];
  /** Other processes may work on the same database: theirs are left to them while they live. */
  several: boolean;
  leaseMs: number;
  rate?: Rate;
  reference(): string;
}

export interface Delivery {
  /** Begins to take events; what an earlier process has left is taken up first. */
  start(): Promise<void>;
  running(): boolean;
  /** Keeps and sends what no event has led to. Of one `origin` it is said once. */
  post(
    to: { channel: string; chat: string; origin: string; digest?: string },
    replies: readonly Reply[],
  ): Promise<void>;
  /** Sends what is kept already: reminders, queued in the transaction that records them. */
  push(rows: readonly OutboxRow[]): void;
  /** Takes nothing new and finishes what is in hand, within `ms`. */
  stop(ms: number): Promise<void>;
}

const REMEMBERED_MS = 30 * 24 * 3600 * 1000;
const PRUNED_EVERY_MS = 3600 * 1000;

/** Messengers, inbox and outbox together. */
export function runDelivery(deps: RunDeliveryDeps): Delivery {
  const { store, log, leaseMs, now, newId } = deps;
  const messengers = new Map<string, Messenger>(deps.messengers.map(messenger => [messenger.id, messenger]));
  const outbox = openOutbox(deps, messengers);
  const inbox = openInbox({ ...deps, messengers, outbox });
  let timer: NodeJS.Timeout | null = null;
  let running = false;
  let pruned = 0;

  const adopt = async (all: boolean): Promise<void> => {
    const { events, outbound, unknown } = await store.adopt(all);
    if (events.length + outbound.length + unknown > 0) {
      log.warn({ events: events.length, messages: outbound.length, unknown }, deliveryLog.adopted);
    }
    if (unknown > 0)
      deps.metrics.count('tro_ly_deliveries_total', { channel: 'any', outcome: 'unknown' }, unknown);
    outbox.push(outbound);
    inbox.push(events);
  };
  const live = async (): Promise<void> => {
    try {
      await store.renew();
      if (deps.several) await adopt(false);
      if (now() - pruned > PRUNED_EVERY_MS) {
        await store.prune(now() - REMEMBERED_MS);
        pruned = now();
      }
    } catch (error) {
      log.error({ kind: (error as Error).name }, deliveryLog.storeGone);
    }
    if (running) timer = setTimeout(live, leaseMs / 3).unref();
  };

  return {
    async start() {
      // A file has one process; whatever it says of another is of one that is gone.
      await adopt(!deps.several);
      running = true;
      for (const messenger of messengers.values()) {
        await messenger.start(event => inbox.receive(messenger.id, event));
      }
      timer = setTimeout(live, leaseMs / 3).unref();
      log.info({ channels: [...messengers.keys()] }, deliveryLog.started);
    },
    running: () => running,
    push: rows => outbox.push(rows),
    async post({ channel, chat, origin, digest }, replies) {
      const { capabilities } = messengers.get(channel)!;
      const named = digest === undefined ? {} : { digest };
      const rows = outboundOf(replies, { channel, chat, capabilities, origin, ...named, now: now(), newId });
      await store.add(rows);
      outbox.push(rows);
    },
    async stop(ms) {
      running = false;
      if (timer) clearTimeout(timer);
      const end = performance.now() + ms;
      const left = (): number => Math.max(0, end - performance.now());
      await within(left(), Promise.all(Array.from(messengers.values(), messenger => messenger.stop())));
      await within(left(), inbox.close());
      await outbox.drain(left() / 2);
      await within(left(), outbox.close());
      log.info({}, deliveryLog.stopped);
    },
  };
}

async function within(ms: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<void>(resolve => (timer = setTimeout(resolve, ms)));
  await Promise.race([work.catch(() => undefined), over]);
  clearTimeout(timer);
}
