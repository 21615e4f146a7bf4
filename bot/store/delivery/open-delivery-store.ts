import type { Database, Queries } from '../database.ts';
import { feedPerson } from '../reminders/feed-rows.ts';
import { remind } from '../reminders/remind.ts';
import { pruneSent } from '../reminders/sent-rows.ts';
import { nextWake, replan } from '../reminders/wake-rows.ts';
import { ChangeFault } from '../store-fault.ts';
import { transact } from '../transact.ts';
import { accountsOfPerson, addAccount, block, personAt } from './account-rows.ts';
import type { DeliveryStore, SaidBeside } from './delivery-store.ts';
import type { Holder } from './holder.ts';
import { leased } from './holder.ts';
import { adoptEvents, finishEvent, takeEvents, waitsBefore } from './inbox-rows.ts';
import { countSent, sentInMonth } from './ledger-rows.ts';
import { giveCode, linkPeople, takeCode } from './link-rows.ts';
import {
  addOutbound,
  adoptOutbound,
  claim,
  isWaiting,
  outboxDepth,
  promptUnder,
  settle,
  stuckRows,
  unsentCounts,
} from './outbox-rows.ts';
import { rerouted } from './reroute.ts';
import { keepSecret, secretOf } from './secret-rows.ts';
import { closeSession, isSession, openSession } from './session-rows.ts';

/** The delivery tables of an open database, in the hands of one process. */
export function openDeliveryStore(database: Database, holder: Holder): DeliveryStore {
  const write = <T>(work: (queries: Queries) => Promise<T>): Promise<T> => transact(database, 'write', work);
  const read = <T>(work: (queries: Queries) => Promise<T>): Promise<T> =>
    // Each of them is one statement.
    transact(database, 'one', work);
  return {
    take: events => write(queries => takeEvents(queries, events, holder)),
    finish: (done, state) => write(queries => finishEvent(queries, done, state, holder)),
    waitsBefore: row => read(queries => waitsBefore(queries, row)),
    adopt: all =>
      write(async queries => {
        const events = await adoptEvents(queries, database, holder, all);
        const { waiting, unknown } = await adoptOutbound(queries, database, holder, all);
        return { events, outbound: waiting, unknown };
      }),
    renew: () => write(queries => renew(queries, holder)),
    prune: before =>
      write(async queries => {
        await prune(queries, before);
        await pruneSent(queries, holder.now());
      }),
    add: rows => write(queries => addOutbound(queries, rows, holder)),
    claim: ids => write(queries => claim(queries, ids, holder)),
    isWaiting: id => read(queries => isWaiting(queries, id)),
    settle: marks =>
      write(async queries => {
        await settle(queries, marks, holder);
        return rerouted(queries, marks, holder);
      }),
    stuck: most => read(queries => stuckRows(queries, most)),
    unsent: () => read(unsentCounts),
    depth: () => read(outboxDepth),
    promptUnder: at => read(queries => promptUnder(queries, at)),
    countSent: (channel, month, sent) => write(queries => countSent(queries, channel, month, sent)),
    sentInMonth: (channel, month) => read(queries => sentInMonth(queries, channel, month)),
    personAt: (channel, address) => read(queries => personAt(queries, channel, address)),
    accounts: person => read(queries => accountsOfPerson(queries, person)),
    addAccount: account => write(queries => addAccount(queries, account)),
    block: (channel, chat) => write(queries => block(queries, channel, chat, holder.now())),
    giveCode: (code, said) =>
      write(async queries => {
        if (!(await addSaid(queries, code.person, said, holder))) return;
        if (!(await giveCode(queries, code, holder.now()))) throw new ChangeFault('this code is out already');
      }),
    useCode: hash => write(queries => takeCode(queries, hash, holder.now(), true)),
    link: (given, said) =>
      write(async queries => {
        const result = await linkPeople(queries, { ...given, now: holder.now() });
        await addSaid(queries, result.person, said(result.linked), holder);
        return result;
      }),
    openSession: (tokenHash, expiresAt) => write(queries => openSession(queries, tokenHash, expiresAt)),
    isSession: tokenHash => read(queries => isSession(queries, tokenHash, holder.now())),
    closeSession: tokenHash => write(queries => closeSession(queries, tokenHash)),
    secret: name => read(queries => secretOf(queries, name)),
    keepSecret: (name, value) => write(queries => keepSecret(queries, name, value)),
    remind: (most, at, decide) => write(queries => remind(queries, database, holder, { most, at, decide })),
    nextWake: () => read(nextWake),
    replan: edition => write(queries => replan(queries, edition)),
    feedPerson: tokenHash => read(queries => feedPerson(queries, tokenHash)),
    ping: () =>
      read(async queries => void (await queries.selectFrom('ledger').select('sent').limit(1).execute())),
  };
}

/** False: the event had been answered before, and nothing was written. */
async function addSaid(queries: Queries, person: string, said: SaidBeside, holder: Holder): Promise<boolean> {
  const { key, replies, beside } = said;
  const added = await queries
    .insertInto('exchanges')
    .values({
      person,
      event_key: key,
      said: said.said,
      replies: JSON.stringify(replies),
      taken_at: Temporal.Instant.fromEpochMilliseconds(holder.now()).toString(),
    })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst();
  if (beside) await finishEvent(queries, beside, 'done', holder);
  return added.numInsertedOrUpdatedRows !== 0n;
}

async function renew(queries: Queries, holder: Holder): Promise<void> {
  const lease = leased(holder);
  const { owner } = holder;
  await queries
    .updateTable('inbox')
    .set(lease)
    .where('owner', '=', owner)
    .where('state', '=', 'waiting')
    .execute();
  const unsettled = queries.updateTable('outbox').set(lease).where('owner', '=', owner);
  await unsettled.where('state', 'in', ['waiting', 'sending']).execute();
}

async function prune(queries: Queries, before: number): Promise<void> {
  await queries.deleteFrom('inbox').where('state', '<>', 'waiting').where('taken_at', '<', before).execute();
  await queries.deleteFrom('outbox').where('settled_at', '<', before).execute();
  await queries.deleteFrom('link_codes').where('expires_at', '<', before).execute();
  await queries.deleteFrom('web_sessions').where('expires_at', '<', before).execute();
}
