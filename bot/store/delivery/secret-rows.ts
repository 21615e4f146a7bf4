import type { Queries } from '../database.ts';

export async function secretOf(queries: Queries, name: string): Promise<string | null> {
  const rows = queries.selectFrom('secrets').select('value').where('name', '=', name);
  return (await rows.executeTakeFirst())?.value ?? null;
}

export async function keepSecret(queries: Queries, name: string, value: string): Promise<void> {
  await queries
    .insertInto('secrets')
    .values({ name, value })
    .onConflict(conflict => conflict.column('name').doUpdateSet({ value }))
    .execute();
}
