import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Queries } from '../database.ts';
import { TABLES } from './tables.ts';

export type Row = Record<string, unknown>;

const AT_ONCE = 500;

/** Every row of every table that there is, tables and rows in the order in which a restore writes them. */
export async function* rowsOf(queries: Queries): AsyncGenerator<{ table: string; rows: Row[] }> {
  const there = await tablesThere(queries);
  for (const { name, order, own } of TABLES) {
    if (!there.includes(name)) continue;
    const by = sql.join(order.map(column => sql.ref(column)));
    for (let from = 0; ; from += AT_ONCE) {
      const page = sql<Row>`select * from ${sql.table(name)} order by ${by} limit ${AT_ONCE} offset ${from}`;
      const { rows } = await page.execute(queries);
      if (rows.length > 0) yield { table: name, rows: rows.map(row => without(row, own)) };
      if (rows.length < AT_ONCE) break;
    }
  }
}

async function tablesThere(queries: Queries): Promise<string[]> {
  const tables = await (queries as Kysely<unknown>).introspection.getTables();
  return tables.map(({ name }) => name);
}

function without(row: Row, columns: readonly string[]): Row {
  return Object.fromEntries(Object.entries(row).filter(([column]) => !columns.includes(column)));
}
