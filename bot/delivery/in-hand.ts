import type { Reply } from '../channels/channel.ts';
import type { OutboxRow } from '../store/delivery/delivery-records.ts';
import type { Store } from '../store/store.ts';

/** An event that is being answered: what its answer becomes as messages, and those that were kept. */
export interface InHand {
  inbox: number;
  outbound(replies: readonly Reply[]): OutboxRow[];
  /** Set when the answer was kept. */
  kept: OutboxRow[] | null;
}

/** Events being answered, by the key of their exchange. */
export type EventsInHand = Map<string, InHand>;

/**
 * A store that keeps, in the transaction of an exchange, that its event is answered and what is to be said. A
 * conversation over it knows nothing of messengers.
 */
export function keepingDelivery(store: Store, events: EventsInHand): Store {
  return {
    ...store,
    async keep(person, state, exchange, changes, seen) {
      const event = exchange.key === null ? undefined : events.get(exchange.key);
      if (!event) return store.keep(person, state, exchange, changes, seen);
      const outbound = event.outbound(exchange.replies);
      const beside = { inbox: event.inbox, outbound };
      const kept = await store.keep(person, state, { ...exchange, beside }, changes, seen);
      if (kept === 'kept') event.kept = outbound;
      return kept;
    },
  };
}
