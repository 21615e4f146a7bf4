import { compileSubject, evaluateCompiled } from '../../evaluators/index.ts';
import { answersOf } from '../store/answers-of.ts';
import type { AssessmentRecord } from '../store/records.ts';
import type { AgendaItem } from './agenda-item.ts';
import type { ReminderView } from './view.ts';

/** Of an assessment as it was read: it does not change any more. */
const counted = new WeakMap<AssessmentRecord, number | null>();

/** Where a unit's self-assessment of the year of `due` stands; null: none is open, or it cannot be judged. */
export function unansweredOf(view: ReminderView, unit: string, due: string): AgendaItem['unanswered'] {
  const year = Number(due.slice(0, 4));
  const record = view.world.assessments.findLast(one => one.unit === unit && one.year === year);
  if (!record) return null;
  const missing = counted.getOrInsertComputed(record, () => missingOf(view, record));
  return missing === null ? null : { year, missing };
}

function missingOf({ rulebookOf }: ReminderView, record: AssessmentRecord): number | null {
  const rulebook = rulebookOf(record.plan);
  const compiled = rulebook && compileSubject(rulebook, record.subject);
  if (!rulebook || !compiled) return null;
  const { answers } = answersOf(record, rulebook);
  const { subject, year } = record;
  return evaluateCompiled(compiled, { subject, year, answers }).missing.length;
}
