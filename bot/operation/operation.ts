import type { DeliveryStore } from '../store/delivery/delivery-store.ts';
import type { Gauge, Metrics } from './metrics.ts';

interface OperationDeps {
  delivery: DeliveryStore;
  metrics: Metrics;
  /** Channels whose settings are there. */
  channels: readonly string[];
  /** Whether they take and send messages. */
  running(): boolean;
  /** Milliseconds since 1970. */
  now(): number;
}

const MOST_STUCK = 20;

/** What whoever runs the assistant may ask it: whether it is ready, and its figures. */
export function openOperation({ delivery, metrics, channels, running, now }: OperationDeps) {
  return {
    async readiness() {
      try {
        await delivery.ping();
        const [{ waiting, oldest }, stuck] = await Promise.all([
          delivery.depth(),
          delivery.stuck(MOST_STUCK),
        ]);
        const ready = channels.length === 0 || running();
        const age = oldest === null ? 0 : Math.round((now() - oldest) / 1000);
        return {
          ready,
          details: {
            store: true,
            channels,
            running: running(),
            outbox: { waiting, oldestSeconds: age },
            stuck,
          },
        };
      } catch {
        return { ready: false, details: { store: false, channels, running: running() } };
      }
    },
    async metrics() {
      return metrics.text(await gauges(delivery, now()));
    },
  };
}

async function gauges(delivery: DeliveryStore, now: number): Promise<Gauge[]> {
  try {
    const { waiting, oldest } = await delivery.depth();
    const age = oldest === null ? 0 : Math.max(0, (now - oldest) / 1000);
    return [
      { name: 'tro_ly_store_up', help: '1 while the store answers', value: 1 },
      { name: 'tro_ly_outbox_depth', help: 'Messages kept and not yet settled', value: waiting },
      { name: 'tro_ly_outbox_oldest_seconds', help: 'Age of the oldest of them', value: age },
      ...Object.entries(await delivery.unsent()).map(([state, value]) => ({
        name: 'tro_ly_outbox_stuck',
        help: 'Messages that need a person’s eye, by state',
        labels: { state },
        value,
      })),
    ];
  } catch {
    return [{ name: 'tro_ly_store_up', help: '1 while the store answers', value: 0 }];
  }
}
