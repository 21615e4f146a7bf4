import { occurrences } from '../evaluators/index.ts';
import type { KnownDuty } from '../knowledge/index.ts';
import type { RulebookShelf } from './dialogues/assess/rulebook-shelf.ts';

/** What a plan wants done within a year of a day, each duty at its next time; none where it has no rulebook. */
export function dutiesOfPlans(
  shelf: Pick<RulebookShelf, 'of'>,
): (plan: string, today: string) => readonly KnownDuty[] {
  return (plan, today) => {
    const rulebook = shelf.of(plan);
    if (!rulebook) return [];
    const to = Temporal.PlainDate.from(today).add({ years: 1 }).toString();
    const next = new Map<string, KnownDuty>();
    for (const { id, title, due, quote } of occurrences(rulebook, { from: today, to }))
      if (!next.has(id)) next.set(id, { title, due, quote });
    return [...next.values()];
  };
}
