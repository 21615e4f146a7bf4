import type {
  Answers,
  CompiledSubject,
  Evaluation,
  Requirement,
  Rulebook,
} from '../../../evaluators/index.ts';
import { compileSubject, evaluateCompiled } from '../../../evaluators/index.ts';
import { answersOf } from '../../store/answers-of.ts';
import type { AnswerEvent, AssessmentRecord, Role, Unit, World } from '../../store/records.ts';
import type { RulebookShelf } from './rulebook-shelf.ts';

/** One requirement with its place in the walk. */
export interface Step {
  requirement: Requirement;
  criterion: { id: string; title: string };
  /** Counted from 1. */
  number: number;
}

/** A self-assessment as it stands: everything that a dialogue says of it is read off here. */
export interface Sight {
  record: AssessmentRecord;
  unit: Unit;
  role: Role;
  rulebook: Rulebook;
  compiled: CompiledSubject;
  steps: Step[];
  /** What stands and counts. */
  answers: Answers;
  notes: Record<string, string>;
  /** What stands and is no answer of this rulebook: kept, shown, not counted. */
  dropped: AnswerEvent[];
  evaluation: Evaluation;
}

/** Null: there is no such self-assessment for this person, or its plan has no rulebook any more. */
export function sightOf(world: World, shelf: RulebookShelf, id: string | null): Sight | null {
  const record = world.assessments.find(assessment => assessment.id === id);
  const membership = world.memberships.find(({ unit }) => unit.id === record?.unit);
  const rulebook = record ? shelf.of(record.plan) : null;
  const compiled = record && rulebook ? compileSubject(rulebook, record.subject) : null;
  if (!record || !membership || !rulebook || !compiled) return null;
  const { answers, notes, dropped } = answersOf(record, rulebook);
  const { subject, year } = record;
  return {
    record,
    unit: membership.unit,
    role: membership.role,
    rulebook,
    compiled,
    steps: stepsOf(compiled),
    answers,
    notes,
    dropped,
    evaluation: evaluateCompiled(compiled, { subject, year, answers }),
  };
}

export function stepsOf(compiled: CompiledSubject): Step[] {
  return compiled.criteria
    .flatMap(({ id, title, requirements }) =>
      requirements.map(({ requirement }) => ({ requirement, criterion: { id, title } })),
    )
    .map((step, index) => ({ ...step, number: index + 1 }));
}

/** The step of a requirement, null when the subject has none of this id. */
export function stepOf({ steps }: Sight, id: string): Step | null {
  return steps.find(({ requirement }) => requirement.id === id) ?? null;
}

/** Secretary and deputy answer and submit; members read. */
export const mayAnswer = ({ role }: Sight): boolean => role !== 'member';

/** Whether the plan brings a notice of a đảng ủy over its chi bộ, and this unit is one that gives it. */
export function mayAnnounce(seen: Sight): boolean {
  return (
    mayAnswer(seen) &&
    seen.rulebook.templates.some(({ id }) => id === 'mau-2') &&
    seen.record.subject.startsWith('dang-bo')
  );
}
