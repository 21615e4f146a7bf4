import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { MiddlewareHandler } from 'hono';

export interface Asset {
  body: Uint8Array<ArrayBuffer>;
  type: string;
  etag: string;
  cache: string;
}

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** Every file the page is made of, by its path; read once, so nothing on the disk can be reached by a clever path. */
export function loadAssets(here: string = import.meta.dirname): Map<string, Asset> {
  const assets = new Map<string, Asset>();
  for (const [folder, prefix] of [
    ['page', '/'],
    ['fonts', '/fonts/'],
  ] as const) {
    for (const name of readdirSync(join(here, folder))) {
      const type = types[extname(name)];
      if (type) assets.set(prefix + name, readAsset(join(here, folder, name), type));
    }
  }
  const index = assets.get('/index.html');
  if (index) assets.set('/', index);
  return assets;
}

/** Fonts are kept for a month; the rest is asked for each time and, unchanged, answered by 304. */
export function serveAssets(assets: Map<string, Asset>): MiddlewareHandler {
  return async (c, next) => {
    const asset = assets.get(c.req.path);
    if (!asset) return next();
    c.header('ETag', asset.etag);
    c.header('Cache-Control', asset.cache);
    const known = c.req.header('if-none-match')?.split(',') ?? [];
    if (known.some(tag => tag.trim().replace(/^W\//, '') === asset.etag)) return c.body(null, 304);
    c.header('Content-Type', asset.type);
    return c.body(asset.body);
  };
}

function readAsset(file: string, type: string): Asset {
  const body = new Uint8Array(readFileSync(file));
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  return { body, type, etag, cache: type === 'font/woff2' ? 'public, max-age=2592000' : 'no-cache' };
}
