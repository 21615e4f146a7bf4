/** The time that a call has. */
export interface Timing {
  signal: AbortSignal;
  /** Never comes; fails when the time is over or the call is no longer wanted. */
  ended: Promise<never>;
  /** Which of the two it was; null: neither yet. */
  why(): 'slow' | 'cancelled' | null;
  /** From now on the time runs. */
  begin(): void;
  stop(): void;
}

/** A signal that ends by time or with the caller's own, and which of the two it was. */
export function timed(ms: number, outer: AbortSignal | undefined): Timing {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let why: 'slow' | 'cancelled' | null = null;
  const end = (as: 'slow' | 'cancelled'): void => {
    why ??= as;
    controller.abort(new DOMException('', as === 'slow' ? 'TimeoutError' : 'AbortError'));
  };
  const cancel = (): void => end('cancelled');
  if (outer?.aborted) cancel();
  else outer?.addEventListener('abort', cancel, { once: true });
  const { signal } = controller;
  const ended = new Promise<never>((_, fail) => {
    const over = (): void => fail(signal.reason);
    if (signal.aborted) over();
    else signal.addEventListener('abort', over, { once: true });
  });
  // Nobody may be listening when it ends.
  ended.catch(() => {});
  return {
    signal,
    ended,
    why: () => why,
    begin: () => {
      timer = setTimeout(() => end('slow'), ms);
    },
    stop: () => {
      clearTimeout(timer);
      outer?.removeEventListener('abort', cancel);
    },
  };
}
