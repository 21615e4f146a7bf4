import type { TokenBucket } from './token-bucket.ts';
import { openTokenBucket } from './token-bucket.ts';

export interface Rate {
  perSecond: number;
  burst: number;
}

/** As fast as somebody can tap buttons and type short answers, for a while. */
export const PERSON_RATE: Rate = { perSecond: 1, burst: 60 };

const MOST_REMEMBERED = 10_000;

/** `first`: this is the first that is too much, and it is told once until things have calmed down. */
export type Allowed = 'yes' | 'no' | 'first';

/** Who may go on, by name. */
export function openRateLimit({ perSecond, burst }: Rate, now: () => number): (name: string) => Allowed {
  const people = new Map<string, { bucket: TokenBucket; told: boolean }>();
  const forgetCalm = (): void => {
    for (const [name, { bucket }] of people) if (bucket.full()) people.delete(name);
  };
  return name => {
    const known = people.get(name) ?? { bucket: openTokenBucket(perSecond, burst, now), told: false };
    if (!people.has(name)) {
      if (people.size >= MOST_REMEMBERED) forgetCalm();
      people.set(name, known);
    }
    if (known.bucket.full()) known.told = false;
    if (known.bucket.take()) return 'yes';
    const first = !known.told;
    known.told = true;
    return first ? 'first' : 'no';
  };
}
