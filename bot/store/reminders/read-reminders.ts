import type { Selectable } from 'kysely';
import type { UnitReminderChange, UnitReminderEvent } from '../../reminders/replay-unit.ts';
import { newUnitReminders, replayUnit } from '../../reminders/replay-unit.ts';
import { among } from '../among.ts';
import type { DatabaseKind, Queries } from '../database.ts';
import type {
  OwnReminder,
  ReminderMark,
  ReminderPreferences,
  Reminders,
  SentReminder,
  UnitReminders,
} from '../reminder-records.ts';
import { DEFAULT_PREFERENCES } from '../reminder-records.ts';
import { preferencesOf } from './preference-rows.ts';
import type { ReminderTables } from './reminder-tables.ts';

/** What is kept of a person's reminders beside their units and channels. */
export type PersonalReminders = Pick<Reminders, 'own' | 'marks' | 'preferences' | 'sent' | 'feed'>;

export const NOTHING_PERSONAL: PersonalReminders = {
  own: [],
  marks: [],
  preferences: DEFAULT_PREFERENCES,
  sent: [],
  feed: false,
};

/** What each of the persons has, by person; everybody stands in it. */
export async function readPersonal(
  queries: Queries,
  kind: DatabaseKind,
  persons: readonly string[],
): Promise<Map<string, PersonalReminders>> {
  const own = await readOwn(queries, kind, persons);
  const marks = await readMarks(queries, kind, persons);
  const preferences = await readPreferences(queries, kind, persons);
  const sent = await readSent(queries, kind, persons);
  const feeds = await queries
    .selectFrom('feeds')
    .select('person')
    .where(among(kind, 'person', persons))
    .where('closed_at', 'is', null)
    .execute();
  const open = new Set(feeds.map(({ person }) => person));
  return new Map(
    persons.map(person => [
      person,
      {
        own: own.get(person) ?? [],
        marks: marks.get(person) ?? [],
        preferences: preferences.get(person) ?? DEFAULT_PREFERENCES,
        sent: sent.get(person) ?? [],
        feed: open.has(person),
      },
    ]),
  );
}

/** What each of the units has settled, by unit; `since` says what lies before their reminders. */
export async function readSettled(
  queries: Queries,
  kind: DatabaseKind,
  since: ReadonlyMap<string, string>,
): Promise<Map<string, UnitReminders>> {
  const rows = await queries
    .selectFrom('unit_reminders')
    .select(['unit', 'change', 'person', 'at'])
    .where(among(kind, 'unit', [...since.keys()]))
    .orderBy('unit')
    .orderBy('position')
    .execute();
  const events = new Map<string, UnitReminderEvent[]>();
  for (const { unit, change, person, at } of rows) {
    add(events, unit, { change: JSON.parse(change) as UnitReminderChange, person, at });
  }
  return new Map(
    Array.from(since, ([unit, from]) => [
      unit,
      replayUnit(newUnitReminders(unit, from), events.get(unit) ?? []),
    ]),
  );
}

async function readOwn(
  queries: Queries,
  kind: DatabaseKind,
  persons: readonly string[],
): Promise<Map<string, OwnReminder[]>> {
  const rows = await queries
    .selectFrom('own_reminders')
    .selectAll()
    .where(among(kind, 'person', persons))
    .orderBy('person')
    .orderBy('position')
    .execute();
  const own = new Map<string, OwnReminder[]>();
  for (const row of rows) add(own, row.person, toOwn(row));
  return own;
}

function toOwn(row: Selectable<ReminderTables['own_reminders']>): OwnReminder {
  const { id, text, schedule, created_at: createdAt, state, since } = row;
  return { id, text, schedule: JSON.parse(schedule) as OwnReminder['schedule'], createdAt, state, since };
}

async function readMarks(
  queries: Queries,
  kind: DatabaseKind,
  persons: readonly string[],
): Promise<Map<string, ReminderMark[]>> {
  const rows = await queries
    .selectFrom('reminder_marks')
    .selectAll()
    .where(among(kind, 'person', persons))
    .orderBy('id')
    .execute();
  const marks = new Map<string, ReminderMark[]>();
  for (const { id: _, person, ...mark } of rows) add(marks, person, mark);
  return marks;
}

async function readPreferences(
  queries: Queries,
  kind: DatabaseKind,
  persons: readonly string[],
): Promise<Map<string, ReminderPreferences>> {
  const rows = await queries
    .selectFrom('reminder_preferences')
    .selectAll()
    .where(among(kind, 'person', persons))
    .execute();
  return new Map(rows.map(row => [row.person, preferencesOf(row)]));
}

async function readSent(
  queries: Queries,
  kind: DatabaseKind,
  persons: readonly string[],
): Promise<Map<string, SentReminder[]>> {
  const rows = await queries
    .selectFrom('sent_reminders')
    .selectAll()
    .where(among(kind, 'person', persons))
    .orderBy('person')
    .orderBy('sent_at')
    .execute();
  const sent = new Map<string, SentReminder[]>();
  for (const { person, item, due, moment, sent_at } of rows) {
    add(sent, person, { item, due, moment, at: instant(sent_at) });
  }
  return sent;
}

const instant = (ms: number): string => Temporal.Instant.fromEpochMilliseconds(ms).toString();

function add<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
