/** Lets through `perSecond` on the long run and `burst` at once. `now` in milliseconds. */
export interface TokenBucket {
  /** Takes one if there is one. */
  take(): boolean;
  /** Takes one in any case and says after how many milliseconds it is there. */
  reserve(): number;
  /** Whether it is as full as it can be, so that forgetting it changes nothing. */
  full(): boolean;
}

export function openTokenBucket(perSecond: number, burst: number, now: () => number): TokenBucket {
  let tokens = burst;
  let at = now();
  const fill = (): void => {
    const time = now();
    tokens = Math.min(burst, tokens + ((time - at) / 1000) * perSecond);
    at = time;
  };
  return {
    take() {
      fill();
      if (tokens < 1) return false;
      tokens -= 1;
      return true;
    },
    reserve() {
      fill();
      tokens -= 1;
      return tokens >= 0 ? 0 : Math.ceil((-tokens / perSecond) * 1000);
    },
    full() {
      fill();
      return tokens >= burst;
    },
  };
}
