import type { Answer, Answers, Rulebook } from '../../evaluators/index.ts';
import { readAnswer, requirementsOf } from '../../evaluators/index.ts';
import type { AnswerEvent, AssessmentRecord } from './records.ts';

/** The standing answers of a record as a rulebook reads them. */
export function answersOf(
  record: AssessmentRecord,
  rulebook: Rulebook,
): { answers: Answers; notes: Record<string, string>; dropped: AnswerEvent[] } {
  const known = requirementsOf(rulebook);
  const answers: Record<string, Answer> = {};
  const notes: Record<string, string> = {};
  const dropped: AnswerEvent[] = [];
  for (const event of standing(record).values()) {
    if (event.value === null) continue;
    const requirement = known.get(event.requirement);
    const read = requirement ? readAnswer(requirement, event.value) : null;
    if (!read?.ok) dropped.push(event);
    else {
      answers[event.requirement] = read.answer;
      if (event.note !== null) notes[event.requirement] = event.note;
    }
  }
  return { answers, notes, dropped };
}

/** The last event of each requirement: what stands. */
export function standing({ events }: AssessmentRecord): Map<string, AnswerEvent> {
  const last = new Map<string, AnswerEvent>();
  for (const event of events) last.set(event.requirement, event);
  return last;
}
