import type { Kysely } from 'kysely';
import type { DatabaseKind } from './database.ts';
import { conversations } from './migrations/001-conversations.ts';
import { units } from './migrations/002-units.ts';
import { delivery } from './migrations/003-delivery.ts';
import { reminders } from './migrations/004-reminders.ts';

/** Brings a database from one schema to the next. */
export type Migration = (db: Kysely<unknown>, kind: DatabaseKind) => Promise<void>;

/** In order, forward only, the same for every kind of database; a name is never changed once it has shipped. */
export const migrations: readonly (readonly [name: string, up: Migration])[] = [
  ['001-conversations', conversations],
  ['002-units', units],
  ['003-delivery', delivery],
  ['004-reminders', reminders],
];
