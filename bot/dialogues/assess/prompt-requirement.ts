import type { Choice, Reply } from '../../channels/channel.ts';
import { assessWords as words } from '../../words/assess-words.ts';
import { answerChoices, answerName, criterionName, formHint } from '../../words/requirement-words.ts';
import type { Asking } from './assess-state.ts';
import { takesNumbers } from './read/read-typed.ts';
import type { Sight } from './sight.ts';
import { stepOf } from './sight.ts';

/** What one requirement's prompt looks like. `brief`: repeated after something else, without what was said before. */
export function requirementPrompt(
  sight: Sight,
  asking: Extract<Asking, { kind: 'requirement' }>,
  { brief, settled }: { brief: boolean; settled: boolean },
): Reply {
  const step = stepOf(sight, asking.id)!;
  const { requirement, criterion, number } = step;
  const progress = words.progress(number, sight.steps.length, criterionName(criterion.id), criterion.title);
  const answer = sight.answers[requirement.id];
  const note = sight.notes[requirement.id];
  const lines = [requirement.question];
  if (!brief) {
    if (requirement.encouraged) lines.push(words.encouraged);
    else if (!requirement.counted) lines.push(words.besideVerdict);
    if (requirement.naWhen) lines.push(words.naWhen(requirement.naWhen));
  }
  if (answer !== undefined)
    lines.push(words.standing(answerName(answer)) + (note ? ` ${words.note(note)}` : ''));
  const hint = formHint(requirement);
  if (hint) lines.push(hint);
  const text = `${progress}\n\n${lines.join('\n')}`;
  const choices: Choice[] = [
    ...answerChoices(requirement),
    { id: 'unknown', label: words.unknown },
    { id: 'na', label: words.na },
    { id: 'back', label: words.back },
    { id: 'skip', label: words.skip },
    { id: 'clause', label: words.clause },
    { id: 'help', label: words.help },
    ...(settled || asking.from === 'review' ? [{ id: 'review', label: words.review }] : []),
    { id: 'leave', label: words.leave },
  ];
  const reply: Reply = { text, choices, prompt: { kind: 'requirement', id: requirement.id } };
  return takesNumbers(requirement) ? { ...reply, numbered: false } : reply;
}
