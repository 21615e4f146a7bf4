import type { Rulebook } from '../../evaluators/index.ts';
import { compileSubject } from '../../evaluators/index.ts';
import type { Plan } from '../../knowledge/index.ts';
import type { Choice, Reply } from '../channels/channel.ts';
import { criteriaWords as words } from '../words/criteria-words.ts';

/** The criteria of a subject with their clauses; without a subject, which one is asked. */
export function listCriteria(plan: Plan, rulebook: Rulebook | null, subject: string | null): Reply {
  if (!rulebook) return { text: words.none(plan) };
  const compiled = subject === null ? null : compileSubject(rulebook, subject);
  if (!compiled && rulebook.subjects.length > 1) {
    const choices = rulebook.subjects.map(
      ({ id, title }): Choice => ({ id: `criteria:${rulebook.id}:${id}`, label: title }),
    );
    return { text: words.whichSubject(plan), choices, prompt: { kind: 'criteria' } };
  }
  const own = compiled ?? compileSubject(rulebook, rulebook.subjects[0]!.id)!;
  return { text: words.list(plan, own) };
}

/** A subject chosen to see its criteria; null when the choice is another kind. */
export function criteriaChosen(choice: string): { plan: string; subject: string } | null {
  const found = /^criteria:([^:]+):(.+)$/.exec(choice);
  return found ? { plan: found[1]!, subject: found[2]! } : null;
}
