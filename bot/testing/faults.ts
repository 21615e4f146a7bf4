/**
 * What goes wrong with one request: an answer given without doing anything, or a connection that breaks or is
 * silent before or after the platform did what it was asked.
 */
export type Fault =
  | { status: number; body: unknown; headers?: Record<string, string> }
  | 'reset before'
  | 'reset after'
  | 'hang before'
  | 'hang after';

interface Planned {
  fault: Fault;
  route: string | null;
  left: number;
}

/** Faults on demand, each for a route (a method, a path) or for any request. */
export class Faults {
  readonly #planned: Planned[] = [];

  /** The next `times` requests to `route` go wrong. */
  plan(fault: Fault, { route = null, times = 1 }: { route?: string | null; times?: number } = {}): void {
    this.#planned.push({ fault, route, left: times });
  }

  take(route: string): Fault | null {
    const planned = this.#planned.find(one => one.left > 0 && (one.route === null || one.route === route));
    if (!planned) return null;
    planned.left -= 1;
    return planned.fault;
  }
}
