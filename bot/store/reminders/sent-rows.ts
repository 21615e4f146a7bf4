import type { Queries } from '../database.ts';

const DAY_MS = 24 * 3600 * 1000;
/** No reminder older than 62 days is sent, so what is older need not be known any more. */
const KEPT_MS = 100 * DAY_MS;

/**
 * Forgets what was sent 100 days before `now`, at most the oldest day of it: a clock that is a year ahead for an hour
 * does not make the assistant forget what it has sent.
 */
export async function pruneSent(queries: Queries, now: number): Promise<void> {
  const { oldest } = await queries
    .selectFrom('sent_reminders')
    .select(({ fn }) => fn.min<number | null>('sent_at').as('oldest'))
    .executeTakeFirstOrThrow();
  if (oldest === null) return;
  const before = Math.min(now - KEPT_MS, oldest + DAY_MS);
  await queries.deleteFrom('sent_reminders').where('sent_at', '<', before).execute();
}
