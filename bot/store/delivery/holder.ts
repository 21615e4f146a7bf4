/** The process that has rows in hand, and its clock; a row whose lease has run out is anybody's. */
export interface Holder {
  owner: string;
  leaseMs: number;
  /** Milliseconds since 1970. */
  now(): number;
}

export function leased({ owner, leaseMs, now }: Holder): { owner: string; lease_until: number } {
  return { owner, lease_until: now() + leaseMs };
}
