import type { Queries } from '../database.ts';
import type { Role } from '../records.ts';
import { holdReminders, mergeReminders } from '../reminders/merge-reminders.ts';

/** Makes one conversation's state of two; either may be null. */
export type MergeStates = (kept: unknown, gone: unknown) => unknown;

const RANKS: readonly Role[] = ['member', 'deputy', 'secretary'];

/**
 * Two persons turn out to be one. Units, conversation, codes, addresses and reminders of `gone` become those of
 * `kept`; of two roles in a unit the higher stands, of two joinings the earlier. Answers and submissions keep the
 * name they were given under.
 */
export async function mergePeople(
  queries: Queries,
  { kept, gone, mergeStates, now }: { kept: string; gone: string; mergeStates: MergeStates; now: number },
): Promise<void> {
  await holdReminders(queries, [kept, gone]);
  await mergeMemberships(queries, kept, gone);
  await mergeConversations(queries, { kept, gone, mergeStates, now });
  await nameAccount(queries, gone);
  await queries.updateTable('accounts').set({ person: kept }).where('person', '=', gone).execute();
  await queries
    .updateTable('inbox')
    .set({ person: kept })
    .where('person', '=', gone)
    .where('state', '=', 'waiting')
    .execute();
  await queries.deleteFrom('link_codes').where('person', '=', gone).execute();
  await mergeReminders(queries, kept, gone);
}

async function mergeMemberships(queries: Queries, kept: string, gone: string): Promise<void> {
  const of = (person: string) =>
    queries
      .selectFrom('memberships')
      .selectAll()
      .where('person', '=', person)
      .orderBy('position')
      .orderBy('unit')
      .execute();
  const [own, other] = [await of(kept), await of(gone)];
  const before = new Map(own.map(membership => [membership.unit, membership]));
  let position = own.length;
  for (const { unit, role, joined_at } of other) {
    const already = before.get(unit);
    await queries.deleteFrom('memberships').where('unit', '=', unit).where('person', '=', gone).execute();
    if (!already) {
      position += 1;
      await queries
        .insertInto('memberships')
        .values({ unit, person: kept, role, position, joined_at })
        .execute();
    } else {
      const higher = RANKS.indexOf(role) > RANKS.indexOf(already.role) ? role : already.role;
      const [first] = [joined_at, already.joined_at].sort((a, b) => Date.parse(a) - Date.parse(b));
      await queries
        .updateTable('memberships')
        .set({ role: higher, joined_at: first! })
        .where('unit', '=', unit)
        .where('person', '=', kept)
        .execute();
    }
  }
  const touched = other.map(({ unit }) => unit);
  if (touched.length === 0) return;
  // Whoever has just read one of these units reads it again.
  await queries
    .updateTable('units')
    .set(({ eb }) => ({ revision: eb('revision', '+', 1) }))
    .where('id', 'in', touched)
    .execute();
}

async function mergeConversations(
  queries: Queries,
  { kept, gone, mergeStates, now }: { kept: string; gone: string; mergeStates: MergeStates; now: number },
): Promise<void> {
  const stateOf = async (person: string): Promise<unknown> => {
    const rows = queries.selectFrom('conversations').select('state').where('person', '=', person);
    const row = await rows.executeTakeFirst();
    return row ? JSON.parse(row.state) : null;
  };
  const state = JSON.stringify(mergeStates(await stateOf(kept), await stateOf(gone)));
  const changed_at = Temporal.Instant.fromEpochMilliseconds(now).toString();
  await queries
    .insertInto('conversations')
    .values({ person: kept, state, changed_at })
    .onConflict(conflict => conflict.column('person').doUpdateSet({ state, changed_at }))
    .execute();
  await queries.deleteFrom('conversations').where('person', '=', gone).execute();
  const taken = queries.selectFrom('exchanges as own').select('own.event_key').where('own.person', '=', kept);
  // Two channels never share a key; should they, the exchange stays where it is rather than stand in the way.
  await queries
    .updateTable('exchanges')
    .set({ person: kept })
    .where('person', '=', gone)
    .where(({ or, eb }) =>
      or([
        eb('event_key', 'is', null),
        eb('event_key', 'not in', taken.where('own.event_key', 'is not', null)),
      ]),
    )
    .execute();
}

/** Who came by the web page has no account yet, and would be somebody else again tomorrow. */
async function nameAccount(queries: Queries, person: string): Promise<void> {
  const colon = person.indexOf(':');
  const account = {
    channel: person.slice(0, colon),
    address: person.slice(colon + 1),
    person,
    chat: '',
    blocked_at: null,
  };
  await queries
    .insertInto('accounts')
    .values(account)
    .onConflict(conflict => conflict.columns(['channel', 'address']).doNothing())
    .execute();
}
