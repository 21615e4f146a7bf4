/**
 * Collects what is asked one by one into calls of many: while one call is on its way, all that is asked meanwhile goes
 * into the next.
 */
export function batched<T, R>(
  run: (items: readonly T[]) => Promise<readonly R[]>,
  most = 100,
): (item: T) => Promise<R> {
  const waiting: { item: T; resolve(result: R): void; reject(error: unknown): void }[] = [];
  let running = false;
  const drain = async (): Promise<void> => {
    running = true;
    while (waiting.length > 0) {
      // Whoever asks in the same turn of the loop comes along.
      await Promise.resolve();
      const batch = waiting.splice(0, most);
      try {
        const results = await run(batch.map(({ item }) => item));
        for (const [at, { resolve }] of batch.entries()) resolve(results[at]!);
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    running = false;
  };
  return item =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (!running) void drain();
    });
}
