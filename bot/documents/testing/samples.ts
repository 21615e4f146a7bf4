/** Inputs of every kind of document, for tests and for looking at. */
import { join } from 'node:path';
import {
  type Answer,
  type Answers,
  builtInRulebooks,
  evaluate,
  loadRulebooks,
  type Requirement,
  type Rulebook,
  requirementsOf,
} from '../../../evaluators/index.ts';
import { loadPlans, type Plan } from '../../../knowledge/index.ts';
import type { AnnounceInput, BuildPlanInput, ReviewInput } from '../index.ts';

export const { rulebooks } = loadRulebooks();
const plansFolder = join(builtInRulebooks, '../../knowledge/plans');
const plans = new Map(loadPlans(plansFolder, null).plans.map(plan => [plan.id, plan]));

export const rulebookOf = (id: string): Rulebook => rulebooks.get(id)!;
export const planOf = (id: string): Plan => plans.get(id)!;

const good: Record<Requirement['kind'], Answer> = {
  statement: 'met',
  share: { part: 50, whole: 50 },
  target: { done: 3, target: 3 },
  count: { count: 0 },
  rank: 'hoan-thanh-tot-nhiem-vu',
  comparison: 'better',
  yearly: { years: [{ part: 50, whole: 1000 }] },
};

/** Something for every requirement of the subject. */
export function goodAnswers(rulebook: Rulebook, subject: string): Answers {
  const own = [...requirementsOf(rulebook).values()].filter(
    ({ for: subjects }) => subjects?.includes(subject) ?? true,
  );
  return Object.fromEntries(own.map(({ id, kind }) => [id, good[kind]]));
}

export const ap3 = { name: 'Chi bộ ấp 3', superior: 'Đảng bộ xã Tân Trạch', place: 'Tân Trạch' };

/** A report over the given answers, the rest answered well. */
export function review(
  plan: string,
  subject: string,
  answers: Answers = {},
  more: Partial<Omit<ReviewInput, 'answers' | 'evaluation'>> = {},
): ReviewInput {
  const rulebook = more.rulebook ?? rulebookOf(plan);
  const all = { ...goodAnswers(rulebook, subject), ...answers };
  const year = more.year ?? 2026;
  return {
    unit: ap3,
    plan: planOf(plan),
    rulebook,
    subject,
    year,
    date: '2026-02-05',
    status: 'submitted',
    ...more,
    answers: all,
    evaluation: evaluate(rulebook, { subject, year, answers: all })!,
  };
}

export const canDuoc = 'can-duoc-10-hd-btchu';

export const planToBuild = (subject = 'chi-bo-ap', more: Partial<BuildPlanInput> = {}): BuildPlanInput => ({
  unit: ap3,
  plan: planOf(canDuoc),
  rulebook: rulebookOf(canDuoc),
  subject,
  year: 2026,
  date: '2026-02-05',
  ...more,
});

export const notice = (more: Partial<AnnounceInput> = {}): AnnounceInput => ({
  unit: { name: 'Đảng bộ xã Tân Trạch', superior: 'Đảng bộ huyện Cần Đước', place: 'Tân Trạch' },
  plan: canDuoc,
  year: 2026,
  date: '2026-12-05',
  meeting: '2026-12-03',
  met: ['Chi bộ ấp 1', 'Chi bộ ấp 2', 'Chi bộ ấp 4'],
  unmet: [{ name: 'Chi bộ ấp 3', reason: 'có 01 đảng viên bị xử lý kỷ luật (nội dung 1.3).' }],
  deadline: '2027-03-31',
  ...more,
});
