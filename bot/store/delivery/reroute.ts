import type { Queries } from '../database.ts';
import type { Mark, OutboxBody, OutboxRow } from './delivery-records.ts';
import type { Holder } from './holder.ts';
import { leased } from './holder.ts';
import { toOutboxRow } from './outbox-rows.ts';

/**
 * Refused messages go to another account of the person they were for: on one of the channels that the mark names, in
 * their order, not blocked, and not tried before. Gives them as they wait again; where there is no such account the
 * message stays refused.
 */
export async function rerouted(
  queries: Queries,
  marks: readonly Mark[],
  holder: Holder,
): Promise<OutboxRow[]> {
  const waiting: OutboxRow[] = [];
  for (const { id, state, elsewhere } of marks) {
    if (state !== 'refused' || !elsewhere?.length) continue;
    const row = await moveOn(queries, id, elsewhere, holder);
    if (row) waiting.push(row);
  }
  return waiting;
}

async function moveOn(
  queries: Queries,
  id: string,
  elsewhere: readonly string[],
  holder: Holder,
): Promise<OutboxRow | null> {
  const row = await queries
    .selectFrom('outbox')
    .select(['channel', 'chat', 'body'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) return null;
  const { refusedAt: before = [], replaces: _, ...said } = JSON.parse(row.body) as OutboxBody;
  const refusedAt = [...before, placeOf(row)];
  const whoseChat = queries
    .selectFrom('accounts')
    .select('person')
    .where('channel', '=', row.channel)
    .where('chat', '=', row.chat);
  const accounts = await queries
    .selectFrom('accounts')
    .select(['channel', 'chat'])
    .where('person', 'in', whoseChat)
    .where('channel', 'in', elsewhere)
    .where('blocked_at', 'is', null)
    .orderBy('address')
    .execute();
  const free = accounts.filter(account => !refusedAt.includes(placeOf(account)));
  const next = elsewhere.flatMap(channel => free.filter(account => account.channel === channel))[0];
  if (!next) return null;
  const body: OutboxBody = { ...said, refusedAt };
  const moved = await queries
    .updateTable('outbox')
    .set({
      channel: next.channel,
      chat: next.chat,
      body: JSON.stringify(body),
      state: 'waiting',
      why: null,
      attempts: 0,
      from_part: null,
      not_before: holder.now(),
      settled_at: null,
      ...leased(holder),
    })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst();
  return moved ? toOutboxRow(moved) : null;
}

const placeOf = ({ channel, chat }: Pick<OutboxRow, 'channel' | 'chat'>): string => `${channel} ${chat}`;
