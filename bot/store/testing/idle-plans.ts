import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { DatabaseKind } from '../database.ts';
import type { Schema } from '../schema.ts';

/** How the database goes about a look at who is due, with so many persons of whom none is. */
export async function idlePlans(
  db: Kysely<Schema>,
  kind: DatabaseKind,
  persons: number,
  at: number,
): Promise<string[]> {
  await sql`with recursive n (i) as (select 1 union all select i + 1 from n where i < ${persons})
    insert into wakes select 'p-' || i, ${at} + 60000.0 * i, ${at} - 1.0 * i from n`.execute(db);
  if (kind === 'postgres') await sql`analyze wakes`.execute(db);
  const looks = [
    db.selectFrom('wakes').select('person').where('next_at', '<=', at).orderBy('next_at').limit(500),
    db
      .selectFrom('wakes')
      .select('person')
      .where('planned_at', '>', at + 3_600_000)
      .orderBy('planned_at')
      .limit(500),
    db.selectFrom('wakes').select(({ fn }) => fn.min('next_at').as('next')),
  ];
  const plans: string[] = [];
  for (const look of looks) {
    const { sql: text, parameters } = look.compile();
    // The same statement, with its numbers written out.
    const filled = parameters.reduce<string>(
      (before, value) => before.replace(/\?|\$\d/, String(value)),
      text,
    );
    const explained = await sql<{
      detail?: string;
      'QUERY PLAN'?: string;
    }>`${sql.raw(kind === 'sqlite' ? 'explain query plan' : 'explain')} ${sql.raw(filled)}`.execute(db);
    plans.push(explained.rows.map(row => String(row.detail ?? row['QUERY PLAN'])).join('\n'));
  }
  return plans;
}
