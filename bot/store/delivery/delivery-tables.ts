import type { ColumnType, Generated } from 'kysely';

/** Written once. */
type Fixed<T> = ColumnType<T, T, never>;

export type InboxState = 'waiting' | 'done' | 'failed' | 'dropped';
export type OutboxState = 'waiting' | 'sending' | 'sent' | 'refused' | 'unknown' | 'given-up';

/** The tables of delivery; instants are milliseconds since 1970. */
export interface DeliveryTables {
  inbox: {
    id: Generated<number>;
    channel: Fixed<string>;
    event_key: Fixed<string>;
    chat: Fixed<string>;
    address: Fixed<string>;
    person: string;
    /** 1 or 0. */
    private_chat: Fixed<number>;
    /** Null once it is answered: what was said stands in `exchanges`, there without names and codes. */
    text: string | null;
    choice: Fixed<string | null>;
    under: Fixed<string | null>;
    at: Fixed<string>;
    state: InboxState;
    tries: number;
    /** The process that has it in hand, until `lease_until`. */
    owner: string;
    lease_until: number;
    taken_at: Fixed<number>;
  };
  outbox: {
    /** Sorts by the time it was kept. */
    id: Fixed<string>;
    /** What it was said for; the same is said once. */
    origin: Fixed<string | null>;
    /** These two change only when the chat has refused it and another account of the person takes its place. */
    channel: string;
    chat: string;
    /** JSON text of `OutboxBody`, empty once it has arrived. */
    body: string;
    prompt: Fixed<string | null>;
    /** On counted channels, neighbours of one digest go out as one message. */
    digest: Fixed<string | null>;
    state: OutboxState;
    why: string | null;
    attempts: number;
    from_part: number | null;
    not_before: number;
    message_id: string | null;
    owner: string;
    lease_until: number;
    kept_at: Fixed<number>;
    settled_at: number | null;
  };
  accounts: {
    channel: Fixed<string>;
    address: Fixed<string>;
    person: string;
    chat: string;
    blocked_at: number | null;
  };
  link_codes: { code_hash: Fixed<string>; person: string; expires_at: Fixed<number>; used_at: number | null };
  ledger: { channel: Fixed<string>; month: Fixed<string>; sent: number };
  /** Tokens that a platform gives and changes. */
  secrets: { name: Fixed<string>; value: string };
  web_sessions: { token_hash: Fixed<string>; expires_at: number };
}
