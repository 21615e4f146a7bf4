import { setTimeout as sleep } from 'node:timers/promises';
import { troubleOf } from './trouble-of.ts';

/** How long a database that another program holds is waited for. */
const PATIENCE_MS = 5000;

/** Runs `attempt` again while the database is held by another, for a while; other work goes on between. */
export async function patiently<T>(attempt: () => Promise<T>): Promise<T> {
  const start = performance.now();
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (troubleOf(error) !== 'busy' || performance.now() - start > PATIENCE_MS) throw error;
      // Uneven, so that two that wait for each other do not go on meeting.
      await sleep(10 + Math.random() * 40);
    }
  }
}
