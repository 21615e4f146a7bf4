import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { ANSWER_EVENTS, guardAppendOnly } from '../append-only.ts';
import type { DatabaseKind } from '../database.ts';

/** Units, who belongs to them, and their self-assessments as events. */
export async function units(db: Kysely<unknown>, kind: DatabaseKind): Promise<void> {
  const create = async (statement: string): Promise<void> => {
    // SQLite takes any value in any column unless told to be strict; PostgreSQL always is.
    await sql.raw(kind === 'sqlite' ? `${statement} strict` : statement).execute(db);
  };
  await create(`create table units (
    id text not null primary key, name text not null, plan text not null, subject text not null,
    superior text, place text, opened_at text not null, revision integer not null default 1)`);
  await create(`create table memberships (
    unit text not null references units (id), person text not null,
    role text not null check (role in ('secretary', 'deputy', 'member')),
    position integer not null, joined_at text not null, primary key (unit, person))`);
  await create(`create table invitations (
    code_hash text not null primary key, unit text not null references units (id),
    role text not null check (role in ('secretary', 'deputy', 'member')), "by" text not null,
    expires_at text not null, used_by text, used_at text)`);
  await create(`create table assessments (
    id text not null primary key, unit text not null references units (id), plan text not null, subject text not null,
    year integer not null, rulebook text not null, position integer not null,
    opened_by text not null, opened_at text not null)`);
  await create(`create table answers (
    assessment text not null references assessments (id), seq integer not null check (seq >= 1),
    requirement text not null, value text not null, note text,
    source text not null check (source in ('prompt', 'words', 'review')),
    person text not null, at text not null, primary key (assessment, seq))`);
  await create(`create table submissions (
    assessment text not null references assessments (id), position integer not null, seq integer not null,
    evaluation text not null, person text not null, at text not null, primary key (assessment, position))`);
  await sql`create index memberships_by_person on memberships (person)`.execute(db);
  await sql`create index assessments_by_unit on assessments (unit)`.execute(db);
  await guardAppendOnly(db, kind, ANSWER_EVENTS);
}
