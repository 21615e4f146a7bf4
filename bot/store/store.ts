import type { Reply } from '../channels/channel.ts';
import type { Beside } from './delivery/delivery-records.ts';
import type { Change, Invitation, World } from './records.ts';

/** One exchange: what a person did and what was said to it. */
export interface Exchange {
  /** The channel's own key of the event; the same key is taken once. Null: the channel has none. */
  key: string | null;
  said: string;
  replies: Reply[];
  /** On messengers: the event that is answered, and the messages that carry the replies. */
  beside?: Beside;
}

/** Stands for one state of a person's world: two that are equal show that nothing of it has changed between. */
export type WorldVersion = string;

/** A person's world together with the version it was read at. */
export type WorldSeen = World & { version: WorldVersion };

/**
 * What `keep` did. `taken`: another call took the event's key first. `moved`: the world has changed since it was
 * seen, or an invitation has been used or has run out. With either, nothing was written.
 */
export type Kept = 'kept' | 'taken' | 'moved';

/**
 * What is kept. Each call is one transaction. A call throws StoreFault, whose message people can read, when the
 * database cannot be used just now; nothing was written then.
 */
export interface Store {
  /** The conversation's state as it was last kept, null before the first message. */
  state(person: string): Promise<unknown>;
  /** The replies that an event was given, null when it was never taken. */
  taken(person: string, key: string): Promise<Reply[] | null>;
  /**
   * Keeps the new state together with the exchange that led to it and what it changed: all of it or nothing.
   * With `seen`, only if the person's world is still that one. Throws ChangeFault for a change that the person
   * may not make. `started-over` takes every standing answer back by an event of its own; nothing is deleted.
   */
  keep(
    person: string,
    state: unknown,
    exchange: Exchange,
    changes?: readonly Change[],
    seen?: WorldVersion,
  ): Promise<Kept>;
  /** The last exchanges, oldest first. */
  exchanges(person: string, most: number): Promise<Exchange[]>;
  /** The units the person belongs to, and those units' assessments with all their events. */
  world(person: string): Promise<WorldSeen>;
  /** An invitation by the hash of its code, used or run out as it may be; null when there is none. */
  invitation(codeHash: string): Promise<Invitation | null>;
  close(): Promise<void>;
}
