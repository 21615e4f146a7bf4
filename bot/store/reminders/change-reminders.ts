import { sinceIn } from '../../reminders/foresee-reminders.ts';
import type { UnitReminderChange } from '../../reminders/replay-unit.ts';
import type { ChangeContext } from '../change-context.ts';
import { requireRole } from '../change-context.ts';
import type { Role } from '../records.ts';
import type { OwnReminder, ReminderChange, ReminderMark } from '../reminder-records.ts';
import { ChangeFault } from '../store-fault.ts';
import { storedText } from '../stored-text.ts';
import { closeFeeds, openFeed } from './feed-rows.ts';
import { setPreferences } from './preference-rows.ts';

const ANY: readonly Role[] = ['secretary', 'deputy', 'member'];
const LEADING: readonly Role[] = ['secretary', 'deputy'];

/** Writes one change of reminders. Throws ChangeFault when the person may not make it. */
export async function changeReminders(context: ChangeContext, change: ReminderChange): Promise<void> {
  if ('unit' in change) return settle(context, change);
  const { queries, person, at, woken } = context;
  woken.persons.add(person);
  switch (change.type) {
    case 'reminder-made':
      return make(context, change.reminder);
    case 'reminder-state':
      return setState(context, change.reminder, change.state);
    case 'reminder-marked':
      return mark(context, change.mark);
    case 'reminding-set':
      return setPreferences(queries, person, change.preferences);
    case 'feed-opened':
      return openFeed(queries, person, change.tokenHash, at);
    case 'feed-closed':
      return closeFeeds(queries, person, at);
  }
}

/** What concerns the whole unit is kept as an event: who settled what, and when. */
async function settle(context: ChangeContext, change: UnitReminderChange): Promise<void> {
  const { queries, person, at, woken } = context;
  const { unit } = change;
  await requireRole(context, unit, change.type === 'plan-confirmed' ? ['secretary'] : LEADING);
  woken.units.add(unit);
  const { before } = await queries
    .selectFrom('unit_reminders')
    .select(({ fn }) => fn.max('position').as('before'))
    .where('unit', '=', unit)
    .executeTakeFirstOrThrow();
  const stored =
    change.type === 'plan-confirmed' && change.document !== null
      ? { ...change, document: storedText(change.document) }
      : change;
  await queries
    .insertInto('unit_reminders')
    .values({ unit, position: (before ?? 0) + 1, change: JSON.stringify(stored), person, at })
    .execute();
}

async function make(
  { queries, person, at }: ChangeContext,
  { id, text, schedule }: Pick<OwnReminder, 'id' | 'text' | 'schedule'>,
): Promise<void> {
  const { before } = await queries
    .selectFrom('own_reminders')
    .select(({ fn }) => fn.max('position').as('before'))
    .where('person', '=', person)
    .executeTakeFirstOrThrow();
  const added = await queries
    .insertInto('own_reminders')
    .values({
      id,
      person,
      text: storedText(text),
      schedule: JSON.stringify(schedule),
      created_at: at,
      state: 'active',
      since: at,
      position: (before ?? 0) + 1,
    })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst();
  if (added.numInsertedOrUpdatedRows === 0n) throw new ChangeFault('a reminder of this id is already there');
}

async function setState(context: ChangeContext, id: string, state: OwnReminder['state']): Promise<void> {
  const before = await ownReminder(context, id);
  await context.queries
    .updateTable('own_reminders')
    .set({ state, since: sinceIn(state, before, context.at) })
    .where('id', '=', id)
    .execute();
}

async function mark(
  context: ChangeContext,
  { item, due, kind, until }: Omit<ReminderMark, 'at'>,
): Promise<void> {
  const { queries, person, at } = context;
  const [, own, unit] = /^(?:own:(.+)|duty:([^:]+):.+)$/s.exec(item) ?? [];
  if (own !== undefined) await ownReminder(context, own);
  else if (unit !== undefined) {
    await memberOf(context, unit);
    if (kind !== 'done') await wakeSecretaries(context, unit, item, due);
  } else throw new ChangeFault('a mark is of a duty or of an own reminder');
  await queries.insertInto('reminder_marks').values({ person, item, due, kind, until, at }).execute();
}

/** The unit's secretaries are to hear again of what the person has marked done, should it not be done after all. */
async function wakeSecretaries(
  { queries, person, woken }: ChangeContext,
  unit: string,
  item: string,
  due: string,
): Promise<void> {
  const done = queries
    .selectFrom('reminder_marks')
    .select('id')
    .where('person', '=', person)
    .where('due', '=', due)
    .where('item', '=', item)
    .where('kind', '=', 'done');
  const secretaries = await queries
    .selectFrom('memberships')
    .select('person')
    .where('unit', '=', unit)
    .where('role', '=', 'secretary')
    .where(({ exists }) => exists(done))
    .execute();
  for (const secretary of secretaries) woken.persons.add(secretary.person);
}

/** A mark is the person's own and changes nothing for the unit. */
async function memberOf(context: ChangeContext, unit: string): Promise<void> {
  await requireRole({ ...context, touched: new Set() }, unit, ANY);
}

async function ownReminder(
  { queries, person }: ChangeContext,
  id: string,
): Promise<Pick<OwnReminder, 'state' | 'since'>> {
  const row = await queries
    .selectFrom('own_reminders')
    .select(['state', 'since'])
    .where('id', '=', id)
    .where('person', '=', person)
    .executeTakeFirst();
  if (!row) throw new ChangeFault('a person has no such reminder');
  return row;
}
