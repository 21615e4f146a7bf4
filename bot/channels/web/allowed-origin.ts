import { isIP } from 'node:net';
import type { MiddlewareHandler } from 'hono';
import { words } from './web-words.ts';

export interface Address {
  host: string;
  publicUrl: string | null;
}

/**
 * Refuses a Host that is not ours. A foreign site can point its own name at 127.0.0.1 (DNS rebinding) and
 * would then count as the same origin; it cannot make the browser send our name.
 */
export function ownHostOnly(address: Address): MiddlewareHandler {
  return async (c, next) => {
    if (!isOwnHost(c.req.header('host'), address)) return c.json({ error: words.otherHost }, 421);
    await next();
  };
}

/** Refuses a message that another site's page sends in the person's name. */
export function sameOriginOnly(address: Address): MiddlewareHandler {
  return async (c, next) => {
    const site = c.req.header('sec-fetch-site');
    const foreign = site !== undefined && site !== 'same-origin' && site !== 'none';
    if (foreign || !isOwnOrigin(c.req.header('origin'), c.req.header('host'), address)) {
      return c.json({ error: words.otherOrigin }, 403);
    }
    await next();
  };
}

function isOwnHost(header: string | undefined, { host, publicUrl }: Address): boolean {
  const name = hostName(header);
  if (name === null) return false;
  if (['localhost', '127.0.0.1', '::1'].includes(name) || name === host.toLowerCase()) return true;
  if (publicUrl !== null && name === hostName(new URL(publicUrl).host)) return true;
  // Listening everywhere means being reached by whatever addresses the machine has; a bare address cannot be rebound.
  return ['0.0.0.0', '::'].includes(host) && isIP(name) !== 0;
}

/** Without an Origin it is no browser page that asks, so nobody is being impersonated. */
function isOwnOrigin(origin: string | undefined, host: string | undefined, { publicUrl }: Address): boolean {
  if (origin === undefined) return true;
  if (!URL.canParse(origin)) return false;
  const from = new URL(origin);
  // A proxy may have replaced the Host that the browser saw, therefore the second way.
  return (
    from.host === host?.toLowerCase() || (publicUrl !== null && from.origin === new URL(publicUrl).origin)
  );
}

function hostName(header: string | undefined): string | null {
  const url = header === undefined ? '' : `http://${header}`;
  return URL.canParse(url) ? new URL(url).hostname.replace(/^\[|\]$/g, '') : null;
}
