import type { Answer } from '../../../evaluators/index.ts';
import { nextQuestion } from '../../../evaluators/index.ts';
import type { AnswerEvent } from '../../store/records.ts';
import { assessWords as words } from '../../words/assess-words.ts';
import { answerName } from '../../words/requirement-words.ts';
import { lastSeq } from './foresee.ts';
import { prompt } from './prompt.ts';
import type { Scene } from './scene.ts';
import { asks, does, place, say, sight, withPlace } from './scene.ts';
import type { Sight } from './sight.ts';
import { mayAnswer, stepOf } from './sight.ts';

export interface Given {
  id: string;
  answer: Answer;
  note: string | null;
  source: AnswerEvent['source'];
  from: 'walk' | 'review';
}

/** Keeps an answer and goes on; where somebody else has answered otherwise meanwhile, asks which holds. */
export function recordAnswer(at: Scene, given: Given): Scene {
  const before = sight(at)!;
  if (!mayAnswer(before)) return prompt(say(at, words.readOnly), { brief: true });
  const { id, answer, note, from } = given;
  const theirs = at.news.find(({ requirement }) => requirement === id);
  const standing = before.answers[id];
  if (theirs && standing !== undefined && JSON.stringify(standing) !== JSON.stringify(answer)) {
    const aware = withPlace({ ...at, news: [] }, { seen: lastSeq(before.record) });
    return prompt(
      asks(aware, { kind: 'which', id, from, answers: [standing, answer], note, between: 'people' }),
    );
  }
  return goOn(keepAnswer(at, given), from);
}

/** Keeps an answer and says so. The same answer again, without a new note, changes nothing. */
export function keepAnswer(at: Scene, { id, answer, note, source }: Omit<Given, 'from'>): Scene {
  const before = sight(at)!;
  const same = JSON.stringify(before.answers[id]) === JSON.stringify(answer) && note === null;
  const event = { requirement: id, value: answer, note, source };
  const kept = same ? at : does(at, { type: 'answered', assessment: before.record.id, event });
  const after = sight(kept)!;
  const placed = withPlace(kept, {
    seen: lastSeq(after.record),
    last: id,
    skipped: place(kept).skipped.filter(other => other !== id),
  });
  const trace = after.evaluation.criteria
    .flatMap(({ requirements }) => requirements)
    .find(item => item.id === id)!;
  const said = answerName(answer);
  const echo = words.recorded(said, words.outcomes[trace.outcome]!) + (note ? ` ${words.note(note)}.` : '');
  return tellSettled(say(placed, echo), before, after);
}

/** The next unanswered requirement in the plan's order; when all have been asked, the review. */
export function goOn(at: Scene, from: 'walk' | 'review'): Scene {
  const seen = sight(at)!;
  if (from === 'review') return prompt(asks(at, { kind: 'review' }));
  const next = nextQuestion(seen.rulebook, {
    subject: seen.record.subject,
    answers: seen.answers,
    skip: place(at).skipped,
  });
  if (next) return prompt(asks(at, { kind: 'requirement', id: next.requirement.id, from: 'walk' }));
  return prompt(asks(say(at, words.allAnswered), { kind: 'review' }));
}

/** Said once, as soon as no missing answer can change the verdict. */
function tellSettled(at: Scene, before: Sight, after: Sight): Scene {
  const { evaluation } = after;
  if (evaluation.outcome === 'no_verdict') return at;
  const told = evaluation.settled ? evaluation.outcome : null;
  const open = after.steps.some(({ requirement }) => !Object.hasOwn(after.answers, requirement.id));
  if (told === place(at).told) return at;
  const placed = withPlace(at, { told });
  if (told === null || !open || (before.evaluation.settled && before.evaluation.outcome === told))
    return placed;
  const [unmet] = evaluation.criteria
    .flatMap(({ requirements }) => requirements)
    .filter(({ decided }) => decided);
  const because = unmet && evaluation.outcome === 'unmet' ? stepOf(after, unmet.id)!.requirement.title : null;
  return say(placed, words.settled(evaluation.words, because));
}
