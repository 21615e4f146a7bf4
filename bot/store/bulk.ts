import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { DatabaseKind } from './database.ts';

export type BulkType = 'text' | 'integer' | 'real';
export type BulkRow = Record<string, string | number | null>;

/**
 * Many rows as one parameter, to select from: `columns` in their order, with the type of each. The statement's text
 * is the same for one row and for a thousand, and naming a thousand parameters costs more than writing the rows.
 */
export function bulk(
  kind: DatabaseKind,
  columns: Readonly<Record<string, BulkType>>,
  rows: readonly BulkRow[],
): RawBuilder<unknown> {
  const json = JSON.stringify(rows);
  const names = Object.keys(columns);
  if (kind === 'sqlite') {
    const values = names.map(name => sql`value ->> ${sql.lit(name)} as ${sql.ref(name)}`);
    return sql`(select ${sql.join(values)} from json_each(${json})) as given`;
  }
  const types = { text: 'text', integer: 'integer', real: 'double precision' };
  const typed = names.map(name => sql`${sql.ref(name)} ${sql.raw(types[columns[name]!])}`);
  return sql`json_to_recordset(${json}::json) as given (${sql.join(typed)})`;
}

/** Inserts the rows; `then` says what becomes of one that is there already. */
export function insertBulk(
  kind: DatabaseKind,
  table: string,
  columns: Readonly<Record<string, BulkType>>,
  rows: readonly BulkRow[],
  then: RawBuilder<unknown> = sql`do nothing`,
): RawBuilder<unknown> {
  const names = sql.join(Object.keys(columns).map(name => sql.ref(name)));
  // Without a condition SQLite takes “on conflict” for a join’s.
  return sql`insert into ${sql.table(table)} (${names})
    select ${names} from ${bulk(kind, columns, rows)} where true on conflict ${then}`;
}
