import { join } from 'node:path';
import type { Answer, Finding } from '../index.ts';
import { loadPlans, mergeAnswers, openKnowledge } from '../index.ts';

/** The five built-in plans by short names, for tests that ask about them. */
export const QB = 'quang-binh-69-kh-duk';
export const BL = 'bao-lam-ba-tot';
export const TP = 'tuy-phuoc-2020-2025';
export const TKV = 'tkv-1288-kh-du';
export const CD = 'can-duoc-10-hd-btchu';

const { plans } = loadPlans(join(import.meta.dirname, '..', 'plans'), null);

/** The five plans, opened once for a test file. */
export const knowledge = openKnowledge(plans);

/** The answer to a whole message of somebody whose own plan is `plan`. */
export function answerTo(plan: string | null, message: string, subject: string | null = null): Answer {
  return mergeAnswers(knowledge.read(message).map(question => knowledge.answer(question, { plan, subject })));
}

/** The one finding of an answer from a single plan. */
export function findingTo(plan: string | null, message: string, subject: string | null = null): Finding {
  const { findings, outcome } = answerTo(plan, message, subject);
  if (findings.length === 0) throw new Error(`${outcome}: ${message}`);
  return findings[0]!;
}

/** Ids of the clauses an answer cites, in its order. */
export function clausesTo(plan: string | null, message: string, subject: string | null = null): string[] {
  return answerTo(plan, message, subject).findings.flatMap(f => f.citations.map(c => c.clause));
}
