import type { Selectable } from 'kysely';
import type { Queries } from '../database.ts';
import type { ReminderPreferences } from '../reminder-records.ts';
import { DEFAULT_PREFERENCES } from '../reminder-records.ts';
import type { ReminderTables } from './reminder-tables.ts';

type Row = Selectable<ReminderTables['reminder_preferences']>;

/** Changes some of a person's preferences; the others stay as they are. */
export async function setPreferences(
  queries: Queries,
  person: string,
  changed: Partial<ReminderPreferences>,
): Promise<void> {
  const rows = queries.selectFrom('reminder_preferences').selectAll().where('person', '=', person);
  const before = await rows.executeTakeFirst();
  const { quiet, hour, pausedUntil, since } = { ...preferencesOf(before), ...changed };
  const row = {
    hour,
    quiet_from: quiet?.from ?? null,
    quiet_to: quiet?.to ?? null,
    paused_until: pausedUntil,
    since,
  };
  await queries
    .insertInto('reminder_preferences')
    .values({ person, ...row })
    .onConflict(conflict => conflict.column('person').doUpdateSet(row))
    .execute();
}

/** What a row says; without one, what holds for everybody. */
export function preferencesOf(row: Row | undefined): ReminderPreferences {
  if (!row) return DEFAULT_PREFERENCES;
  const { hour, quiet_from: from, quiet_to: to, paused_until: pausedUntil, since } = row;
  return { hour, quiet: from === null || to === null ? null : { from, to }, pausedUntil, since };
}
