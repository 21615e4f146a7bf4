/**
 * The door of `evaluators/`: deterministic, pure, no network, no clock, no model.
 *
 * Rulebook + subject + answers → evaluation; rulebook + window → duties. See `rulebooks/README.md` for the data.
 */
export type { Answer, Answers, Share } from './answer.ts';
export { answerLine, refuseLine } from './answer-line.ts';
export { isDay } from './check-rulebook.ts';
export { type Comparison, compare, type RequirementChange } from './compare.ts';
export { type CompiledSubject, compileSubject } from './compile.ts';
export { type Assessment, evaluate, evaluateCompiled } from './evaluate.ts';
export type {
  CriterionTrace,
  Evaluation,
  Outcome,
  RepairStep,
  RequirementTrace,
  VerdictOutcome,
} from './evaluation.ts';
export { LineWriter } from './line-writer.ts';
export { builtInRulebooks, type LoadedRulebooks, loadRulebooks, readRulebook } from './load-rulebooks.ts';
export { type NextQuestion, nextQuestion, type QuestionOrder } from './next-question.ts';
export {
  type DutyWindow,
  dayInVietnam,
  type EnteredDate,
  type Occurrence,
  occurrences,
  timeZone,
} from './occurrences.ts';
export { parseJson } from './parse-json.ts';
export { type Problem, showProblem } from './problem.ts';
export { rankTitle } from './rank-test.ts';
export { type ReadAnswer, readAnswer, shapeOf } from './read-answer.ts';
export { type Refusal, type Request, readLine, readRequest, requirementsOf } from './read-request.ts';
export { renderEvaluation } from './render-evaluation.ts';
export {
  type Citation,
  type Criterion,
  type Kind,
  type Rank,
  type Requirement,
  type Rulebook,
  ranks,
} from './rulebook.ts';
