import type { ReadQuestion } from '../answer/read-question.ts';
import type { Clause, Span } from '../plan.ts';
import type { Lexicon } from '../vietnamese/lexicon.ts';
import { matchPlan } from './match-plan.ts';
import type { PlanIndex } from './plan-index.ts';
import { termsOf } from './terms.ts';

/** A passage near to a question. */
export interface PassageHit {
  clause: Clause;
  span: Span;
  /** Its place among the plan's passages. */
  passage: number;
  score: number;
}

/** Ordered by coverage among so many that are best by BM25, as answers are. */
const POOL = 25;

/** The passages of a plan nearest to a question by what they say themselves, whatever people are known to ask. */
export function searchPassages(
  index: PlanIndex,
  lexicon: Lexicon,
  question: ReadQuestion,
  most: number,
): PassageHit[] {
  const match = matchPlan(index, termsOf(question.words, lexicon), termsOf(question.context, lexicon));
  return match.passages
    .slice(0, Math.max(POOL, most))
    .map(({ clause, span, passage, coverage }) => ({ clause, span, passage, score: coverage }))
    .sort((a, b) => b.score - a.score)
    .slice(0, most);
}
