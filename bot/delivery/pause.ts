/** Waits, or until the signal says that there is no time; true: the whole time has passed. */
export function pause(ms: number, signal: AbortSignal): Promise<boolean> {
  if (signal.aborted) return Promise.resolve(false);
  if (ms <= 0) return Promise.resolve(true);
  return new Promise(resolve => {
    const stop = (): void => {
      clearTimeout(timer);
      resolve(false);
    };
    // What Node can count in a timer is about 24 days.
    const timer = setTimeout(
      () => {
        signal.removeEventListener('abort', stop);
        resolve(true);
      },
      Math.min(ms, 2 ** 31 - 1),
    );
    signal.addEventListener('abort', stop, { once: true });
  });
}
