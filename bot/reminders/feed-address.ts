import { createHash } from 'node:crypto';

/** A private calendar address: the token stands in it and is kept by nobody, the hash is kept. */
export interface NewFeed {
  token: string;
  hash: string;
}

const TOKEN = /^[A-Za-z0-9_-]{22,64}$/;

/** `random`: 22 to 64 characters of base64url, never used before. */
export function newFeed(random: string): NewFeed {
  if (!TOKEN.test(random)) throw new Error('a calendar address needs at least 128 random bits in base64url');
  return { token: random, hash: feedHash(random) };
}

/** What is kept of a token. */
export function feedHash(token: string): string {
  return createHash('sha256').update(`lich:${token}`, 'utf8').digest('hex');
}

/** Where the calendar of a token lies on the web server. */
export function feedPath(token: string): string {
  return `/lich/${token}.ics`;
}

/** The token of `<token>.ics`; null: it cannot be one of ours. */
export function feedToken(file: string): string | null {
  const token = file.endsWith('.ics') ? file.slice(0, -'.ics'.length) : '';
  return TOKEN.test(token) ? token : null;
}
