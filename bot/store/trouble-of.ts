import type { StoreTrouble } from '../words/store-words.ts';
import { StoreFault } from './store-fault.ts';

/** SQLite's names, PostgreSQL's five-character codes and the system's, each to what stands in the way. */
const TROUBLES: readonly (readonly [RegExp, StoreTrouble])[] = [
  [/^SQLITE_(BUSY|LOCKED|PROTOCOL)|^(55P03|40001|40P01)$/, 'busy'],
  [/^SQLITE_FULL|^(ENOSPC|EDQUOT|53100)$/, 'full'],
  [
    /^SQLITE_(READONLY|CANTOPEN|PERM|AUTH)|^E(ACCES|PERM|ROFS|NOTDIR|EXIST|ISDIR|NOENT)$|^(42501|25006)$/,
    'refused',
  ],
  [/^SQLITE_IOERR|^(EIO|58030)$/, 'disk'],
  // What is left of SQLite's errors means a file in which our tables do not stand as we made them.
  [/^SQLITE_(?!CONSTRAINT)|^(XX001|XX002)$/, 'damaged'],
  [/^(28...|3D000)$/, 'sign-in'],
  [
    /^E(CONNREFUSED|CONNRESET|HOSTUNREACH|NETUNREACH|NOTFOUND|TIMEDOUT|PIPE|AI_AGAIN)$|^(08...|57P0.|53[34]00|53200)$/,
    'unreachable',
  ],
];

/** What of the database stands in the way; null when it is something else, or has been said already. */
export function troubleOf(error: unknown): StoreTrouble | null {
  if (!(error instanceof Error) || error instanceof StoreFault) return null;
  const code = (error as NodeJS.ErrnoException).code ?? '';
  for (const [codes, trouble] of TROUBLES) if (codes.test(code)) return trouble;
  // `pg` gives these no code.
  if (
    /^(timeout exceeded|Connection terminated|Client has encountered|Cannot use a pool)/i.test(error.message)
  ) {
    return 'unreachable';
  }
  // JSON that we wrote and can no longer read.
  return error instanceof SyntaxError ? 'damaged' : null;
}

/** Whether a connection that stood before is gone. */
export function wasCut(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = (error as NodeJS.ErrnoException).code ?? '';
  return (
    /^(ECONNRESET|EPIPE|57P01)$/.test(code) || /^(Connection terminated|Client has enc)/.test(error.message)
  );
}
