import type { Queries } from './database.ts';
import type { AnswerEvent, AssessmentRecord, Membership } from './records.ts';
import type { WorldSeen } from './store.ts';
import { worldVersion } from './world-version.ts';

/** The units of a person and those units' assessments; nothing of any other unit. */
export async function readWorld(queries: Queries, person: string): Promise<WorldSeen> {
  const version = await worldVersion(queries, person);
  // Most who only ask belong to no unit.
  if (version === '[]') return { version, memberships: [], assessments: [] };
  return {
    version,
    memberships: await memberships(queries, person),
    assessments: await assessments(queries, person),
  };
}

async function memberships(queries: Queries, person: string): Promise<Membership[]> {
  const rows = await queries
    .selectFrom('memberships')
    .innerJoin('units', 'units.id', 'memberships.unit')
    .select(['units.id', 'name', 'plan', 'subject', 'superior', 'place', 'role'])
    .where('person', '=', person)
    .orderBy('position')
    .orderBy('units.id')
    .execute();
  return rows.map(({ role, ...unit }) => ({ unit, role }));
}

async function assessments(queries: Queries, person: string): Promise<AssessmentRecord[]> {
  const rows = await queries
    .selectFrom('assessments')
    .innerJoin('memberships', 'memberships.unit', 'assessments.unit')
    .select(['assessments.id', 'assessments.unit', 'plan', 'subject', 'year', 'rulebook'])
    .where('memberships.person', '=', person)
    .orderBy('opened_at')
    .orderBy('assessments.unit')
    .orderBy('assessments.position')
    .execute();
  if (rows.length === 0) return [];
  const events = await answers(queries, person);
  const submissions = await lastSubmissions(queries, person);
  return rows.map(row => ({
    ...row,
    events: events.get(row.id) ?? [],
    submitted: submissions.get(row.id) ?? null,
  }));
}

async function answers(queries: Queries, person: string): Promise<Map<string, AnswerEvent[]>> {
  const rows = await queries
    .selectFrom('answers')
    .innerJoin('assessments', 'assessments.id', 'answers.assessment')
    .innerJoin('memberships', 'memberships.unit', 'assessments.unit')
    .selectAll('answers')
    .where('memberships.person', '=', person)
    .orderBy('answers.assessment')
    .orderBy('answers.seq')
    .execute();
  const events = new Map<string, AnswerEvent[]>();
  for (const { assessment, seq, requirement, value, note, source, person: by, at } of rows) {
    const event: AnswerEvent = { seq, requirement, value: JSON.parse(value), note, source, person: by, at };
    const of = events.get(assessment);
    if (of) of.push(event);
    else events.set(assessment, [event]);
  }
  return events;
}

async function lastSubmissions(
  queries: Queries,
  person: string,
): Promise<Map<string, NonNullable<AssessmentRecord['submitted']>>> {
  const rows = await queries
    .selectFrom('submissions')
    .innerJoin('assessments', 'assessments.id', 'submissions.assessment')
    .innerJoin('memberships', 'memberships.unit', 'assessments.unit')
    .selectAll('submissions')
    .where('memberships.person', '=', person)
    .where(({ eb, selectFrom }) =>
      eb(
        'submissions.position',
        '=',
        selectFrom('submissions as later')
          .select(({ fn }) => fn.max('later.position').as('last'))
          .whereRef('later.assessment', '=', 'submissions.assessment'),
      ),
    )
    .execute();
  return new Map(
    rows.map(({ assessment, at, person: by, seq, evaluation }) => [
      assessment,
      { at, person: by, seq, evaluation: JSON.parse(evaluation) },
    ]),
  );
}
