import type { Queries } from '../database.ts';
import type { Schema } from '../schema.ts';
import type { Row } from './rows-of.ts';

/** Writes rows as they are; names of tables and columns come from the rows and are checked by the database. */
export async function insertRows(queries: Queries, table: string, rows: readonly Row[]): Promise<void> {
  await queries
    .insertInto(table as keyof Schema)
    .values(rows as never)
    .execute();
}
