import type { Rulebook } from '../../evaluators/index.ts';
import { dayInVietnam } from '../../evaluators/index.ts';
import type { Plan } from '../../knowledge/index.ts';
import type { Capabilities } from '../channels/messenger.ts';
import { outboundOf } from '../delivery/outbound-of.ts';
import type { Account } from '../store/delivery/delivery-records.ts';
import type { World } from '../store/records.ts';
import type { Decided } from '../store/reminders/reminder-store.ts';
import { compose } from './compose.ts';
import { decide } from './decide.ts';
import type { ReminderView } from './view.ts';

export interface OutboundDeps {
  planOf(id: string): Plan | null;
  rulebookOf(plan: string): Rulebook | null;
  /** What a channel can do; null: it is not connected, so nobody is written to on it. */
  capabilitiesOf(channel: string): Capabilities | null;
  newId(): string;
}

/** What one person's reminders are decided from in the transaction that keeps what comes of it. */
interface Seen {
  person: string;
  world: World;
  accounts: readonly Account[];
}

/** Decides at an instant (milliseconds since 1970) what one person is to be sent, and writes it as a message. */
export function decideOutbound(deps: OutboundDeps, at: number): (seen: Seen) => Decided {
  const instant = Temporal.Instant.fromEpochMilliseconds(at);
  const [now, today] = [instant.toString(), dayInVietnam(instant)];
  const planConfirmed = (plan: string): boolean => deps.planOf(plan)?.status === 'confirmed';
  return ({ person, world, accounts }) => {
    const view: ReminderView = { person, world, today, now, rulebookOf: deps.rulebookOf, planConfirmed };
    const account = accounts.find(({ channel }) => deps.capabilitiesOf(channel) !== null);
    const capabilities = account ? deps.capabilitiesOf(account.channel) : null;
    const reach = capabilities === null ? 'none' : capabilities.counted ? 'counted' : 'free';
    const { due, sent, nextAt } = decide(view, reach);
    if (due.length === 0 || !account || !capabilities) return { outbound: [], sent, nextAt };
    const reply = compose(due, {
      planOf: deps.planOf,
      today,
      units: world.memberships.length,
      longest: capabilities.longestText,
      buttons: capabilities.mostButtons > 0,
    });
    const [first] = sent;
    const outbound = outboundOf([reply], {
      channel: account.channel,
      chat: account.chat,
      capabilities,
      // The outbox, too, takes the same reminder of the same person once.
      origin: `reminder:${person}:${first!.item}:${first!.due}:${first!.moment}`,
      ...(capabilities.counted ? { digest: `reminders:${today}` } : {}),
      now: at,
      newId: deps.newId,
    });
    return { outbound, sent, nextAt };
  };
}
