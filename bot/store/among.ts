import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { DatabaseKind } from './database.ts';

/**
 * Whether a text column holds one of the values: as one parameter, however many there are, so that the statement's
 * text stays the same and no limit of parameters is reached.
 */
export function among(kind: DatabaseKind, column: string, values: readonly string[]): RawBuilder<boolean> {
  return kind === 'sqlite'
    ? sql<boolean>`${sql.ref(column)} in (select value from json_each(${JSON.stringify(values)}))`
    : sql<boolean>`${sql.ref(column)} = any(${values}::text[])`;
}
