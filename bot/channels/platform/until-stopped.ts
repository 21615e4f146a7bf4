const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 60_000;

/** Something that goes on in the background until it is stopped. */
export interface Background {
  /** Aborts what is waiting and resolves when the last round is over. */
  stop(): Promise<void>;
}

/**
 * Repeats `round` until stopped. After a failure it waits: first half a second, then twice as long each time up to
 * a minute, or as long as `failed` says (milliseconds). A round that resolves to `false` ends the repeating.
 */
export function untilStopped(
  // biome-ignore lint/suspicious/noConfusingVoidType: most rounds return nothing.
  round: (signal: AbortSignal) => Promise<boolean | void>,
  failed: (error: unknown) => number | null,
): Background {
  const stopping = new AbortController();
  const { signal } = stopping;
  const run = async (): Promise<void> => {
    let pause = FIRST_PAUSE_MS;
    while (!signal.aborted) {
      try {
        if ((await round(signal)) === false) return;
        pause = FIRST_PAUSE_MS;
      } catch (error) {
        if (signal.aborted) return;
        await sleep(failed(error) ?? pause, signal);
        pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
      }
    }
  };
  const running = run();
  return {
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}

/** Resolves after `ms`, or at once when `signal` aborts. */
export function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    if (signal?.aborted) return resolve();
    const done = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal?.addEventListener('abort', done);
  });
}
