import { randomBytes } from 'node:crypto';
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';

const cookie = 'nguoi';

/** Who sits at the page, by the cookie given earlier; null for somebody new. */
export function knownPerson(c: Context): string | null {
  const value = getCookie(c, cookie);
  return value !== undefined && /^[\w-]{22}$/.test(value) ? `web:${value}` : null;
}

/**
 * Who sits at the page; somebody new is given a name of their own.
 *
 * Only the page's own requests to /api ask this, never the opening of the page: a link tapped in another
 * application arrives without the strict cookie, and a new one set then would part people from their conversation.
 */
export function recognisePerson(c: Context, secure: boolean): string {
  const known = knownPerson(c);
  return `web:${setName(c, known?.slice('web:'.length) ?? newName(), secure)}`;
}

/** Gives whoever sits at the page a new name, whoever they were before. */
export function namePerson(c: Context, secure: boolean): string {
  return setName(c, newName(), secure);
}

/** Set again each time, so that the year counts from the last visit. */
function setName(c: Context, name: string, secure: boolean): string {
  setCookie(c, cookie, name, {
    httpOnly: true,
    sameSite: 'Strict',
    secure,
    path: '/',
    maxAge: 365 * 24 * 3600,
  });
  return name;
}

const newName = (): string => randomBytes(16).toString('base64url');
