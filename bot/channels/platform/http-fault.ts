import type { Sent } from '../messenger.ts';

/** A request that got no whole answer. `code` is Node's (`ECONNRESET`), `timeout`, `aborted` or `unreadable`. */
export class HttpFault extends Error {
  readonly code: string;
  /** False: the connection never stood, so nothing can have arrived. */
  readonly begun: boolean;

  constructor(code: string, begun: boolean) {
    super(`HTTP: ${code}`);
    this.code = code;
    this.begun = begun;
  }
}

/** What became of a message whose request failed. Anything not known to be harmless counts as begun. */
export function fateOf(error: unknown): Sent {
  if (error instanceof HttpFault && !error.begun) return { outcome: 'again', afterMs: null, why: error.code };
  return { outcome: 'unknown', why: error instanceof HttpFault ? error.code : 'fault' };
}
