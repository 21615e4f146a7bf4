import type { Answer } from '../../../../evaluators/index.ts';

/** Why what was typed is no answer; the words say it and what form is expected. */
export type Unreadable =
  | { why: 'form' }
  | { why: 'part-above-whole'; part: number; whole: number }
  | { why: 'not-whole-number'; typed: string }
  | { why: 'percentage' }
  | { why: 'too-many-numbers' }
  | { why: 'no-figures' };

/** What was typed, read as an answer to one requirement. */
export type TypedAnswer =
  | { kind: 'answer'; answer: Answer; note?: string }
  /** Two answers that differ. */
  | { kind: 'two'; answers: [Answer, Answer] }
  /** The first of two numbers; the other is still to be said. */
  | { kind: 'half'; number: number }
  | { kind: 'unreadable'; reason: Unreadable };

export const UNREADABLE: TypedAnswer = { kind: 'unreadable', reason: { why: 'form' } };

export const answered = (answer: Answer): TypedAnswer => ({ kind: 'answer', answer });

/** One answer said twice is one; two that differ are two. */
export function oneOf(first: Answer, second: Answer): TypedAnswer {
  return JSON.stringify(first) === JSON.stringify(second)
    ? answered(first)
    : { kind: 'two', answers: [first, second] };
}
