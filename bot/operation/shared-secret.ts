import { randomBytes } from 'node:crypto';
import type { DeliveryStore } from '../store/delivery/delivery-store.ts';

/** A key of our own making that all processes share and that outlives them. */
export async function sharedSecret(store: DeliveryStore, name: string): Promise<string> {
  const kept = await store.secret(name);
  if (kept !== null) return kept;
  await store.keepSecret(name, randomBytes(32).toString('base64url'));
  return (await store.secret(name))!;
}
