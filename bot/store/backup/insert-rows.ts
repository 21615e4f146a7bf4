import type { Queries } from '../database.ts';
import type { Schema } from '../schema.ts';
import type { Row } from './rows-of.ts';

/**
 * Writes rows as they are; names of tables and columns come from the rows and are checked by the database. With
 * `beside`, a row that is there already stays.
 */
export async function insertRows(
  queries: Queries,
  table: string,
  rows: readonly Row[],
  beside = false,
): Promise<void> {
  const insert = queries.insertInto(table as keyof Schema).values(rows as never);
  await (beside ? insert.onConflict(conflict => conflict.doNothing()) : insert).execute();
}
