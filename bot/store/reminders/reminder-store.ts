import type { Account, OutboxRow } from '../delivery/delivery-records.ts';
import type { World } from '../records.ts';
import type { SentReminder } from '../reminder-records.ts';

/** What a person is to be told now, and when their reminders are to be looked at next. */
export interface Decided {
  outbound: OutboxRow[];
  /** What `outbound` carries; nothing of it stands in `world.reminders.sent`. */
  sent: Omit<SentReminder, 'at'>[];
  /** Milliseconds since 1970; at least a second off. */
  nextAt: number;
}

/**
 * Decides upon one person's reminders, by nothing but what it is given and the instant of the call. `accounts`: where
 * the person can be written to, not blocked, the most suitable first.
 */
export type Decide = (seen: { person: string; world: World; accounts: readonly Account[] }) => Decided;

export interface Reminded {
  /** How many persons were looked at; fewer than asked for: nobody else is due. */
  taken: number;
  /** What is now in the outbox, in this process's hand. */
  outbound: OutboxRow[];
  /** When somebody is due next, in milliseconds; null: nobody has reminders. */
  nextAt: number | null;
  /** What `decide` threw; those persons are looked at again in ten minutes. */
  faults: unknown[];
}

/** Reminders that come by themselves. Each call is one transaction, and throws StoreFault as the others do. */
export interface ReminderStore {
  /**
   * Looks at up to `most` persons who are due at `at` (milliseconds), or were last looked at more than an hour after
   * it: then the clock went back. What is to be said is in the outbox, and recorded as sent, in this transaction;
   * what stands as sent is read in it, so that of two who look at once one finds it done.
   */
  remind(most: number, at: number, decide: Decide): Promise<Reminded>;
  /** When somebody is due next, in milliseconds; null: nobody has reminders. */
  nextWake(): Promise<number | null>;
  /** Has everybody looked at anew, once for each edition of the rules by which reminders are decided. */
  replan(edition: string): Promise<void>;
  /** Whose calendar stands at an open private address, by the hash of its token; null: nobody's. */
  feedPerson(tokenHash: string): Promise<string | null>;
}
