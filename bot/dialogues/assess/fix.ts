import type { Answer } from '../../../evaluators/index.ts';
import { compare, evaluateCompiled } from '../../../evaluators/index.ts';
import { assessWords as words } from '../../words/assess-words.ts';
import { answerName } from '../../words/requirement-words.ts';
import { reviewWords, verdictSentence } from '../../words/review-words.ts';
import type { Sight } from './sight.ts';
import { stepOf } from './sight.ts';

/** What one changed answer would do: the answer before and after, and the verdict before and after. */
export function comparedTo(seen: Sight, id: string, value: Answer): string {
  const { subject, year } = seen.record;
  const answers = { ...seen.answers, [id]: value };
  const after = evaluateCompiled(seen.compiled, { subject, year, answers });
  const { words: said, verdict } = compare(seen.evaluation, after);
  const step = stepOf(seen, id)!;
  const before = seen.answers[id];
  const outcome = after.criteria
    .flatMap(({ requirements }) => requirements)
    .find(trace => trace.id === id)!.outcome;
  const same = said.before === said.after;
  const now = verdictSentence({ outcome: verdict.after, words: said.after });
  return words.fixes({
    number: step.number,
    title: step.requirement.title,
    before: before === undefined ? words.notAnswered : answerName(before),
    after: answerName(value),
    outcome: reviewWords.outcome[outcome],
    verdict: same ? words.sameVerdict(now) : words.newVerdict(said.before, said.after),
  });
}
