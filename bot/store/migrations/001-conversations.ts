import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { DatabaseKind } from '../database.ts';

/** What each person's conversation remembers, and what was said. */
export async function conversations(db: Kysely<unknown>, kind: DatabaseKind): Promise<void> {
  await db.schema
    .createTable('conversations')
    .addColumn('person', 'text', column => column.primaryKey())
    .addColumn('state', 'text', column => column.notNull())
    .addColumn('changed_at', 'text', column => column.notNull())
    .execute();
  await db.schema
    .createTable('exchanges')
    .addColumn('id', kind === 'postgres' ? 'bigint' : 'integer', column =>
      kind === 'postgres'
        ? column.primaryKey().generatedByDefaultAsIdentity()
        : column.primaryKey().autoIncrement(),
    )
    .addColumn('person', 'text', column => column.notNull())
    .addColumn('event_key', 'text')
    .addColumn('said', 'text', column => column.notNull())
    .addColumn('replies', 'text', column => column.notNull())
    .addColumn('taken_at', 'text', column => column.notNull())
    .execute();
  await db.schema.createIndex('exchanges_by_person').on('exchanges').columns(['person', 'id']).execute();
  await db.schema
    .createIndex('exchanges_once')
    .unique()
    .on('exchanges')
    .columns(['person', 'event_key'])
    .where(sql.ref('event_key'), 'is not', null)
    .execute();
}
