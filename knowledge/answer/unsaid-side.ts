import { ANSWERED_BY } from './aspects.ts';
import type { Found } from './find-in-plan.ts';
import type { ReadQuestion } from './read-question.ts';
import { SILENCE } from './scores.ts';

const SAME_CLAUSE = 0.12;
const SAME_SIDE = 0.04;
/** Sides of a clause that it may leave out: who, when, how much. */
const SIDES = ['who', 'when', 'share', 'count', 'money', 'form', 'identity'] as const;

/**
 * The nearest silence is only about a side (who, when, how much) of the very clause that the nearest topic cites, and
 * the question asks for no such side: the clause itself is the answer.
 */
export function saysItPlainly(found: Found, { aspects }: ReadQuestion): boolean {
  const [topic] = found.topics;
  const [silence] = found.silences;
  if (!topic || !silence || topic.score < silence.score - SAME_CLAUSE) return false;
  if (SIDES.some(side => aspects.has(side))) return false;
  const [cite] = topic.topic.cites;
  return silence.silence.near.some(near => near.start < cite!.end && cite!.start < near.end);
}

/** The question asks for a side (who, when, how much) of a clause that a silence nearly as near says is left out of it. */
export function sideUnsaid(found: Found, { aspects }: ReadQuestion): boolean {
  const [topic] = found.topics;
  const [silence] = found.silences;
  if (!topic || !silence || silence.score < SILENCE || silence.score < topic.score - SAME_SIDE) return false;
  // A clause of the kind asked for (a deadline for “khi nào”) does say it.
  if (!SIDES.some(side => aspects.has(side) && !ANSWERED_BY[side].includes(topic.topic.kind))) return false;
  const [cite] = topic.topic.cites;
  return silence.silence.near.some(near => near.start < cite!.end && cite!.start < near.end);
}
