import type { StoreTrouble } from '../words/store-words.ts';
import { storeWords } from '../words/store-words.ts';

/**
 * The database cannot be used just now, and nothing was written. The message is one sentence for the operator: what
 * is wrong and what to do. What lay beneath is kept as its code only: PostgreSQL's own words name users and addresses,
 * and nothing of DATABASE_URL may be shown, not even by an uncaught error.
 */
export class StoreFault extends Error {
  readonly trouble: StoreTrouble;
  /** The code of SQLite, PostgreSQL or the system, null when there was none. */
  readonly code: string | null;
  constructor(trouble: StoreTrouble, place: string, beneath?: unknown) {
    super(storeWords[trouble](place));
    this.name = 'StoreFault';
    this.trouble = trouble;
    this.code = (beneath as NodeJS.ErrnoException | undefined)?.code ?? null;
  }
}

/** A change that this person may not make, or that cannot be: a fault of the program, not of the person. */
export class ChangeFault extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ChangeFault';
  }
}
