import type { Context } from 'hono';

interface NodeBindings {
  incoming?: { socket?: { remoteAddress?: string } };
}

/** Where a request comes from, for counting attempts: the address a proxy of our own names, else the connection's. */
export function clientAddress(c: Context): string {
  const direct = directAddress(c);
  const forwarded = c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim();
  return forwarded && isNear(direct) ? forwarded : direct;
}

/** Whether the request comes from this machine or its own network, and not through a proxy. */
export function isFromNear(c: Context): boolean {
  const forwarded = ['x-forwarded-for', 'forwarded', 'x-real-ip'].some(
    name => c.req.header(name) !== undefined,
  );
  return !forwarded && isNear(directAddress(c));
}

function directAddress(c: Context): string {
  const address = (c.env as NodeBindings | undefined)?.incoming?.socket?.remoteAddress ?? '';
  return address.replace(/^::ffff:/, '');
}

function isNear(address: string): boolean {
  return /^(|::1|127\..*|10\..*|192\.168\..*|172\.(1[6-9]|2\d|3[01])\..*|f[cd][0-9a-f]{2}:.*)$/i.test(
    address,
  );
}
