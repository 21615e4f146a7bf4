import type { Queries } from './database.ts';
import type { WorldVersion } from './store.ts';

/** The version of a person's world: which units, and how often each has changed. */
export async function worldVersion(queries: Queries, person: string): Promise<WorldVersion> {
  const rows = await queries
    .selectFrom('memberships')
    .innerJoin('units', 'units.id', 'memberships.unit')
    .select(['units.id', 'units.revision'])
    .where('memberships.person', '=', person)
    .orderBy('units.id')
    .execute();
  return JSON.stringify(rows.map(({ id, revision }) => [id, revision]));
}
