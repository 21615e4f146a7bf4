import type { Capabilities, Sent } from '../channels/messenger.ts';
import type { TokenBucket } from './token-bucket.ts';
import { openTokenBucket } from './token-bucket.ts';

/** How fast a whole channel may be written to. */
export interface ChannelPace {
  /** Resolves when a message may go, not before `free` (milliseconds since 1970). False: there is no more time. */
  turn(free: number): Promise<boolean>;
  /** Takes note of how a send ended: what the platform asks of the whole bot holds up every chat. */
  heard(sent: Sent): void;
}

/** `wait` as in `pause`. */
export function openChannelPace(
  { perSecond }: Capabilities,
  now: () => number,
  wait: (ms: number) => Promise<boolean>,
): ChannelPace {
  const bucket: TokenBucket = openTokenBucket(perSecond, Math.max(1, perSecond), now);
  let held = 0;
  return {
    async turn(free) {
      do {
        if (!(await wait(Math.max(free, held) - now()))) return false;
        if (!(await wait(bucket.reserve()))) return false;
        // A pause asked for meanwhile: the place in the rate is taken anew after it, or all would go at once.
      } while (held > now());
      return true;
    },
    heard(sent) {
      if (sent.outcome === 'again' && sent.everywhere && sent.afterMs !== null)
        held = Math.max(held, now() + sent.afterMs);
    },
  };
}
