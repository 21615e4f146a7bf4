import { foreseeReminders, withUnit } from '../../reminders/foresee-reminders.ts';
import { standing } from '../../store/answers-of.ts';
import type { AnswerEvent, AssessmentRecord, Change, World } from '../../store/records.ts';

/** The world as it will be once a change is kept: a dialogue goes on from it within the same turn. */
export function foresee(world: World, change: Change, person: string, now: string): World {
  const only = (id: string, alter: (record: AssessmentRecord) => AssessmentRecord): World => ({
    ...world,
    assessments: world.assessments.map(record => (record.id === id ? alter(record) : record)),
  });
  switch (change.type) {
    case 'unit-opened':
      return {
        ...world,
        memberships: [...world.memberships, { unit: change.unit, role: 'secretary', since: now }],
        reminders: withUnit(world.reminders, change.unit.id, now),
      };
    case 'unit-described': {
      const { type: _, unit: id, ...described } = change;
      const memberships = world.memberships.map(membership =>
        membership.unit.id === id
          ? { ...membership, unit: { ...membership.unit, ...described } }
          : membership,
      );
      return { ...world, memberships };
    }
    case 'assessment-opened':
      return {
        ...world,
        assessments: [...world.assessments, { ...change.assessment, events: [], submitted: null }],
      };
    case 'answered':
      return only(change.assessment, record => withEvents(record, [change.event], person, now));
    case 'started-over':
      return only(change.assessment, record => withEvents(record, takenBack(record), person, now));
    case 'submitted':
      return only(change.assessment, record => ({
        ...record,
        submitted: { at: now, person, seq: lastSeq(record), evaluation: change.evaluation },
      }));
    case 'rulebook-seen':
      return only(change.assessment, record => ({ ...record, rulebook: change.rulebook }));
    case 'invited':
    case 'joined':
      return world;
    default:
      return { ...world, reminders: foreseeReminders(world.reminders, change, person, now) };
  }
}

/** Number of the last event, 0 before the first. */
export function lastSeq({ events }: AssessmentRecord): number {
  return events.at(-1)?.seq ?? 0;
}

function takenBack(record: AssessmentRecord): Omit<AnswerEvent, 'seq' | 'person' | 'at'>[] {
  return [...standing(record).values()]
    .filter(({ value }) => value !== null)
    .map(({ requirement }) => ({ requirement, value: null, note: null, source: 'review' }));
}

function withEvents(
  record: AssessmentRecord,
  added: readonly Omit<AnswerEvent, 'seq' | 'person' | 'at'>[],
  person: string,
  at: string,
): AssessmentRecord {
  const from = lastSeq(record) + 1;
  const events = added.map((event, index): AnswerEvent => ({ ...event, seq: from + index, person, at }));
  return { ...record, events: [...record.events, ...events] };
}
