/** The door of `knowledge/`: a question in, a cited answer out. */
export type { Answer, Citation, Finding, Outcome } from './answer/answer.ts';
export type { Asker } from './answer/answer-question.ts';
export { followUp, goesOn, isBareReply } from './answer/follow-up.ts';
export { mergeAnswers } from './answer/merge-answers.ts';
export type { Point, ShareSign } from './answer/points.ts';
export type { ReadQuestion } from './answer/read-question.ts';
export type { Knowledge } from './knowledge.ts';
export { openKnowledge } from './knowledge.ts';
export { loadPlans } from './load-plans.ts';
export type { Clause, Plan, PlanStatus, Subject } from './plan.ts';
export { cleanMessage } from './vietnamese/clean-message.ts';
export { fold } from './vietnamese/fold.ts';
