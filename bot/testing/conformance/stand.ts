import type { InboundEvent, Messenger, Sent } from '../../channels/messenger.ts';
import type { Faults } from '../faults.ts';
import type { Shown } from '../shown.ts';

/** A messenger beside the fake of its platform, and one person who uses it. */
export interface Stand {
  /** A messenger of its own; a second one is the program started again. */
  create(options: StandOptions): Messenger;
  /** The person's private chat. */
  chat: string;
  /** Route of the platform that texts go through. */
  sendRoute: string;
  faults: Faults;
  /** Resolves when the platform can give out what is said. */
  ready(): Promise<void>;
  says(text: string): void;
  /** Presses the k-th button of the last message, or types its number. */
  chooses(k: number): void;
  /** Presses a button under an older message. Left out: here a press is a text like any other. */
  presses?(messageId: string, data: string): void;
  shown(): Shown[];
  block(): void;
  /** The last event comes once more. Null: this way of receiving never repeats. */
  repeat: (() => Promise<unknown>) | null;
  /** What is said between the two comes in the opposite order. Null: here order is kept by the platform. */
  reorder: { hold(): void; releaseReversed(): Promise<void> } | null;
  /** Status that a request with a wrong secret gets. Null: no webhook. */
  forge: (() => Promise<number>) | null;
  /** “Not now” in this platform's words, and what `send` makes of it. */
  tooMuch: { fault: { status: number; body: unknown }; sent: Sent };
  /** What a failure inside the platform looks like. */
  failure: { status: number; body: unknown };
  /** Whether an event that could not be stored comes again. */
  redelivers: boolean;
  /** Strings that must never be logged. */
  secrets: string[];
  /** Where requests are taken; replaced when a messenger is started anew. */
  serve(messenger: Messenger | null): void;
  stop(): Promise<void>;
}

export interface StandOptions {
  sendTimeoutMs?: number;
  log: { info(...line: unknown[]): void; warn(...line: unknown[]): void; error(...line: unknown[]): void };
  linkTo(path: string, name: string): string;
}

export type Taken = InboundEvent[];
