import { parseArgs } from 'node:util';
import { BackupFault, StoreFault } from '../bot/store/index.ts';
import { runCommand, UsageFault } from './open-plans.ts';

/** Runs a command on one file with some flags; what goes wrong is said in one sentence and exits with 2. */
export function runStoreCommand(
  usage: string,
  known: readonly string[],
  command: (given: { file: string; flags: string[] }) => Promise<void>,
): Promise<void> {
  return runCommand(async () => {
    try {
      await command(given(usage, known));
      return 0;
    } catch (error) {
      if (error instanceof StoreFault || error instanceof BackupFault) throw new UsageFault(error.message);
      throw error;
    }
  });
}

function given(usage: string, known: readonly string[]): { file: string; flags: string[] } {
  const options = Object.fromEntries(known.map(flag => [flag, { type: 'boolean' as const }]));
  try {
    const { values, positionals } = parseArgs({ allowPositionals: true, options });
    const [file] = positionals;
    if (positionals.length === 1 && file) return { file, flags: Object.keys(values) };
  } catch {
    // Said below.
  }
  throw new UsageFault(usage);
}
