import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import type { Database, Queries } from '../database.ts';
import type { Mark, OutboxRow, Stuck } from './delivery-records.ts';
import type { DeliveryTables } from './delivery-tables.ts';
import type { Holder } from './holder.ts';
import { leased } from './holder.ts';

/** Written out, not handed in: only so does SQLite see that the index of just these rows serves. */
const UNSETTLED = (table: 'outbox' | 'before') =>
  sql<boolean>`${sql.ref(`${table}.state`)} in ('waiting', 'sending')`;
const STUCK = sql<boolean>`state in ('refused', 'unknown', 'given-up')`;

/** Keeps messages to be sent; one whose origin is already there is left out. */
export async function addOutbound(
  queries: Queries,
  rows: readonly OutboxRow[],
  holder: Holder,
): Promise<void> {
  if (rows.length === 0) return;
  await queries
    .insertInto('outbox')
    .values(outboxValues(rows, holder))
    .onConflict(conflict => conflict.doNothing())
    .execute();
}

/** Messages to be sent as rows, in the holder's hand. */
export function outboxValues(rows: readonly OutboxRow[], holder: Holder) {
  const lease = leased(holder);
  return rows.map(row => ({
    id: row.id,
    origin: row.origin,
    channel: row.channel,
    chat: row.chat,
    // PostgreSQL holds no NUL; in JSON it is written as an escape.
    body: JSON.stringify(row.body),
    prompt: row.prompt,
    digest: row.digest,
    state: 'waiting' as const,
    why: null,
    attempts: row.attempts,
    from_part: row.from,
    not_before: row.notBefore,
    message_id: null,
    ...lease,
    kept_at: row.keptAt,
    settled_at: null,
  }));
}

/**
 * Marks messages as being sent, before they are: a process killed between the two has sent them or has not. Gives
 * the ids that are now this process's to send: each was waiting, and nothing earlier of its chat is unsettled.
 */
export async function claim(queries: Queries, ids: readonly string[], holder: Holder): Promise<Set<string>> {
  const rows = await queries
    .updateTable('outbox')
    .set({ state: 'sending', ...leased(holder) })
    .where('id', 'in', ids)
    .where('state', '=', 'waiting')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('outbox as before')
            .select('before.id')
            .whereRef('before.channel', '=', 'outbox.channel')
            .whereRef('before.chat', '=', 'outbox.chat')
            .whereRef('before.id', '<', 'outbox.id')
            .where(UNSETTLED('before'))
            .where('before.id', 'not in', ids),
        ),
      ),
    )
    .returning('id')
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** Whether a message still waits to be sent. */
export async function isWaiting(queries: Queries, id: string): Promise<boolean> {
  const rows = queries.selectFrom('outbox').select('state').where('id', '=', id);
  return (await rows.executeTakeFirst())?.state === 'waiting';
}

/** Writes down what became of messages. */
export async function settle(queries: Queries, marks: readonly Mark[], holder: Holder): Promise<void> {
  for (const { id, state, why, attempts, from, notBefore, messageId } of marks) {
    await queries
      .updateTable('outbox')
      .set({
        state,
        // What has arrived need not lie here any longer; it may hold a code.
        ...(state === 'sent' ? { body: '{}' } : {}),
        why,
        attempts,
        from_part: from,
        not_before: notBefore,
        message_id: messageId,
        ...leased(holder),
        settled_at: state === 'waiting' ? null : holder.now(),
      })
      .where('id', '=', id)
      .execute();
  }
}

/**
 * Takes over what waits and is in nobody's hand; with `all`, in whosever hand. What was being sent when its process
 * went away may have arrived: it is marked so and not sent again. Gives what is to be sent, oldest first.
 */
export async function adoptOutbound(
  queries: Queries,
  { kind }: Pick<Database, 'kind'>,
  holder: Holder,
  all: boolean,
): Promise<{ waiting: OutboxRow[]; unknown: number }> {
  const free = (state: 'waiting' | 'sending') => {
    let rows = queries
      .selectFrom('outbox')
      .select('id')
      .where(UNSETTLED('outbox'))
      .where('state', '=', state)
      .where('owner', '<>', holder.owner);
    if (!all) rows = rows.where('lease_until', '<', holder.now());
    rows = rows.orderBy('id').limit(1000);
    return kind === 'postgres' ? rows.forUpdate().skipLocked() : rows;
  };
  const lost = await queries
    .updateTable('outbox')
    .set({ state: 'unknown', why: 'killed', settled_at: holder.now() })
    .where('id', 'in', free('sending'))
    .executeTakeFirst();
  const rows = await queries
    .updateTable('outbox')
    .set(leased(holder))
    .where('id', 'in', free('waiting'))
    .returningAll()
    .execute();
  const waiting = rows.sort((a, b) => (a.id < b.id ? -1 : 1)).map(toOutboxRow);
  return { waiting, unknown: Number(lost.numUpdatedRows) };
}

/** The messages that need a person's eye, newest first. */
export async function stuckRows(queries: Queries, most: number): Promise<Stuck[]> {
  const rows = await queries
    .selectFrom('outbox')
    .select(['id', 'channel', 'state', 'why', 'settled_at'])
    .where(STUCK)
    .orderBy('settled_at', 'desc')
    .limit(most)
    .execute();
  return rows.map(row => ({ ...row, state: row.state as Stuck['state'], settledAt: row.settled_at ?? 0 }));
}

/** How many messages need a person's eye, by state. */
export async function unsentCounts(queries: Queries): Promise<Record<Stuck['state'], number>> {
  const states = ['refused', 'unknown', 'given-up'] as const;
  const rows = await queries
    .selectFrom('outbox')
    .select(({ fn }) => ['state', fn.countAll().as('many')])
    .where(STUCK)
    .groupBy('state')
    .execute();
  const many = new Map<string, number>(rows.map(row => [row.state, Number(row.many)]));
  return Object.fromEntries(states.map(state => [state, many.get(state) ?? 0])) as Record<
    Stuck['state'],
    number
  >;
}

/** How many messages wait to be sent, and since when the oldest does. */
export async function outboxDepth(queries: Queries): Promise<{ waiting: number; oldest: number | null }> {
  const row = await queries
    .selectFrom('outbox')
    .select(({ fn }) => [fn.countAll().as('waiting'), fn.min('kept_at').as('oldest')])
    .where(UNSETTLED('outbox'))
    .executeTakeFirstOrThrow();
  return { waiting: Number(row.waiting), oldest: row.oldest };
}

/** What was being asked with a message of ours, by the platform's id of it. */
export async function promptUnder(
  queries: Queries,
  { channel, chat, messageId }: { channel: string; chat: string; messageId: string },
): Promise<string | null> {
  const row = await queries
    .selectFrom('outbox')
    .select('prompt')
    .where('channel', '=', channel)
    .where('chat', '=', chat)
    .where('message_id', '=', messageId)
    // A message that took the place of another has its id.
    .orderBy('id', 'desc')
    .executeTakeFirst();
  return row?.prompt ?? null;
}

export function toOutboxRow(row: Selectable<DeliveryTables['outbox']>): OutboxRow {
  const { id, origin, channel, chat, prompt, digest, attempts } = row;
  const body = JSON.parse(row.body) as OutboxRow['body'];
  const at = { from: row.from_part, notBefore: row.not_before, keptAt: row.kept_at };
  return { id, origin, channel, chat, body, prompt, digest, attempts, ...at };
}
