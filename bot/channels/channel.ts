/** What a channel and the assistant say to each other; channels know nothing of plans or verdicts. */

/** One thing a person did, however it reached us. */
export interface Inbound {
  /** Who, as the channel knows them. */
  person: string;
  text?: string;
  /** Id of an offered choice. */
  choice?: string;
  /** `kind` or `kind:id` of the prompt that the choice stood under, where the channel remembers it: old buttons are told by it. */
  prompt?: string;
}

export interface Choice {
  id: string;
  label: string;
}

/** A passage of a plan that a person may open and read in its place. */
export interface Source {
  plan: string;
  /** Clause id, `III.2 đ2`. */
  clause: string;
  /** As a person cites it: document and address together, and each by itself. */
  label: string;
  document: string;
  address: string;
  quote: string;
  /** UTF-16 offsets into the plan's text. */
  start: number;
  end: number;
}

/**
 * One reply. `text` is complete by itself for channels of plain text. `blocks`, where present, say the same
 * in parts, for channels that can show a quotation as one.
 */
export interface Reply {
  text: string;
  blocks?: Block[];
  choices?: Choice[];
  /** What is being asked of the person, for programs: `{ kind: 'plan' }`. */
  prompt?: { kind: string; id?: string };
  /** False: bare numbers typed now are values, so plain-text channels do not number the choices. */
  numbered?: false;
  /** A file made for the person; `path` is absolute, on this machine. */
  document?: { name: string; path: string };
  /** A part of `text` that is told once and not kept, as a private address is. */
  once?: string;
  /** The value of `evaluate`, with the reply to a submission. */
  evaluation?: unknown;
}

export type Block =
  | { kind: 'text'; text: string }
  | { kind: 'heading'; text: string }
  | { kind: 'quote'; source: Source }
  | { kind: 'notice'; text: string };
