import type { Span } from '../plan.ts';
import type { PlanIndex } from '../search/plan-index.ts';
import type { Found } from './find-in-plan.ts';
import type { ReadQuestion } from './read-question.ts';
import { sharePoints } from './share-points.ts';

const MEASURED = 0.2;

/**
 * The clause that the numbers a person gives of their unit can be held against (“29 đảng viên, 26 hoàn thành tốt”),
 * even where the question is worded like one the plan is silent on.
 */
export function measuredSpan(found: Found, index: PlanIndex, question: ReadQuestion): Span | null {
  const { aspects, numbers } = question;
  if (numbers.length === 0 || !(aspects.has('check') || aspects.has('count') || aspects.has('share')))
    return null;
  const near = [
    ...found.topics
      .filter(t => t.score >= MEASURED)
      .slice(0, 6)
      .flatMap(t => t.topic.cites.slice(0, 2)),
    ...found.silences
      .filter(s => s.score >= MEASURED)
      .slice(0, 2)
      .flatMap(s => s.silence.near),
  ];
  return (
    near.find(span => sharePoints(question, [index.plan.text.slice(span.start, span.end)]).length > 0) ?? null
  );
}
