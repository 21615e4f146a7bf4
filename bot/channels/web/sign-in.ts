import { createHash, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import type { Context, Hono, MiddlewareHandler } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { z } from 'zod';
import { signInWords as words } from '../../words/sign-in-words.ts';
import { clientAddress } from './client-address.ts';
import { namePerson } from './person.ts';

export interface SignInDeps {
  /** Null: one-time codes only. */
  password: string | null;
  /** Uses a one-time code; gives its person, null when it is not good. */
  useCode(code: string): Promise<string | null>;
  /** The page's name for somebody from now on stands for that person. */
  addName(name: string, person: string): Promise<void>;
  openSession(tokenHash: string, expiresAt: number): Promise<void>;
  isSession(tokenHash: string): Promise<boolean>;
  closeSession(tokenHash: string): Promise<void>;
  /** Whether one more attempt is allowed, from that address and in all. */
  mayTry(address: string): boolean;
  now(): number;
}

const COOKIE = 'phien';
const SESSION_MS = 30 * 24 * 3600 * 1000;
const LARGEST_BODY = 2048;
const Body = z.strictObject({ secret: z.string().min(1).max(200) });
const hash = promisify(scrypt) as (password: string, salt: Buffer, length: number) => Promise<Buffer>;

/** Refuses everything of the interface to whoever is not signed in. The page's own files hold nothing secret. */
export function signedInOnly(deps: SignInDeps): MiddlewareHandler {
  return async (c, next) => {
    const token = getCookie(c, COOKIE);
    const open =
      c.req.path === '/api/sign-in' || (token !== undefined && (await deps.isSession(tokenHash(token))));
    if (!open) return c.json({ error: words.first }, 401);
    await next();
  };
}

/** The door of the page: a one-time code from a linked chat, or the operator's password. */
export function addSignIn(app: Hono, deps: SignInDeps, secure: boolean): void {
  const isPassword = passwordCheck(deps.password);

  app.post('/api/sign-in', async c => {
    const read = await c.req.text();
    const parsed = read.length > LARGEST_BODY ? null : Body.safeParse(parseJson(read));
    if (!parsed?.success) return c.json({ error: words.refused }, 400);
    if (!deps.mayTry(clientAddress(c))) return c.json({ error: words.tooMany }, 429);
    const { secret } = parsed.data;
    const digits = /^\s*(?:lien\s?ket)?\s*(\d{3})[\s-]?(\d{3})\s*$/i.exec(secret);
    const person = digits ? await deps.useCode(digits[1]! + digits[2]!) : null;
    if (person === null && !(await isPassword(secret))) return c.json({ error: words.refused }, 403);
    if (person !== null) await deps.addName(namePerson(c, secure), person);
    await letIn(c, deps, secure);
    return c.json({ ok: true });
  });

  app.post('/api/sign-out', async c => {
    const token = getCookie(c, COOKIE);
    if (token !== undefined) await deps.closeSession(tokenHash(token));
    deleteCookie(c, COOKIE, { path: '/', secure });
    return c.json({ ok: true });
  });
}

async function letIn(c: Context, deps: SignInDeps, secure: boolean): Promise<void> {
  const token = randomBytes(32).toString('base64url');
  await deps.openSession(tokenHash(token), deps.now() + SESSION_MS);
  setCookie(c, COOKIE, token, {
    httpOnly: true,
    sameSite: 'Strict',
    secure,
    path: '/',
    maxAge: SESSION_MS / 1000,
  });
}

/** Compares in constant time, and takes the same time where there is no password. */
function passwordCheck(password: string | null): (given: string) => Promise<boolean> {
  const salt = randomBytes(16);
  const right = hash((password ?? randomBytes(32).toString('hex')).normalize('NFC'), salt, 32);
  return async given =>
    timingSafeEqual(await right, await hash(given.normalize('NFC'), salt, 32)) && password !== null;
}

function tokenHash(token: string): string {
  return createHash('sha256').update(`phien:${token}`, 'utf8').digest('hex');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
