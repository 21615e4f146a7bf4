import type { ChangeContext } from './change-context.ts';
import { requireRole } from './change-context.ts';
import type { AnswerEvent, AssessmentRecord, Role } from './records.ts';
import { ChangeFault } from './store-fault.ts';
import { storedText } from './stored-text.ts';

const MAY_ASSESS: readonly Role[] = ['secretary', 'deputy'];

/** Opens a self-assessment of a unit. */
export async function openAssessment(
  context: ChangeContext,
  { id, unit, plan, subject, year, rulebook }: Omit<AssessmentRecord, 'events' | 'submitted'>,
): Promise<void> {
  const { queries, person, at } = context;
  await requireRole(context, unit, MAY_ASSESS);
  const { before } = await queries
    .selectFrom('assessments')
    .select(({ fn }) => fn.max('position').as('before'))
    .where('unit', '=', unit)
    .executeTakeFirstOrThrow();
  const added = await queries
    .insertInto('assessments')
    .values({
      id,
      unit,
      plan,
      subject,
      year,
      rulebook,
      position: (before ?? 0) + 1,
      opened_by: person,
      opened_at: at,
    })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst();
  if (added.numInsertedOrUpdatedRows === 0n)
    throw new ChangeFault('an assessment of this id is already there');
}

/** Appends an answer; the store gives it the next number. */
export async function answer(
  context: ChangeContext,
  assessment: string,
  event: Omit<AnswerEvent, 'seq' | 'person' | 'at'>,
): Promise<void> {
  await mayAssess(context, assessment);
  await append(context, assessment, [event]);
}

/** Takes every standing answer back, by an event each: what was answered stays to be seen. */
export async function startOver(context: ChangeContext, assessment: string): Promise<void> {
  await mayAssess(context, assessment);
  const rows = await context.queries
    .selectFrom('answers')
    .select(['requirement', 'value'])
    .where('assessment', '=', assessment)
    .orderBy('seq')
    .execute();
  const standing = new Map(rows.map(({ requirement, value }) => [requirement, value]));
  const answered = [...standing].filter(([, value]) => value !== 'null');
  await append(
    context,
    assessment,
    answered.map(([requirement]) => ({ requirement, value: null, note: null, source: 'review' })),
  );
}

/** Keeps what `evaluate` gave, with the last answer it counted. */
export async function submit(context: ChangeContext, assessment: string, evaluation: unknown): Promise<void> {
  const { queries, person, at } = context;
  await mayAssess(context, assessment);
  const { before } = await queries
    .selectFrom('submissions')
    .select(({ fn }) => fn.max('position').as('before'))
    .where('assessment', '=', assessment)
    .executeTakeFirstOrThrow();
  const seq = await lastSeq(context, assessment);
  const position = (before ?? 0) + 1;
  const kept = JSON.stringify(evaluation ?? null);
  await queries
    .insertInto('submissions')
    .values({ assessment, position, seq, evaluation: kept, person, at })
    .execute();
}

/** The person has been shown what a new rulebook changes. */
export async function seeRulebook(
  context: ChangeContext,
  assessment: string,
  rulebook: string,
): Promise<void> {
  await mayAssess(context, assessment);
  await context.queries.updateTable('assessments').set({ rulebook }).where('id', '=', assessment).execute();
}

async function mayAssess(context: ChangeContext, assessment: string): Promise<void> {
  const row = await context.queries
    .selectFrom('assessments')
    .select('unit')
    .where('id', '=', assessment)
    .executeTakeFirst();
  if (!row) throw new ChangeFault('there is no such assessment');
  await requireRole(context, row.unit, MAY_ASSESS);
}

async function append(
  context: ChangeContext,
  assessment: string,
  events: readonly Omit<AnswerEvent, 'seq' | 'person' | 'at'>[],
): Promise<void> {
  if (events.length === 0) return;
  const { queries, person, at } = context;
  const last = await lastSeq(context, assessment);
  const rows = events.map(({ requirement, value, note, source }, index) => ({
    assessment,
    seq: last + 1 + index,
    requirement,
    value: JSON.stringify(value ?? null),
    note: storedText(note),
    source,
    person,
    at,
  }));
  await queries.insertInto('answers').values(rows).execute();
}

async function lastSeq({ queries }: ChangeContext, assessment: string): Promise<number> {
  const { last } = await queries
    .selectFrom('answers')
    .select(({ fn }) => fn.max('seq').as('last'))
    .where('assessment', '=', assessment)
    .executeTakeFirstOrThrow();
  return last ?? 0;
}
