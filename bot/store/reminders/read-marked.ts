import { sql } from 'kysely';
import { among } from '../among.ts';
import type { DatabaseKind, Queries } from '../database.ts';
import type { UnitReminders } from '../reminder-records.ts';

type Row = Record<'person' | 'unit' | 'item' | 'due', string>;

/**
 * What other members have marked done for themselves in the units that each of the persons leads, by person and unit;
 * `from`: the first last valid day that counts. It says what, not who.
 */
export async function readMarked(
  queries: Queries,
  kind: DatabaseKind,
  secretaries: readonly string[],
  from: string,
): Promise<Map<string, Map<string, UnitReminders['marked'][number][]>>> {
  const { rows } = await sql<Row>`select distinct secretary.person, secretary.unit, mark.item, mark.due
    from memberships secretary
    join memberships other on other.unit = secretary.unit and other.person <> secretary.person
    join reminder_marks mark on mark.person = other.person and mark.due >= ${from}
    where ${among(kind, 'secretary.person', secretaries)} and secretary.role = 'secretary' and mark.kind = 'done'
    and not exists (select 1 from reminder_marks later
      where later.person = mark.person and later.due = mark.due and later.item = mark.item and later.id > mark.id)
    order by mark.due, mark.item`.execute(queries);
  const marked = new Map<string, Map<string, UnitReminders['marked'][number][]>>();
  for (const { person, unit, item, due } of rows) {
    const prefix = `duty:${unit}:`;
    // Whoever belongs to several units has marks of each.
    if (!item.startsWith(prefix)) continue;
    const units = marked.getOrInsertComputed(person, () => new Map());
    units.getOrInsertComputed(unit, () => []).push({ duty: item.slice(prefix.length), due });
  }
  return marked;
}
