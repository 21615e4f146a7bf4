import { applyChange } from './apply-change.ts';
import type { ChangeContext } from './change-context.ts';
import type { Database, Queries } from './database.ts';
import type { Holder } from './delivery/holder.ts';
import { finishEvent } from './delivery/inbox-rows.ts';
import { keptReply } from './kept-reply.ts';
import { Moved } from './moved.ts';
import type { Change } from './records.ts';
import { nobody, wake } from './reminders/wake-rows.ts';
import type { Exchange, Kept, WorldVersion } from './store.ts';
import { storedText } from './stored-text.ts';
import { transact } from './transact.ts';
import { worldVersion } from './world-version.ts';

export interface Keeping {
  person: string;
  state: unknown;
  exchange: Exchange;
  changes: readonly Change[];
  seen: WorldVersion | null;
  at: string;
  /** Null: nothing is delivered from this store. */
  holder?: Holder | null;
}

/** The one transaction that writes: the exchange, the state and the changes, or nothing of them. */
export async function keep(database: Database, keeping: Keeping): Promise<Kept> {
  const { person, changes, seen, at } = keeping;
  try {
    return await transact(database, 'write', async queries => {
      if (!(await addExchange(queries, keeping))) return 'taken';
      if (changes.length > 0) await lockUnits(queries, database, person, changes);
      if (seen !== null && seen !== (await worldVersion(queries, person))) throw new Moved();
      await putState(queries, keeping);
      const context: ChangeContext = { queries, person, at, touched: new Set(), woken: nobody() };
      for (const change of changes) await applyChange(context, change);
      await countRevisions(context);
      await wake(queries, context.woken);
      const { beside } = keeping.exchange;
      if (beside && keeping.holder) await finishEvent(queries, beside, 'done', keeping.holder);
      return 'kept';
    });
  } catch (error) {
    if (error instanceof Moved) return 'moved';
    throw error;
  }
}

async function addExchange(queries: Queries, { person, exchange, at }: Keeping): Promise<boolean> {
  const added = await queries
    .insertInto('exchanges')
    .values({
      person,
      event_key: exchange.key,
      said: storedText(exchange.said),
      replies: JSON.stringify(exchange.replies.map(keptReply)),
      taken_at: at,
    })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst();
  return added.numInsertedOrUpdatedRows !== 0n;
}

async function putState(queries: Queries, { person, state, at }: Keeping): Promise<void> {
  const kept = JSON.stringify(state);
  await queries
    .insertInto('conversations')
    .values({ person, state: kept, changed_at: at })
    .onConflict(conflict => conflict.column('person').doUpdateSet({ state: kept, changed_at: at }))
    .execute();
}

/**
 * Lets one writer at a time at the person's units and at one they are joining. In SQLite there is one writer at a
 * time anyway; in PostgreSQL rows are locked in one order, so that two never wait for each other.
 */
async function lockUnits(
  queries: Queries,
  { kind }: Database,
  person: string,
  changes: readonly Change[],
): Promise<void> {
  if (kind === 'sqlite') return;
  const codes = changes.flatMap(change => (change.type === 'joined' ? [change.codeHash] : []));
  const own = queries.selectFrom('memberships').select('unit').where('person', '=', person);
  const joining = queries.selectFrom('invitations').select('unit').where('code_hash', 'in', codes);
  await queries
    .selectFrom('units')
    .select('id')
    .where(({ eb, or }) => or([eb('id', 'in', own), ...(codes.length > 0 ? [eb('id', 'in', joining)] : [])]))
    .orderBy('id')
    .forUpdate()
    .execute();
}

async function countRevisions({ queries, touched }: ChangeContext): Promise<void> {
  if (touched.size === 0) return;
  await queries
    .updateTable('units')
    .set(({ eb }) => ({ revision: eb('revision', '+', 1) }))
    .where('id', 'in', [...touched])
    .execute();
}
