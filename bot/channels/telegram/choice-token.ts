import { createHash } from 'node:crypto';

/** What `callback_data` holds at most, in bytes of UTF-8. */
const LONGEST = 64;
const MARK = '~';
/** Long ids remembered by this process; each takes a few hundred bytes. */
const REMEMBERED = 10_000;

/** Turns choice ids into `callback_data` and back. */
export interface ChoiceTokens {
  tokenOf(id: string): string;
  /** The id, or null for the token of a long id that this process never sent. */
  idOf(token: string): string | null;
}

/**
 * Short ids stand for themselves. Long ones get a token computed from the id, so it is the same after a restart;
 * what it stands for is then not known any more, and the reader falls back on the button's words.
 */
export function openChoiceTokens(): ChoiceTokens {
  const long = new Map<string, string>();
  return {
    tokenOf(id) {
      if (Buffer.byteLength(id) <= LONGEST && id !== '' && !id.startsWith(MARK)) return id;
      const token = `${MARK}${createHash('sha256').update(id).digest('base64url').slice(0, 32)}`;
      if (long.size >= REMEMBERED) long.delete(long.keys().next().value!);
      long.set(token, id);
      return token;
    },
    idOf: token => (token.startsWith(MARK) ? (long.get(token) ?? null) : token),
  };
}
