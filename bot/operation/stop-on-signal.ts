import process from 'node:process';

/** What is in hand when the program is stopped has this long. */
export const STOP_MS = 10_000;

/** On SIGTERM or SIGINT `stop` is run once, and the program ends with it or after STOP_MS. */
export function stopOnSignal(stop: () => Promise<void>): void {
  let stopping = false;
  const end = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    // Whatever still hangs after that has been kept, and is gone on with at the next start.
    setTimeout(() => process.exit(0), STOP_MS).unref();
    await stop();
    process.exit(0);
  };
  process.on('SIGTERM', () => void end());
  process.on('SIGINT', () => void end());
}
