import type { Queries } from './database.ts';
import type { Role } from './records.ts';
import type { Woken } from './reminders/wake-rows.ts';
import { ChangeFault } from './store-fault.ts';

/** One transaction's changes: who makes them, when, and which units they have touched. */
export interface ChangeContext {
  queries: Queries;
  person: string;
  at: string;
  touched: Set<string>;
  /** Whose reminders have changed. */
  woken: Woken;
}

/** Sees that the person may change the unit in one of these roles, and marks the unit as changed. */
export async function requireRole(
  context: ChangeContext,
  unit: string,
  roles: readonly Role[],
): Promise<void> {
  const { queries, person, touched } = context;
  const row = await queries
    .selectFrom('memberships')
    .select('role')
    .where('unit', '=', unit)
    .where('person', '=', person)
    .executeTakeFirst();
  if (!row || !roles.includes(row.role))
    throw new ChangeFault(`only ${roles.join(' or ')} may make this change`);
  touched.add(unit);
}
