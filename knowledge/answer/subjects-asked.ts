import type { Plan } from '../plan.ts';
import { fold } from '../vietnamese/fold.ts';

/**
 * The kinds of unit of a plan that a question speaks of, longest name first: “chi bộ trực thuộc đảng bộ bộ phận”
 * is not also “đảng bộ bộ phận”. Empty when it speaks of none.
 */
export function subjectsAsked(plan: Plan, folded: string): string[] {
  const names = plan.subjects
    .flatMap(({ id, title, names }) => [title, ...names].map(name => ({ id, name: fold(name) })))
    .sort((a, b) => b.name.length - a.name.length);
  const found = new Set<string>();
  let rest = ` ${folded} `;
  let length = 0;
  for (const { id, name } of names) {
    if (name.length < length && !rest.includes(` ${name} `)) continue;
    if (` ${folded} `.includes(` ${name} `) && (rest.includes(` ${name} `) || name.length === length)) {
      found.add(id);
      rest = rest.replaceAll(` ${name} `, ' · ');
      length = name.length;
    }
  }
  return found.size > 0 ? [...found] : byKind(plan, folded);
}

/** “chi bộ”, “đảng bộ” alone mean every subject of that kind; both together mean none in particular. */
function byKind(plan: Plan, folded: string): string[] {
  const chiBo = /\bchi (bo|uy)\b/.test(folded);
  const dangBo = /\bdang (bo|uy)\b/.test(folded);
  if (chiBo === dangBo) return [];
  const prefix = chiBo ? 'chi-bo' : 'dang-';
  const ids = plan.subjects.map(subject => subject.id).filter(id => id.startsWith(prefix));
  return ids.length < plan.subjects.length ? ids : [];
}
