import type { Queries } from '../database.ts';

/** Counts what was sent on a rationed channel in a month, `2026-11`. */
export async function countSent(
  queries: Queries,
  channel: string,
  month: string,
  sent: number,
): Promise<void> {
  await queries
    .insertInto('ledger')
    .values({ channel, month, sent })
    .onConflict(conflict =>
      conflict
        .columns(['channel', 'month'])
        .doUpdateSet(({ eb }) => ({ sent: eb('ledger.sent', '+', sent) })),
    )
    .execute();
}

export async function sentInMonth(queries: Queries, channel: string, month: string): Promise<number> {
  const rows = queries
    .selectFrom('ledger')
    .select('sent')
    .where('channel', '=', channel)
    .where('month', '=', month);
  return (await rows.executeTakeFirst())?.sent ?? 0;
}
