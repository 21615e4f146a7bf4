import type { Choice, Reply } from '../../channels/channel.ts';
import { announceWords } from '../../words/announce-words.ts';
import { assessWords as words } from '../../words/assess-words.ts';
import { criteriaTable, resultNow, reviewTable, reviewWords, stepLine } from '../../words/review-words.ts';
import { lastSeq } from './foresee.ts';
import type { Sight } from './sight.ts';
import { mayAnnounce, mayAnswer } from './sight.ts';

/**
 * Every answer by criterion with its outcome, and what may be done. `brief`: it is shown again after something else,
 * the criteria alone.
 */
export function reviewPrompt(seen: Sight, plan: string, brief: boolean): Reply {
  const { evaluation, record, unit } = seen;
  const missing = seen.steps.filter(({ requirement }) => evaluation.missing.includes(requirement.id));
  const lines = [
    reviewWords.title(unit.name, record.year, plan),
    ...(brief ? [] : [reviewWords.legend]),
    '',
    brief ? criteriaTable(seen) : reviewTable(seen),
    '',
    resultNow(evaluation),
  ];
  if (missing.length > 0) lines.push(reviewWords.missing(missing.map(({ number }) => number).join(', ')));
  if (record.submitted && record.submitted.seq < lastSeq(record)) lines.push(reviewWords.changedSince);
  lines.push(mayAnswer(seen) ? reviewWords.how : reviewWords.howReading);
  return { text: lines.join('\n'), choices: reviewChoices(seen), prompt: { kind: 'review' } };
}

function reviewChoices(seen: Sight): Choice[] {
  if (!mayAnswer(seen)) return [{ id: 'leave', label: words.leave }];
  const open = seen.steps.some(({ requirement }) => !Object.hasOwn(seen.answers, requirement.id));
  return [
    { id: 'submit', label: words.submit },
    { id: 'edit', label: words.edit },
    ...(open ? [{ id: 'more', label: words.more }] : []),
    { id: 'leave', label: words.leave },
  ];
}

/** Which answer to edit: by number, id, or choice. */
export function editPrompt(seen: Sight): Reply {
  const choices = seen.steps.map(step => ({ id: step.requirement.id, label: stepLine(seen, step) }));
  return {
    text: reviewWords.whichEdit,
    choices: [...choices, { id: 'back', label: words.back }],
    prompt: { kind: 'edit' },
    // The labels bear the numbers.
    numbered: false,
  };
}

/** What may be done once the result is submitted. */
export function donePrompt(seen: Sight): Reply {
  const choices: Choice[] = mayAnswer(seen)
    ? [
        { id: 'edit', label: words.edit },
        { id: 'report', label: words.report },
        ...(seen.rulebook.templates.some(({ id }) => id === 'mau-1')
          ? [{ id: 'build-plan', label: words.buildPlan(seen.record.year + 1) }]
          : []),
        ...(mayAnnounce(seen) ? [{ id: 'announce', label: announceWords.choice }] : []),
        { id: 'another', label: words.another },
      ]
    : [];
  return { text: words.afterwards, choices, prompt: { kind: 'done' } };
}
