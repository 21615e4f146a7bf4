import type { Choice } from './channel.ts';

/** What a messenger can do; delivery paces, splits and merges by it. */
export interface Capabilities {
  /** UTF-16 units of one message (Telegram: 4096 after entities). Longer texts are split by `send` itself. */
  longestText: number;
  /** More choices than this become numbered lines. 0: there are no buttons. */
  mostButtons: number;
  files: 'upload' | 'link';
  /** Whether `Outbound.replaces` is followed; elsewhere a new message is sent. */
  edits: boolean;
  /** Least pause between two messages to one chat, in milliseconds. */
  perChatMs: number;
  /** The same for a group, where the platform is stricter there. */
  perGroupMs?: number;
  /** Messages a second in all. */
  perSecond: number;
  /** Messages are rationed or paid: one digest a day. */
  counted: boolean;
}

/**
 * One thing a person did. Neither `text` nor `choice`: something came that is not text (a photo, a voice
 * message, a file).
 */
export interface InboundEvent {
  /** The channel's own key: the same event has the same key, also after a restart. */
  key: string;
  chat: string;
  /** Of the person on this channel. */
  address: string;
  /** False in a group, where nothing of one person may be shown. */
  privateChat: boolean;
  text?: string;
  /** Id of a choice that was pressed. */
  choice?: string;
  /** `messageId` of the message the pressed button stood under: old buttons are told by it. */
  under?: string;
  /** When, ISO 8601 in UTC: by the platform's clock where it says, else by ours. */
  at: string;
}

export interface Outbound {
  id: string;
  chat: string;
  text: string;
  choices?: Choice[];
  /** False: bare numbers typed now are values, so choices shown as lines are not numbered. */
  numbered?: false;
  /** `path` is absolute, on this machine. */
  document?: { name: string; path: string };
  /** First part still to be sent, from an earlier `Sent` that stopped there. */
  from?: number;
  /** `messageId` of an earlier message of ours that this one takes the place of, where the channel can edit. */
  replaces?: string;
}

/** How a send ended. `from`: the part it stopped at when earlier parts did arrive; a retry hands it back. */
export type Sent =
  | { outcome: 'sent'; messageId: string }
  /**
   * Refused for now: 429 with retry_after, 5xx answered, connection refused before anything was sent. `everywhere`:
   * `afterMs` is asked of everything we send there, not of this chat alone.
   */
  | { outcome: 'again'; afterMs: number | null; why: string; from?: number; everywhere?: true }
  /**
   * Never by itself. `blocked`: the person cannot be reached (blocked us, left, is unknown); `window`: the time
   * in which we may write has passed; `quota`: the ration is used up; `invalid`: the message itself is wrong.
   */
  | { outcome: 'refused'; why: 'blocked' | 'window' | 'quota' | 'invalid'; from?: number }
  /** May or may not have arrived: timeout or reset after sending; never repeated blindly. */
  | { outcome: 'unknown'; why: string; from?: number };

/** A platform that carries messages. `send` never throws; `why` never holds a token or a text. */
export interface Messenger {
  readonly id: 'telegram' | 'zalo-bot' | 'zalo-oa';
  readonly capabilities: Capabilities;
  /**
   * Takes events until stopped; each is stored by `receive` before it is acknowledged to the platform. Resolves
   * at once: connecting goes on in the background and is repeated until it works.
   */
  start(receive: (event: InboundEvent) => Promise<void>): Promise<void>;
  /** Answers the platform's webhook request (raw body, headers); absent when polling. */
  webhook?(request: Request): Promise<Response>;
  send(message: Outbound): Promise<Sent>;
  /** Shows in the chat, for some seconds, that an answer is being made; whether it arrives matters to nobody. */
  working?(chat: string): void;
  /** Waits for what is in hand; afterwards nothing is taken any more. */
  stop(): Promise<void>;
}

/** What a messenger tells the operator; pino fits. Facts and sentences hold no token, no text, no address. */
export interface MessengerLog {
  info(facts: object, sentence: string): void;
  warn(facts: object, sentence: string): void;
  error(facts: object, sentence: string): void;
}

/** What every messenger is given. */
export interface MessengerOptions {
  /** The present instant, ISO 8601 in UTC. */
  now(): string;
  log: MessengerLog;
  /** After how long a send counts as unanswered, in milliseconds. */
  sendTimeoutMs?: number;
  /** Between the parts of a long text, in milliseconds. */
  partPauseMs?: number;
}
