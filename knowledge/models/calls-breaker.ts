import type { CallFault } from './calls-fault.ts';

type Kind = 'embed' | 'write' | 'read';

/** How long an endpoint that failed is left alone, in milliseconds. */
const ALONE: Partial<Record<CallFault, number>> = { unreachable: 30_000, slow: 30_000, busy: 10_000 };
/** How long an answer stands for “it can be reached”. */
const FRESH_MS = 60_000;

/** Remembers how the endpoint did, so that nobody waits twice for one that does not answer. */
export interface Breaker {
  /** Why calls of this kind, or of any (null), are not made now; null: they are. */
  open(kind: Kind | null): CallFault | null;
  /** It answered not long ago. */
  reachable(): boolean;
  failed(kind: Kind | null, why: CallFault): void;
  answered(kind: Kind): void;
}

/** `now`: milliseconds. What cannot be reached, or is late, stops calls: all of them, or those of its kind. */
export function openBreaker(now: () => number): Breaker {
  const until = new Map<Kind | 'all', { at: number; why: CallFault }>();
  let answeredAt = Number.NEGATIVE_INFINITY;
  return {
    open(kind) {
      for (const key of ['all', kind] as const) {
        const left = key === null ? undefined : until.get(key);
        if (left && now() < left.at) return left.why;
      }
      return null;
    },
    reachable: () => now() - answeredAt < FRESH_MS,
    failed(kind, why) {
      const alone = ALONE[why];
      if (why === 'unreachable') answeredAt = Number.NEGATIVE_INFINITY;
      const key = why === 'unreachable' || kind === null ? 'all' : kind;
      if (alone !== undefined) until.set(key, { at: now() + alone, why });
    },
    answered(kind) {
      answeredAt = now();
      until.delete(kind);
      until.delete('all');
    },
  };
}
