import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type PlanProblem, planFolder } from './load/plan-folder.ts';
import type { Plan } from './plan.ts';

export type { PlanProblem } from './load/plan-folder.ts';

/**
 * The plans of two directories, each folder one plan: the built-in ones, and those a committee adds
 * (`extraDir` need not exist). One bad folder is reported and does not take down the others. Never throws.
 */
export function loadPlans(
  builtInDir: string,
  extraDir: string | null,
): { plans: Plan[]; problems: PlanProblem[] } {
  const plans: Plan[] = [];
  const problems: PlanProblem[] = [];
  for (const directory of extraDir === null ? [builtInDir] : [builtInDir, extraDir]) {
    for (const id of foldersIn(directory)) {
      if (!/^[a-z0-9-]+$/.test(id)) {
        const message =
          'tên thư mục kế hoạch chỉ gồm chữ thường không dấu, số và dấu “-”. Hãy đổi tên thư mục.';
        problems.push({ plan: id, file: join(directory, id), message });
      } else if (plans.some(plan => plan.id === id)) {
        const message = 'đã có kế hoạch cùng tên thư mục. Hãy đổi tên một trong hai.';
        problems.push({ plan: id, file: join(directory, id), message });
      } else {
        const read = planFolder(join(directory, id), id);
        if (read.plan) plans.push(read.plan);
        problems.push(...read.problems);
      }
    }
  }
  return { plans, problems };
}

/** Names of the folders in a directory, in a fixed order; hidden ones and files are no plans. */
function foldersIn(directory: string): string[] {
  if (!existsSync(directory)) return [];
  try {
    return readdirSync(directory)
      .filter(
        name =>
          !name.startsWith('.') && statSync(join(directory, name), { throwIfNoEntry: false })?.isDirectory(),
      )
      .sort();
  } catch {
    return [];
  }
}
