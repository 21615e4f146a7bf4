import type { Metrics } from '../operation/metrics.ts';
import type { DeliveryStore } from '../store/delivery/delivery-store.ts';

/** What every part of delivery is given. */
export interface DeliveryDeps {
  store: DeliveryStore;
  /** Milliseconds since 1970. */
  now(): number;
  /** 0 ≤ chance < 1. */
  chance(): number;
  newId(): string;
  log: DeliveryLog;
  metrics: Metrics;
}

/** Facts hold no text, no token and no address. */
export interface DeliveryLog {
  info(facts: object, sentence: string): void;
  warn(facts: object, sentence: string): void;
  error(facts: object, sentence: string): void;
}
