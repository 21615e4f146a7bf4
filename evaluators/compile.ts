/**
 * A rulebook prepared for one subject: what applies to it, each requirement with its judging function.
 *
 * Done once per rulebook and subject and kept with the rulebook, so that an evaluation only looks answers up.
 */
import { type Judge, judgeOf } from './judge.ts';
import type { Criterion, Requirement, Rulebook } from './rulebook.ts';

export interface CompiledRequirement {
  requirement: Requirement;
  id: string;
  clause: string;
  quote: string;
  reading: string | null;
  counted: boolean;
  judge: Judge;
}

export interface CompiledCriterion {
  criterion: Criterion;
  id: string;
  title: string;
  /** Part of the verdict. */
  inVerdict: boolean;
  whenEmpty: 'na' | 'unknown';
  requirements: CompiledRequirement[];
}

/** A caveat with a condition; the requirement it looks at by its place in the trace. */
export interface ConditionalCaveat {
  text: string;
  when: NonNullable<Rulebook['caveats'][number]['when']>;
  /** null where the condition looks at no requirement. */
  at: { criterion: number; requirement: number } | null;
}

export interface CompiledSubject {
  rulebook: Rulebook;
  subject: string;
  /** Only criteria that have a requirement for the subject, in the plan's order. */
  criteria: CompiledCriterion[];
  /** Ids that apply to the subject. */
  applicable: ReadonlySet<string>;
  /** Caveats that are always shown. */
  standing: string[];
  conditional: ConditionalCaveat[];
}

/** Whether something that names its subjects, or none for all, concerns this one. */
export const concerns = (item: { for?: string[] | undefined }, subject: string): boolean =>
  item.for === undefined || item.for.includes(subject);

function compileRequirement(requirement: Requirement): CompiledRequirement {
  return {
    requirement,
    id: requirement.id,
    clause: requirement.clause,
    quote: requirement.quote,
    reading: requirement.reading ?? null,
    counted: requirement.counted,
    judge: judgeOf(requirement),
  };
}

function compile(rulebook: Rulebook, subject: string): CompiledSubject | null {
  if (!rulebook.subjects.some(({ id }) => id === subject)) return null;
  const criteria = rulebook.criteria
    .map(criterion => ({
      criterion,
      id: criterion.id,
      title: criterion.title,
      inVerdict: rulebook.verdict.rule === 'all' && !criterion.beside,
      whenEmpty: criterion.whenEmpty,
      requirements: criterion.requirements
        .filter(requirement => concerns(requirement, subject))
        .map(compileRequirement),
    }))
    .filter(({ requirements }) => requirements.length > 0);
  const caveats = rulebook.caveats.filter(caveat => concerns(caveat, subject));
  return {
    rulebook,
    subject,
    criteria,
    applicable: new Set(criteria.flatMap(({ requirements }) => requirements.map(({ id }) => id))),
    standing: [
      ...rulebook.isNot,
      ...caveats.filter(({ when }) => when === undefined).map(({ text }) => text),
    ],
    conditional: caveats.flatMap(({ text, when }): ConditionalCaveat[] => {
      if (when === undefined) return [];
      if (when.requirement === undefined) return [{ text, when, at: null }];
      const criterion = criteria.findIndex(item =>
        item.requirements.some(({ id }) => id === when.requirement),
      );
      if (criterion === -1) return [];
      const requirement = criteria[criterion]!.requirements.findIndex(({ id }) => id === when.requirement);
      return [{ text, when, at: { criterion, requirement } }];
    }),
  };
}

const compiled = new WeakMap<Rulebook, Map<string, CompiledSubject>>();

/** Null when the plan has no such subject. */
export function compileSubject(rulebook: Rulebook, subject: string): CompiledSubject | null {
  const subjects = compiled.get(rulebook) ?? new Map<string, CompiledSubject>();
  compiled.set(rulebook, subjects);
  const known = subjects.get(subject);
  if (known !== undefined) return known;
  const fresh = compile(rulebook, subject);
  if (fresh !== null) subjects.set(subject, fresh);
  return fresh;
}
