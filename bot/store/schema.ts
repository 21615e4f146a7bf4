import type { ColumnType, Generated } from 'kysely';

/** The tables; times are ISO strings in UTC, JSON columns hold text. */
export interface Schema {
  conversations: { person: string; state: string; changed_at: string };
  exchanges: {
    id: Generated<number>;
    person: string;
    event_key: ColumnType<string | null, string | null, never>;
    said: string;
    replies: string;
    taken_at: string;
  };
}
