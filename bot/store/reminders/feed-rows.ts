import type { Queries } from '../database.ts';
import { ChangeFault } from '../store-fault.ts';

/** Opens a person's private calendar address; an earlier one of theirs is closed by it. */
export async function openFeed(
  queries: Queries,
  person: string,
  tokenHash: string,
  at: string,
): Promise<void> {
  await closeFeeds(queries, person, at);
  const opened = await queries
    .insertInto('feeds')
    .values({ token_hash: tokenHash, person, opened_at: at, closed_at: null })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst();
  if (opened.numInsertedOrUpdatedRows === 0n) throw new ChangeFault('this address has been given out before');
}

export async function closeFeeds(queries: Queries, person: string, at: string): Promise<void> {
  await queries
    .updateTable('feeds')
    .set({ closed_at: at })
    .where('person', '=', person)
    .where('closed_at', 'is', null)
    .execute();
}

/** Whose calendar stands at an open address, null: nobody's. */
export async function feedPerson(queries: Queries, tokenHash: string): Promise<string | null> {
  const row = await queries
    .selectFrom('feeds')
    .select('person')
    .where('token_hash', '=', tokenHash)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  return row?.person ?? null;
}
