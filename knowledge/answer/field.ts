import type { PlanIndex } from '../search/plan-index.ts';
import type { ReadQuestion } from './read-question.ts';

/** It speaks of a model by its name, or of two things that only the Party has. */
export function ofTheField({ folded }: ReadQuestion): boolean {
  if (/\b[34] tot\b/.test(folded)) return true;
  return (
    (folded.match(/chi bo|dang bo|dang vien|cap uy|dang uy|bi thu|sinh hoat|ke hoach|ky luat/g)?.length ??
      0) >= 2
  );
}

/** “Sinh viên 5 tốt”, “học sinh 3 tốt”: a title of somebody else's. */
export function foreignTitle(question: ReadQuestion): boolean {
  const m = /(\w+ \w+ )?\b(\d+) tot\b/.exec(question.folded);
  return (
    m !== null &&
    ((m[2] !== '3' && m[2] !== '4') || /(sinh vien|hoc sinh|thanh nien|phu nu|doan vien) $/.test(m[1] ?? ''))
  );
}

/** The question is about “bốn tốt” and the plan never says the words. */
export function missingModel(index: PlanIndex, question: ReadQuestion): boolean {
  const m = /\b([34]) tot\b/.exec(question.folded);
  return m !== null && !question.comparing && !index.pairs.has(`${m[1]} tot`);
}
