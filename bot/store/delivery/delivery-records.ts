import type { Choice } from '../../channels/channel.ts';
import type { InboundEvent } from '../../channels/messenger.ts';
import type { OutboxState } from './delivery-tables.ts';

/** An event as it comes in, before it is known to be new. */
export interface NewEvent extends InboundEvent {
  channel: string;
  /** Whether it is to be answered, or only to be remembered as taken. */
  state: 'waiting' | 'dropped';
  /** What is said to it at once, without the assistant. */
  outbound: OutboxRow[];
}

/** An event that waits to be answered by this process. */
export interface InboxRow extends InboundEvent {
  id: number;
  channel: string;
  person: string;
  /** How often a process has begun with it. */
  tries: number;
}

/** What is sent: the text whole, the platform's own form is the channel's affair. */
export interface OutboxBody {
  text: string;
  choices?: Choice[];
  numbered?: false;
  document?: { name: string; path: string };
  /** Platform id of the message whose place it takes. */
  replaces?: string;
  /** Where it was refused before it came here, `channel chat` each. */
  refusedAt?: string[];
}

/** One message to be sent. */
export interface OutboxRow {
  id: string;
  /** What it is said for; the same is said once. Null: nothing can bring it a second time. */
  origin: string | null;
  channel: string;
  chat: string;
  body: OutboxBody;
  /** `kind` or `kind:id` of what is being asked with it. */
  prompt: string | null;
  /** On counted channels, neighbours of one digest go out as one message. */
  digest: string | null;
  attempts: number;
  /** First part still to be sent. */
  from: number | null;
  /** Not to be sent before; milliseconds since 1970. */
  notBefore: number;
  keptAt: number;
}

/** What became of a message. */
export interface Mark {
  id: string;
  state: Exclude<OutboxState, 'sending'>;
  why: string | null;
  attempts: number;
  from: number | null;
  notBefore: number;
  messageId: string | null;
  /** With `refused`: channels on which the same person may be written to instead. */
  elsewhere?: readonly string[];
}

/** A message that needs a person's eye. */
export interface Stuck {
  id: string;
  channel: string;
  state: 'refused' | 'unknown' | 'given-up';
  why: string | null;
  settledAt: number;
}

/** Where a person can be written to. */
export interface Account {
  channel: string;
  address: string;
  chat: string;
  blocked: boolean;
}

/** What is kept beside an exchange, in its transaction. */
export interface Beside {
  /** The event that is answered by it. */
  inbox: number;
  outbound: readonly OutboxRow[];
}
