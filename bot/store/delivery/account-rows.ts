import type { Queries } from '../database.ts';
import type { Account, NewEvent } from './delivery-records.ts';

/**
 * Who did each of the events. Somebody new in a private chat is given an account; in a group each is a person of that
 * group only, so that nothing of theirs is ever shown there.
 */
export async function personsOf(queries: Queries, events: readonly NewEvent[]): Promise<string[]> {
  const own = events.filter(({ privateChat }) => privateChat);
  const known = await accountsOf(queries, own);
  const fresh = new Map<string, NewEvent>();
  for (const event of own) if (!known.has(name(event))) fresh.set(name(event), event);
  if (fresh.size > 0) {
    const values = Array.from(fresh.values(), event => ({
      channel: event.channel,
      address: event.address,
      person: name(event),
      chat: event.chat,
      blocked_at: null,
    }));
    await queries
      .insertInto('accounts')
      .values(values)
      .onConflict(conflict => conflict.columns(['channel', 'address']).doNothing())
      .execute();
  }
  for (const event of own) await reached(queries, event, known.get(name(event)));
  return events.map(event =>
    event.privateChat ? (known.get(name(event))?.person ?? name(event)) : `${name(event)}@${event.chat}`,
  );
}

/** Whoever writes can be written to again. */
async function reached(queries: Queries, event: NewEvent, account: Row | undefined): Promise<void> {
  if (!account || (account.blocked_at === null && account.chat === event.chat)) return;
  await queries
    .updateTable('accounts')
    .set({ chat: event.chat, blocked_at: null })
    .where('channel', '=', event.channel)
    .where('address', '=', event.address)
    .execute();
  await reachable(queries, account.person);
}

/** What could not be sent before may go out now. */
async function reachable(queries: Queries, person: string): Promise<void> {
  await queries.updateTable('wakes').set({ next_at: 0 }).where('person', '=', person).execute();
}

interface Row {
  channel: string;
  address: string;
  person: string;
  chat: string;
  blocked_at: number | null;
}

async function accountsOf(queries: Queries, events: readonly NewEvent[]): Promise<Map<string, Row>> {
  const rows: Row[] = [];
  for (const [channel, of] of Map.groupBy(events, event => event.channel)) {
    const addresses = [...new Set(of.map(({ address }) => address))];
    const found = queries.selectFrom('accounts').selectAll().where('channel', '=', channel);
    rows.push(...(await found.where('address', 'in', addresses).execute()));
  }
  return new Map(rows.map(row => [name(row), row]));
}

/** Who stands behind an address; by itself it is a person of its own. */
export async function personAt(queries: Queries, channel: string, address: string): Promise<string> {
  const row = await queries
    .selectFrom('accounts')
    .select('person')
    .where('channel', '=', channel)
    .where('address', '=', address)
    .executeTakeFirst();
  return row?.person ?? name({ channel, address });
}

/** Makes an address one of the person's. */
export async function addAccount(
  queries: Queries,
  account: { channel: string; address: string; person: string; chat: string },
): Promise<void> {
  await queries
    .insertInto('accounts')
    .values({ ...account, blocked_at: null })
    .onConflict(conflict => conflict.columns(['channel', 'address']).doUpdateSet({ person: account.person }))
    .execute();
  await reachable(queries, account.person);
}

/** Where a person can be written to. */
export async function accountsOfPerson(queries: Queries, person: string): Promise<Account[]> {
  const rows = await queries.selectFrom('accounts').selectAll().where('person', '=', person).execute();
  return rows.map(({ channel, address, chat, blocked_at }) => ({
    channel,
    address,
    chat,
    blocked: blocked_at !== null,
  }));
}

/** The chat's person cannot be reached; nothing is sent there unasked until they write again. */
export async function block(queries: Queries, channel: string, chat: string, at: number): Promise<void> {
  await queries
    .updateTable('accounts')
    .set({ blocked_at: at })
    .where('channel', '=', channel)
    .where('chat', '=', chat)
    .execute();
}

const name = ({ channel, address }: { channel: string; address: string }): string => `${channel}:${address}`;
