import type { Queries } from '../database.ts';
import type { MergeStates } from './merge-people.ts';
import { mergePeople } from './merge-people.ts';

/** Keeps a one-time code by its hash; an earlier one of the same person is not valid any more. False: it is taken. */
export async function giveCode(
  queries: Queries,
  code: { hash: string; person: string; expiresAt: number },
  now: number,
): Promise<boolean> {
  await queries.deleteFrom('link_codes').where('person', '=', code.person).execute();
  await queries
    .deleteFrom('link_codes')
    .where('code_hash', '=', code.hash)
    .where(({ or, eb }) => or([eb('used_at', 'is not', null), eb('expires_at', '<=', now)]))
    .execute();
  const given = await queries
    .insertInto('link_codes')
    .values({ code_hash: code.hash, person: code.person, expires_at: code.expiresAt, used_at: null })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst();
  return given.numInsertedOrUpdatedRows !== 0n;
}

/** Who gave out a code that is still good, null when there is none such. With `use` it is good no more. */
export async function takeCode(
  queries: Queries,
  hash: string,
  now: number,
  use: boolean,
): Promise<string | null> {
  const rows = queries
    .selectFrom('link_codes')
    .select('person')
    .where('code_hash', '=', hash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now);
  const row = await rows.executeTakeFirst();
  if (!row || !use) return row?.person ?? null;
  const used = await queries
    .updateTable('link_codes')
    .set({ used_at: now })
    .where('code_hash', '=', hash)
    .where('used_at', 'is', null)
    .executeTakeFirst();
  return used.numUpdatedRows === 1n ? row.person : null;
}

export type Linked = 'linked' | 'own' | 'refused';

/** Uses a code: the person who typed it and the one who was given it are one from here on. */
export async function linkPeople(
  queries: Queries,
  given: { hash: string; typedBy: string; now: number; mergeStates: MergeStates },
): Promise<{ linked: Linked; person: string }> {
  const { hash, typedBy, now, mergeStates } = given;
  const giver = await takeCode(queries, hash, now, false);
  if (giver === null) return { linked: 'refused', person: typedBy };
  if (giver === typedBy) return { linked: 'own', person: typedBy };
  if ((await takeCode(queries, hash, now, true)) === null) return { linked: 'refused', person: typedBy };
  await mergePeople(queries, { kept: giver, gone: typedBy, mergeStates, now });
  return { linked: 'linked', person: giver };
}
