import type { Knowledge } from '../../knowledge/index.ts';
import type { Messenger } from '../channels/messenger.ts';
import type { DeliveryLog } from '../delivery/delivery-deps.ts';
import type { RulebookShelf } from '../dialogues/assess/rulebook-shelf.ts';
import type { OutboxRow } from '../store/delivery/delivery-records.ts';
import type { ReminderStore } from '../store/reminders/reminder-store.ts';
import { decideOutbound } from './decide-outbound.ts';
import { reminderEdition } from './edition.ts';
import type { Reminding } from './remind.ts';
import { openReminding } from './remind.ts';

export interface RunRemindersDeps {
  store: Pick<ReminderStore, 'remind' | 'replan'>;
  knowledge: Knowledge;
  shelf: RulebookShelf;
  messengers: readonly Messenger[];
  /** Hands on to the outbox what is kept in it already. */
  push(rows: readonly OutboxRow[]): void;
  newId(): string;
  now(): number;
  log: DeliveryLog;
}

/** Reminders of all that plans and people want to be reminded of, on the messengers that are connected. */
export async function runReminders(deps: RunRemindersDeps): Promise<Reminding> {
  const { store, knowledge, shelf, messengers, newId, push, now, log } = deps;
  const capabilities = new Map<string, Messenger['capabilities']>(
    messengers.map(messenger => [messenger.id, messenger.capabilities]),
  );
  const planOf = (id: string) => knowledge.plan(id);
  const rulebooks = shelf.plans().flatMap(plan => shelf.of(plan) ?? []);
  const isConfirmed = (plan: string): boolean => planOf(plan)?.status === 'confirmed';
  await store.replan(reminderEdition(rulebooks, isConfirmed, [...capabilities.keys()]));
  return openReminding({
    store,
    decideAt: at =>
      decideOutbound(
        {
          planOf,
          rulebookOf: plan => shelf.of(plan),
          capabilitiesOf: channel => capabilities.get(channel) ?? null,
          newId,
        },
        at,
      ),
    push,
    now,
    log,
  });
}
