import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

/** Everything that tests put into the temporary folder goes into one of this run, and is gone after it. */
export default function ownTmp(): () => void {
  const before = process.env.TMPDIR;
  const own = mkdtempSync(join(tmpdir(), 'tro-ly-'));
  // PostgreSQL refuses to run as root, so it runs as somebody else, who has to get in.
  chmodSync(own, 0o755);
  process.env.TMPDIR = own;
  return () => {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
    rmSync(own, { recursive: true, force: true, maxRetries: 5 });
  };
}
