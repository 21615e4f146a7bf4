import { among } from './among.ts';
import type { DatabaseKind, Queries } from './database.ts';
import type { AnswerEvent, AssessmentRecord } from './records.ts';

/** Assessments of the units with all their events, oldest first; `place` is that order. */
export async function readAssessments(
  queries: Queries,
  kind: DatabaseKind,
  units: readonly string[],
): Promise<{ record: AssessmentRecord; place: number }[]> {
  const rows = await queries
    .selectFrom('assessments')
    .select(['id', 'unit', 'plan', 'subject', 'year', 'rulebook'])
    .where(among(kind, 'unit', units))
    .orderBy('opened_at')
    .orderBy('unit')
    .orderBy('position')
    .execute();
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const events = await answers(queries, kind, ids);
  const submissions = await lastSubmissions(queries, kind, ids);
  return rows.map((row, place) => ({
    record: { ...row, events: events.get(row.id) ?? [], submitted: submissions.get(row.id) ?? null },
    place,
  }));
}

async function answers(
  queries: Queries,
  kind: DatabaseKind,
  assessments: readonly string[],
): Promise<Map<string, AnswerEvent[]>> {
  const rows = await queries
    .selectFrom('answers')
    .selectAll()
    .where(among(kind, 'assessment', assessments))
    .orderBy('assessment')
    .orderBy('seq')
    .execute();
  const events = new Map<string, AnswerEvent[]>();
  for (const { assessment, seq, requirement, value, note, source, person, at } of rows) {
    const event: AnswerEvent = { seq, requirement, value: JSON.parse(value), note, source, person, at };
    const of = events.get(assessment);
    if (of) of.push(event);
    else events.set(assessment, [event]);
  }
  return events;
}

async function lastSubmissions(
  queries: Queries,
  kind: DatabaseKind,
  assessments: readonly string[],
): Promise<Map<string, NonNullable<AssessmentRecord['submitted']>>> {
  const rows = await queries
    .selectFrom('submissions')
    .selectAll()
    .where(among(kind, 'assessment', assessments))
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
    rows.map(({ assessment, at, person, seq, evaluation }) => [
      assessment,
      { at, person, seq, evaluation: JSON.parse(evaluation) },
    ]),
  );
}
