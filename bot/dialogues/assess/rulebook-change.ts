import type { Answers, Rulebook } from '../../../evaluators/index.ts';
import { compare, compileSubject, evaluate } from '../../../evaluators/index.ts';
import { answersOf } from '../../store/answers-of.ts';
import { assessWords as words } from '../../words/assess-words.ts';
import { answerName } from '../../words/requirement-words.ts';
import { reviewWords } from '../../words/review-words.ts';
import { planName } from './opening-prompt.ts';
import type { Scene } from './scene.ts';
import { does, say, sight } from './scene.ts';
import type { Sight } from './sight.ts';
import { mayAnswer, stepsOf } from './sight.ts';

/** When the rulebook is another than the one last seen: says what that changes, once. No answer is touched. */
export function tellRulebookChange(at: Scene): Scene {
  const seen = sight(at);
  if (!seen || seen.record.rulebook === seen.rulebook.hash) return at;
  const lines = [words.rulebookChanged(planName(at.deps, seen.rulebook.id)), ...difference(seen, at)];
  const told = say(at, lines.join('\n'));
  if (!mayAnswer(seen)) return told;
  return does(told, { type: 'rulebook-seen', assessment: seen.record.id, rulebook: seen.rulebook.hash });
}

function difference(seen: Sight, { deps }: Scene): string[] {
  const old = deps.shelf.edition(seen.rulebook.id, seen.record.rulebook);
  const lines: string[] = [];
  const before = old ? evaluateUnder(old, seen) : null;
  if (!old || !before) lines.push(words.rulebookVerdictNow(seen.evaluation.words));
  else {
    const changed = compare(before, seen.evaluation);
    lines.push(words.rulebookVerdicts(changed.words.before, changed.words.after));
    const both = changed.requirements.filter(
      ({ before: was, after: is }) => was !== null && is !== null && was.outcome !== is.outcome,
    );
    for (const { id, before: was, after: is } of both) {
      lines.push(
        words.rulebookLine(
          titleOf(id, seen, old),
          reviewWords.outcome[was!.outcome],
          reviewWords.outcome[is!.outcome],
        ),
      );
    }
    if (both.length === 0) lines.push(words.rulebookSame);
    const added = changed.requirements
      .filter(({ before: was }) => was === null)
      .map(({ id }) => titleOf(id, seen, old));
    if (added.length > 0) lines.push(words.rulebookAdded(added));
  }
  if (seen.dropped.length > 0) {
    const dropped = seen.dropped.map(({ requirement, value }) => {
      const known = old ? answersOf(seen.record, old).answers[requirement] : undefined;
      return `${titleOf(requirement, seen, old)} (${known === undefined ? JSON.stringify(value) : answerName(known)})`;
    });
    lines.push(words.rulebookDropped(dropped));
  }
  return lines;
}

function evaluateUnder(rulebook: Rulebook, { record }: Sight) {
  const { answers }: { answers: Answers } = answersOf(record, rulebook);
  return evaluate(rulebook, { subject: record.subject, year: record.year, answers });
}

function titleOf(id: string, seen: Sight, old: Rulebook | null): string {
  const compiled = old ? compileSubject(old, seen.record.subject) : null;
  const steps = [...seen.steps, ...(compiled ? stepsOf(compiled) : [])];
  return steps.find(({ requirement }) => requirement.id === id)?.requirement.title ?? id;
}
