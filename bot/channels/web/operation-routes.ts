import type { Hono } from 'hono';
import { isFromNear } from './client-address.ts';

/** What whoever runs the assistant may ask it. */
export interface Operation {
  /** Whether each part works; the details name no person. */
  readiness(): Promise<{ ready: boolean; details: Record<string, unknown> }>;
  /** Prometheus text. */
  metrics(): Promise<string>;
}

/** `/readyz` and `/metrics`; their details only to this machine's own network. */
export function addOperation(app: Hono, operation: Operation): void {
  app.get('/readyz', async c => {
    const { ready, details } = await operation.readiness();
    return c.json(isFromNear(c) ? { ready, ...details } : { ready }, ready ? 200 : 503);
  });
  app.get('/metrics', async c => {
    if (!isFromNear(c)) return c.notFound();
    c.header('Content-Type', 'text/plain; version=0.0.4; charset=utf-8');
    return c.body(await operation.metrics());
  });
}
