import { createHash, timingSafeEqual } from 'node:crypto';

/** Whether two secrets are equal; takes the same time wherever they differ, and however long they are. */
export function sameSecret(given: string | null, right: string): boolean {
  return given !== null && timingSafeEqual(digest(given), digest(right));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

/**
 * A webhook secret where the operator names none: only who knows the token can compute it, and it is the same
 * after a restart. 43 characters that Telegram and Zalo both take.
 */
export function derivedSecret(token: string): string {
  return createHash('sha256').update(`webhook ${token}`).digest('base64url');
}
