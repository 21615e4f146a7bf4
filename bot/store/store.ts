import type { Reply } from '../channels/channel.ts';

/** One exchange: what a person did and what was said to it. */
export interface Exchange {
  /** The channel's own key of the event; the same key is taken once. Null: the channel has none. */
  key: string | null;
  said: string;
  replies: Reply[];
}

/** What is kept of conversations. Each call is one transaction. */
export interface Store {
  /** The conversation's state as it was last kept, null before the first message. */
  state(person: string): Promise<unknown>;
  /** The replies that an event was given, null when it was never taken. */
  taken(person: string, key: string): Promise<Reply[] | null>;
  /** Keeps the new state together with the exchange that led to it. False: another call took the key first. */
  keep(person: string, state: unknown, exchange: Exchange): Promise<boolean>;
  /** The last exchanges, oldest first. */
  exchanges(person: string, most: number): Promise<Exchange[]>;
  close(): Promise<void>;
}
