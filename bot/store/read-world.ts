import { dayInVietnam } from '../../evaluators/index.ts';
import { among } from './among.ts';
import type { DatabaseKind, Queries } from './database.ts';
import type { Account } from './delivery/delivery-records.ts';
import { readAssessments } from './read-assessments.ts';
import type { Membership, World } from './records.ts';
import type { UnitReminders } from './reminder-records.ts';
import { readMarked } from './reminders/read-marked.ts';
import type { Reach } from './reminders/read-reach.ts';
import { readReach } from './reminders/read-reach.ts';
import type { PersonalReminders } from './reminders/read-reminders.ts';
import { NOTHING_PERSONAL, readPersonal, readSettled } from './reminders/read-reminders.ts';
import type { WorldSeen } from './store.ts';
import { worldVersion } from './world-version.ts';

/** The units of a person, those units' assessments and the person's reminders; nothing of any other unit. `at`: ms. */
export async function readWorld(
  queries: Queries,
  kind: DatabaseKind,
  person: string,
  at: number,
): Promise<WorldSeen> {
  const version = await worldVersion(queries, person);
  const reach = await readReach(queries, kind, [person]);
  // Most who only ask belong to no unit and have no reminders.
  if (version === '[]' && !reach.get(person)?.reminded) {
    return { version, ...worldOf([], [], [], NOTHING_PERSONAL, reach.get(person)) };
  }
  const { world } = (await readWorlds(queries, kind, [person], at, reach)).get(person)!;
  return { version, ...world };
}

/** Of days longer ago nobody is reminded. */
const MARKED_MS = 100 * 24 * 3600 * 1000;

/** A person's world, and where they can be reached. */
export interface Reached {
  world: World;
  /** Not blocked, the most suitable first. */
  accounts: readonly Account[];
}

/** The worlds of many persons at once, by person. `at`: milliseconds since 1970. */
export async function readWorlds(
  queries: Queries,
  kind: DatabaseKind,
  persons: readonly string[],
  at: number,
  known?: Map<string, Reach>,
): Promise<Map<string, Reached>> {
  const reach = known ?? (await readReach(queries, kind, persons));
  const { memberships, since } = await readMemberships(queries, kind, persons);
  const units = since.size === 0 ? new Map<string, UnitReminders>() : await readSettled(queries, kind, since);
  const assessments = since.size === 0 ? [] : await readAssessments(queries, kind, [...since.keys()]);
  const personal = await readPersonal(queries, kind, persons);
  const secretaries = persons.filter(person =>
    memberships.get(person)?.some(({ role }) => role === 'secretary'),
  );
  const from = dayInVietnam(Temporal.Instant.fromEpochMilliseconds(at - MARKED_MS));
  const marked = secretaries.length === 0 ? null : await readMarked(queries, kind, secretaries, from);
  const byUnit = Map.groupBy(assessments, ({ record }) => record.unit);
  return new Map(
    persons.map(person => {
      const own = memberships.get(person) ?? [];
      const records = own
        .flatMap(({ unit }) => byUnit.get(unit.id) ?? [])
        .sort((a, b) => a.place - b.place)
        .map(({ record }) => record);
      const settled = own.map(({ unit: { id } }) => ({
        ...units.get(id)!,
        marked: marked?.get(person)?.get(id) ?? [],
      }));
      const world = worldOf(own, records, settled, personal.get(person)!, reach.get(person));
      return [person, { world, accounts: reach.get(person)?.accounts ?? [] }];
    }),
  );
}

function worldOf(
  memberships: Membership[],
  assessments: World['assessments'],
  units: readonly UnitReminders[],
  personal: PersonalReminders,
  reach: Reach | undefined,
): World {
  const channels = new Set(reach?.accounts.map(({ channel }) => channel));
  return { memberships, assessments, reminders: { ...personal, units, channels: [...channels] } };
}

/** Each person's units in their order, and since when each unit is reminded. */
async function readMemberships(
  queries: Queries,
  kind: DatabaseKind,
  persons: readonly string[],
): Promise<{ memberships: Map<string, Membership[]>; since: Map<string, string> }> {
  const rows = await queries
    .selectFrom('memberships')
    .innerJoin('units', 'units.id', 'memberships.unit')
    .select(['person', 'units.id', 'name', 'plan', 'subject', 'superior', 'place', 'role', 'joined_at'])
    .select(({ fn }) => fn.coalesce('reminded_since', 'opened_at').as('since'))
    .where(among(kind, 'person', persons))
    .orderBy('person')
    .orderBy('position')
    .orderBy('units.id')
    .execute();
  const memberships = new Map<string, Membership[]>();
  const since = new Map<string, string>();
  for (const { role, person, joined_at, since: from, ...unit } of rows) {
    const own = memberships.get(person) ?? [];
    own.push({ unit, role, since: joined_at });
    memberships.set(person, own);
    since.set(unit.id, from);
  }
  return { memberships, since };
}
