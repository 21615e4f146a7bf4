import type { Knowledge } from '../../../knowledge/index.ts';
import { openKnowledge } from '../../../knowledge/index.ts';
import type { Messenger } from '../../channels/messenger.ts';
import type { Conversation } from '../../converse.ts';
import { openConversation } from '../../converse.ts';
import type { RulebookShelf } from '../../dialogues/assess/rulebook-shelf.ts';
import type { Metrics } from '../../operation/metrics.ts';
import { openMetrics } from '../../operation/metrics.ts';
import type { StorePlace } from '../../store/database.ts';
import type { DeliveryStore } from '../../store/delivery/delivery-store.ts';
import { openStores } from '../../store/open-store.ts';
import type { Store } from '../../store/store.ts';
import type { EventsInHand } from '../in-hand.ts';
import { keepingDelivery } from '../in-hand.ts';
import type { Linking } from '../linking.ts';
import { openLinking } from '../linking.ts';
import type { Rate } from '../rate-limit.ts';
import { openRowIds } from '../row-ids.ts';
import type { Delivery } from '../run-delivery.ts';
import { runDelivery } from '../run-delivery.ts';

export interface TestDelivery {
  store: Store;
  rows: DeliveryStore;
  delivery: Delivery;
  linking: Linking;
  conversation: Conversation;
  metrics: Metrics;
  /** Every line logged, as JSON. */
  logged: string[];
  close(): Promise<void>;
}

export interface TestOptions {
  messengers: Messenger[];
  owner?: string;
  leaseMs?: number;
  rate?: Rate;
  code?: () => string;
  now?: () => number;
  /** Stands between delivery and what it uses, to break it. */
  over?: { store?: (store: Store) => Store; rows?: (rows: DeliveryStore) => DeliveryStore };
  /** What the assistant knows; left out: no plans, on a day that stands still. */
  knows?: { knowledge: Knowledge; shelf: RulebookShelf; today(): string };
  /** Takes the place of the assistant's answer. */
  say?: (conversation: Conversation) => Conversation;
}

/** Everything between messengers and the store, with the real assistant. */
export async function openTestDelivery(place: StorePlace, options: TestOptions): Promise<TestDelivery> {
  const { messengers, owner = 'mot1', leaseMs = 30_000, rate, over = {} } = options;
  const now = options.now ?? Date.now;
  const instant = (): string => Temporal.Instant.fromEpochMilliseconds(now()).toString();
  const opened = await openStores(place, instant, { owner, leaseMs, now });
  const store = over.store?.(opened.store) ?? opened.store;
  const rows = over.rows?.(opened.delivery) ?? opened.delivery;
  const logged: string[] = [];
  const line = (facts: object, sentence: string): void => void logged.push(JSON.stringify([facts, sentence]));
  const log = { info: line, warn: line, error: line };
  const metrics = openMetrics();
  const events: EventsInHand = new Map();
  let code = 100_000;
  const linking = openLinking({ delivery: rows, events, now, code: options.code ?? (() => String(++code)) });
  const own = openConversation({
    ...(options.knows ?? { knowledge: openKnowledge([]), today: () => '2026-11-21' }),
    store: keepingDelivery(store, events),
    now: instant,
    dataDir: place.dataDir,
  });
  const conversation = linking.over(options.say?.(own) ?? own);
  const delivery = runDelivery({
    store: rows,
    messengers,
    conversation,
    linking,
    events,
    taken: store.taken,
    several: place.databaseUrl !== null,
    leaseMs,
    ...(rate ? { rate } : {}),
    now,
    chance: () => 0,
    newId: openRowIds(now, owner.slice(0, 4).padEnd(4, '0')),
    reference: () => 'ABC346',
    log,
    metrics,
  });
  const close = async (): Promise<void> => {
    await delivery.stop(2000);
    await store.close();
  };
  return { store, rows, delivery, linking, conversation, metrics, logged, close };
}

/** Waits until it holds. */
export async function until(holds: () => boolean | Promise<boolean>, ms = 10_000): Promise<void> {
  const end = performance.now() + ms;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error('it did not come to hold in time');
    await new Promise(resolve => setTimeout(resolve, 5));
  }
}
