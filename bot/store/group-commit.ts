import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Queries } from './database.ts';
import type { Schema } from './schema.ts';

interface Job {
  work(queries: Queries): Promise<unknown>;
  result?: unknown;
  error?: unknown;
  failed: boolean;
  settle(): void;
}

const MOST_AT_ONCE = 100;
const queues = new WeakMap<Kysely<Schema>, { waiting: Job[]; running: boolean }>();

/**
 * Runs `work` in a transaction of SQLite and resolves when it is on the disk. What several ask for at the same time
 * shares one commit: waiting for the disk is what a write costs. Each still stands alone, all of it or nothing.
 */
export function commitTogether<T>(db: Kysely<Schema>, work: (queries: Queries) => Promise<T>): Promise<T> {
  const queue = queues.get(db) ?? { waiting: [], running: false };
  queues.set(db, queue);
  return new Promise<T>((resolve, reject) => {
    const job: Job = {
      work,
      failed: false,
      settle: () => (job.failed ? reject(job.error as Error) : resolve(job.result as T)),
    };
    queue.waiting.push(job);
    if (!queue.running) void drain(db, queue);
  });
}

async function drain(db: Kysely<Schema>, queue: { waiting: Job[]; running: boolean }): Promise<void> {
  queue.running = true;
  while (queue.waiting.length > 0) {
    // Whoever else has something to write in this turn of the loop comes along.
    await nextTurn();
    const jobs = queue.waiting.splice(0, MOST_AT_ONCE);
    await commit(db, jobs);
    for (const job of jobs) job.settle();
  }
  queue.running = false;
}

async function commit(db: Kysely<Schema>, jobs: readonly Job[]): Promise<void> {
  try {
    await db.connection().execute(async queries => {
      // Writers take their turn at the start: a transaction that has read never finds that it may not write.
      await sql`begin immediate`.execute(queries);
      try {
        if (jobs.length === 1) jobs[0]!.result = await jobs[0]!.work(queries);
        else for (const job of jobs) await runWithin(queries, job);
        await sql`commit`.execute(queries);
      } catch (error) {
        // SQLite has already rolled back after some faults: the first error tells.
        await sql`rollback`.execute(queries).catch(() => {});
        throw error;
      }
    });
  } catch (error) {
    for (const job of jobs) Object.assign(job, { failed: true, error: job.failed ? job.error : error });
  }
}

/** A job that fails undoes itself alone; where SQLite has undone everything, that is every job's failure. */
async function runWithin(queries: Queries, job: Job): Promise<void> {
  await sql`savepoint job`.execute(queries);
  try {
    job.result = await job.work(queries);
  } catch (error) {
    Object.assign(job, { failed: true, error });
    await sql`rollback to job`.execute(queries).catch(() => {
      throw error;
    });
  }
  await sql`release job`.execute(queries);
}
