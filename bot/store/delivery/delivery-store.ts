import type { Reply } from '../../channels/channel.ts';
import type { ReminderStore } from '../reminders/reminder-store.ts';
import type { Account, Beside, InboxRow, Mark, NewEvent, OutboxRow, Stuck } from './delivery-records.ts';
import type { Linked } from './link-rows.ts';
import type { MergeStates } from './merge-people.ts';

/**
 * What came in and is to go out on messengers, and who is who there. Each call is one transaction; it throws
 * StoreFault when the database cannot be used just now, and nothing was written then.
 */
export interface DeliveryStore extends ReminderStore {
  /** Keeps events; for each its row, or null where it was taken before or is not to be answered. */
  take(events: readonly NewEvent[]): Promise<(InboxRow | null)[]>;
  /** Marks an event as answered, with what is to be said. False: it was answered before. */
  finish(done: Beside, state: 'done' | 'failed'): Promise<boolean>;
  /** Whether an earlier event of the chat still waits. */
  waitsBefore(row: InboxRow): Promise<boolean>;
  /** Takes over what no living process has in hand; with `all`, everything that is not this process's. */
  adopt(all: boolean): Promise<{ events: InboxRow[]; outbound: OutboxRow[]; unknown: number }>;
  /** Says that this process is alive and still has in hand what it had. */
  renew(): Promise<void>;
  /** Forgets what was settled before that instant. */
  prune(before: number): Promise<void>;

  /** Keeps messages to be sent that no event has led to. */
  add(rows: readonly OutboxRow[]): Promise<void>;
  /** Marks messages as being sent; gives the ids that are this process's to send. */
  claim(ids: readonly string[]): Promise<Set<string>>;
  /** Whether a message still waits to be sent. */
  isWaiting(id: string): Promise<boolean>;
  /** Writes down what became of messages; gives those that wait again, on another account of their person. */
  settle(marks: readonly Mark[]): Promise<OutboxRow[]>;
  stuck(most: number): Promise<Stuck[]>;
  /** How many messages need a person's eye, by state. */
  unsent(): Promise<Record<Stuck['state'], number>>;
  depth(): Promise<{ waiting: number; oldest: number | null }>;
  /** What was being asked with our message of that platform id. */
  promptUnder(at: { channel: string; chat: string; messageId: string }): Promise<string | null>;

  countSent(channel: string, month: string, sent: number): Promise<void>;
  sentInMonth(channel: string, month: string): Promise<number>;

  personAt(channel: string, address: string): Promise<string>;
  accounts(person: string): Promise<Account[]>;
  addAccount(account: { channel: string; address: string; person: string; chat: string }): Promise<void>;
  block(channel: string, chat: string): Promise<void>;

  giveCode(code: { hash: string; person: string; expiresAt: number }, said: SaidBeside): Promise<void>;
  /** Uses a code without joining anybody to its giver, who is given back; null: it is not good. */
  useCode(hash: string): Promise<string | null>;
  /** Uses a code: its giver and who typed it are one person from here on. */
  link(
    given: { hash: string; typedBy: string; mergeStates: MergeStates },
    said: (linked: Linked) => SaidBeside,
  ): Promise<{ linked: Linked; person: string }>;

  openSession(tokenHash: string, expiresAt: number): Promise<void>;
  isSession(tokenHash: string): Promise<boolean>;
  closeSession(tokenHash: string): Promise<void>;
  /** A secret that all processes share and that changes: tokens of a platform. Null: none is kept. */
  secret(name: string): Promise<string | null>;
  keepSecret(name: string, value: string): Promise<void>;
  /** Answers at all. */
  ping(): Promise<void>;
}

/** What was said with an errand that is not the assistant's, kept in the same transaction. */
export interface SaidBeside {
  key: string | null;
  said: string;
  replies: Reply[];
  beside: Beside | null;
}
