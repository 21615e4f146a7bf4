import { sql } from 'kysely';
import { among } from '../among.ts';
import type { DatabaseKind, Queries } from '../database.ts';
import type { Account } from '../delivery/delivery-records.ts';

/** Where a person can be written to unasked, the most suitable first. */
export const MESSENGERS: readonly string[] = ['telegram', 'zalo-bot', 'zalo-oa'];

export interface Reach {
  /** Whether anything is kept of the person's reminders at all. */
  reminded: boolean;
  /** Accounts on messengers that are not blocked, the most suitable first. */
  accounts: Account[];
}

type Row = Record<'person' | 'channel' | 'address' | 'chat', string>;

/** Where each of the persons can be reached, by person; whoever is not in it is not reached and has no reminders. */
export async function readReach(
  queries: Queries,
  kind: DatabaseKind,
  persons: readonly string[],
): Promise<Map<string, Reach>> {
  const known = among(kind, 'person', persons);
  // Every message comes by here: written out, it costs half of what the builder takes.
  const { rows } = await sql<Row>`select person, channel, address, chat from accounts
    where ${known} and blocked_at is null
    union all select person, '', '', '' from wakes where ${known}`.execute(queries);
  const reach = new Map<string, Reach>();
  for (const { person, channel, address, chat } of rows) {
    const of = reach.get(person) ?? { reminded: false, accounts: [] };
    reach.set(person, of);
    if (channel === '') of.reminded = true;
    else if (chat !== '' && MESSENGERS.includes(channel)) {
      of.accounts.push({ channel, address, chat, blocked: false });
    }
  }
  for (const { accounts } of reach.values()) if (accounts.length > 1) accounts.sort(bySuitability);
  return reach;
}

function bySuitability(a: Account, b: Account): number {
  return MESSENGERS.indexOf(a.channel) - MESSENGERS.indexOf(b.channel) || (a.address < b.address ? -1 : 1);
}
