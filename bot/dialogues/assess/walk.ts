import type { Answer } from '../../../evaluators/index.ts';
import { readAnswer } from '../../../evaluators/index.ts';
import type { Block } from '../../channels/channel.ts';
import { textOf } from '../../words/answer-words.ts';
import { assessWords as words } from '../../words/assess-words.ts';
import { quoteSource } from '../../words/quote-source.ts';
import { answerName, expectedForm } from '../../words/requirement-words.ts';
import type { Asking } from './assess-state.ts';
import type { Control } from './controls.ts';
import { lastSeq } from './foresee.ts';
import { prompt } from './prompt.ts';
import { readTyped } from './read/read-typed.ts';
import type { TypedAnswer, Unreadable } from './read/typed-answer.ts';
import { goOn, recordAnswer } from './record-answer.ts';
import type { Scene } from './scene.ts';
import { asks, does, place, say, sight, withPlace } from './scene.ts';
import type { Step } from './sight.ts';
import { mayAnswer, stepOf } from './sight.ts';

type Requirement = Extract<Asking, { kind: 'requirement' }>;

/** A choice on a requirement's prompt. */
export function choseOnRequirement(at: Scene, asking: Requirement, choice: string): Scene {
  const step = stepOf(sight(at)!, asking.id)!;
  if (choice === 'na') return prompt(asks(at, { kind: 'reason', id: asking.id, from: asking.from }));
  const read = readAnswer(step.requirement, choice);
  if (read.ok) return answerRequirement(at, asking, read.answer, null);
  return steerRequirement(at, asking, choice as Control);
}

/** What steers the walk, chosen or said. */
export function steerRequirement(at: Scene, asking: Requirement, control: Control): Scene {
  const seen = sight(at)!;
  const step = stepOf(seen, asking.id)!;
  switch (control) {
    case 'back':
      return back(at, asking, step);
    case 'skip':
      return skip(at, asking);
    case 'clause':
      return prompt(say(at, clauseReply(at, step)), { brief: true });
    case 'help':
      return prompt(say(at, `${step.requirement.help}\n${words.decide}`), { brief: true });
    case 'review':
    case 'submit':
      return prompt(asks(at, { kind: 'review' }));
    case 'edit':
      return prompt(asks(at, { kind: 'edit' }));
    default:
      return prompt(at, { brief: true });
  }
}

/** A typed text on a requirement's prompt; null: it is no answer. */
export function typedOnRequirement(at: Scene, asking: Requirement, typed: string): Scene | null {
  const step = stepOf(sight(at)!, asking.id)!;
  const read = readTyped(step.requirement, typed);
  if (read.kind === 'unreadable') return null;
  return takeTyped(at, asking, step, read);
}

function takeTyped(at: Scene, asking: Requirement, step: Step, read: TypedAnswer): Scene | null {
  switch (read.kind) {
    case 'answer':
      return answerRequirement(at, asking, read.answer, read.note ?? null);
    case 'two':
      return prompt(
        asks(at, {
          kind: 'which',
          id: asking.id,
          from: asking.from,
          answers: read.answers,
          note: null,
          between: 'own',
        }),
      );
    case 'half': {
      if (asking.half === undefined) return prompt(asks(at, { ...asking, half: read.number }));
      const whole = readTyped(step.requirement, `${asking.half}/${read.number}`);
      const asked = asks(at, { kind: 'requirement', id: asking.id, from: asking.from });
      return whole.kind === 'answer'
        ? answerRequirement(asked, asking, whole.answer, null)
        : notUnderstood(asked, asking, `${asking.half}/${read.number}`);
    }
    case 'unreadable':
      return null;
  }
}

/** What was typed is no answer: it is asked again, saying which form is expected. */
export function notUnderstood(at: Scene, asking: Requirement, typed: string): Scene {
  const step = stepOf(sight(at)!, asking.id)!;
  const read = readTyped(step.requirement, typed);
  const reason: Unreadable = read.kind === 'unreadable' ? read.reason : { why: 'form' };
  const form = expectedForm(step.requirement);
  return prompt(say(at, reasonWords(reason, typed, form)), { brief: true });
}

function reasonWords(reason: Unreadable, typed: string, form: string): string {
  switch (reason.why) {
    case 'part-above-whole':
      return words.partAboveWhole(reason.part, reason.whole);
    case 'not-whole-number':
      return words.notWhole(reason.typed, form);
    case 'percentage':
      return words.percentage(form);
    case 'too-many-numbers':
      return words.tooMany(form);
    case 'no-figures':
      return words.noFigures;
    case 'form':
      return words.notUnderstood(typed.length > 80 ? `${typed.slice(0, 80).toWellFormed()}…` : typed, form);
  }
}

function answerRequirement(at: Scene, asking: Requirement, answer: Answer, note: string | null): Scene {
  const source = asking.from === 'review' ? 'review' : 'prompt';
  return recordAnswer(at, { id: asking.id, answer, note, source, from: asking.from });
}

function back(at: Scene, asking: Requirement, step: Step): Scene {
  if (asking.half !== undefined)
    return prompt(asks(at, { kind: 'requirement', id: asking.id, from: asking.from }));
  if (asking.from === 'review') return prompt(asks(at, { kind: 'review' }));
  const before = sight(at)!.steps[step.number - 2];
  if (!before) return prompt(say(at, words.atFirst), { brief: true });
  return prompt(asks(at, { kind: 'requirement', id: before.requirement.id, from: 'walk' }));
}

function skip(at: Scene, asking: Requirement): Scene {
  const seen = sight(at)!;
  if (Object.hasOwn(seen.answers, asking.id) || asking.from === 'review') return goOn(at, asking.from);
  const { skipped } = place(at);
  const put = withPlace(at, { skipped: [...new Set([...skipped, asking.id])] });
  return goOn(say(put, words.skippedNow), 'walk');
}

function clauseReply(at: Scene, { requirement }: Step) {
  const { deps } = at;
  const seen = sight(at)!;
  const plan = deps.knowledge.plan(seen.record.plan);
  const source = plan ? quoteSource(plan, requirement) : null;
  const reading = seen.rulebook.readings.find(({ id }) => id === requirement.reading);
  const blocks: Block[] = [{ kind: 'text', text: words.clauseOf(requirement.title) }];
  if (source) blocks.push({ kind: 'quote', source });
  if (reading)
    blocks.push({ kind: 'text', text: words.readAs(reading.id, `${reading.point} ${reading.reading}`) });
  return { text: textOf(blocks), blocks };
}

/** “ghi chú: …” by itself belongs to what was answered last. */
export function noteOnLast(at: Scene, note: string): Scene {
  const seen = sight(at)!;
  if (!mayAnswer(seen)) return prompt(say(at, words.readOnly), { brief: true });
  const { last } = place(at);
  const answer = last === null ? undefined : seen.answers[last];
  if (last === null || answer === undefined) return prompt(say(at, words.noteFirst), { brief: true });
  const title = stepOf(seen, last)?.requirement.title ?? last;
  const event = { requirement: last, value: answer, note, source: 'prompt' as const };
  const kept = does(at, { type: 'answered', assessment: seen.record.id, event });
  const placed = withPlace(kept, { seen: lastSeq(sight(kept)!.record) });
  return prompt(say(placed, words.noted(title, answerName(answer), note)), { brief: true });
}
