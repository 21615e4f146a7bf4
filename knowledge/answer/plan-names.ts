import type { Plan } from '../plan.ts';
import { fold } from '../vietnamese/fold.ts';
import type { PhraseFinder } from '../vietnamese/phrase-finder.ts';
import { phraseFinder } from '../vietnamese/phrase-finder.ts';
import type { Word } from '../vietnamese/words.ts';

/** The words by which a question names a plan, as typed positions. */
export interface NamedPlan {
  plan: string;
  from: number;
  to: number;
}

export interface PlanNames {
  find(words: readonly Word[]): NamedPlan[];
}

/** Names that several plans share name none of them. */
export function planNames(plans: readonly Plan[]): PlanNames {
  const owners = new Map<string, Set<string>>();
  const spelled = new Map<string, string>();
  for (const plan of plans) {
    for (const name of namesOf(plan)) {
      const key = fold(name);
      spelled.set(key, spelled.get(key) ?? name);
      owners.set(key, (owners.get(key) ?? new Set()).add(plan.id));
    }
  }
  const unique = [...owners].filter(([, ids]) => ids.size === 1);
  const finder: PhraseFinder<string> = phraseFinder(
    unique.map(([key, ids]) => [spelled.get(key)!, [...ids][0]!]),
  );
  return {
    find(words) {
      const found = finder.find(words).map(({ value, from, to }) => ({ plan: value, from, to }));
      // The longer name wins where two overlap: “Đảng ủy Khối Quảng Bình” over “Quảng Bình”.
      return found.filter(
        a => !found.some(b => b !== a && b.from <= a.from && b.to >= a.to && b.to - b.from > a.to - a.from),
      );
    },
  };
}

function namesOf(plan: Plan): string[] {
  const number = plan.number ? [plan.number, plan.number.replace(/\s+/g, '')] : [];
  const place = plan.place ? [plan.place] : [];
  return [...plan.names, ...number, ...place].filter(name => name.trim().length >= 3);
}
