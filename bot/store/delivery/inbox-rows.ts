import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import type { Database, Queries } from '../database.ts';
import { storedText } from '../stored-text.ts';
import { personsOf } from './account-rows.ts';
import type { Beside, InboxRow, NewEvent } from './delivery-records.ts';
import type { DeliveryTables } from './delivery-tables.ts';
import type { Holder } from './holder.ts';
import { leased } from './holder.ts';
import { addOutbound } from './outbox-rows.ts';

/** Written out, not handed in: only so does SQLite see that the index of just these rows serves. */
const WAITING = sql<boolean>`state = 'waiting'`;

/** Keeps what is new of the events; gives for each its row, or null where it was known or is not to be answered. */
export async function takeEvents(
  queries: Queries,
  events: readonly NewEvent[],
  holder: Holder,
): Promise<(InboxRow | null)[]> {
  const persons = await personsOf(queries, events);
  const lease = leased(holder);
  const rows = await queries
    .insertInto('inbox')
    .values(
      events.map((event, at) => ({
        channel: event.channel,
        event_key: event.key,
        chat: event.chat,
        address: event.address,
        person: persons[at]!,
        private_chat: event.privateChat ? 1 : 0,
        text: event.state === 'dropped' ? null : storedText(event.text ?? null),
        choice: storedText(event.choice ?? null),
        under: event.under ?? null,
        at: event.at,
        state: event.state,
        tries: 1,
        ...lease,
        taken_at: holder.now(),
      })),
    )
    .onConflict(conflict => conflict.columns(['channel', 'event_key']).doNothing())
    .returningAll()
    .execute();
  const fresh = new Map(rows.map(row => [`${row.channel} ${row.event_key}`, row]));
  const taken: (InboxRow | null)[] = [];
  for (const event of events) {
    const name = `${event.channel} ${event.key}`;
    const row = fresh.get(name);
    // The same event twice in one call is taken once, too.
    fresh.delete(name);
    if (row) await addOutbound(queries, event.outbound, holder);
    taken.push(row && row.state === 'waiting' ? toInboxRow(row) : null);
  }
  return taken;
}

/** Marks an event as answered, with what is to be said. False: another process has done it. */
export async function finishEvent(
  queries: Queries,
  { inbox, outbound }: Beside,
  state: 'done' | 'failed',
  holder: Holder,
): Promise<boolean> {
  const done = await queries
    .updateTable('inbox')
    // What failed keeps its text: whoever looks for the fault needs it, and nobody else has it.
    .set(state === 'done' ? { state, text: null } : { state })
    .where('id', '=', inbox)
    .where('state', '=', 'waiting')
    .executeTakeFirst();
  if (done.numUpdatedRows === 0n) return false;
  await addOutbound(queries, outbound, holder);
  return true;
}

/** Takes over what waits and is in nobody's hand; with `all`, in whosever hand. Oldest first. */
export async function adoptEvents(
  queries: Queries,
  { kind }: Pick<Database, 'kind'>,
  holder: Holder,
  all: boolean,
): Promise<InboxRow[]> {
  let free = queries.selectFrom('inbox').select('id').where(WAITING).where('owner', '<>', holder.owner);
  if (!all) free = free.where('lease_until', '<', holder.now());
  free = free.orderBy('id').limit(1000);
  if (kind === 'postgres') free = free.forUpdate().skipLocked();
  const rows = await queries
    .updateTable('inbox')
    .set(({ eb }) => ({ ...leased(holder), tries: eb('tries', '+', 1) }))
    .where('id', 'in', free)
    .returningAll()
    .execute();
  return rows.sort((a, b) => a.id - b.id).map(toInboxRow);
}

/** Whether an earlier event of the chat still waits, in whosever hand. */
export async function waitsBefore(queries: Queries, { id, channel, chat }: InboxRow): Promise<boolean> {
  const row = await queries
    .selectFrom('inbox')
    .select('id')
    .where('channel', '=', channel)
    .where('chat', '=', chat)
    .where(WAITING)
    .where('id', '<', id)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

function toInboxRow(row: Selectable<DeliveryTables['inbox']>): InboxRow {
  return {
    id: row.id,
    channel: row.channel,
    person: row.person,
    tries: row.tries,
    key: row.event_key,
    chat: row.chat,
    address: row.address,
    privateChat: row.private_chat === 1,
    ...(row.text === null ? {} : { text: row.text }),
    ...(row.choice === null ? {} : { choice: row.choice }),
    ...(row.under === null ? {} : { under: row.under }),
    at: row.at,
  };
}
