import type { Choice, Reply } from '../../channels/channel.ts';
import { announceWords } from '../../words/announce-words.ts';
import { assessWords as words } from '../../words/assess-words.ts';
import { shortName } from '../../words/cite.ts';
import {
  answerName,
  criterionName,
  formHint,
  numberLabels,
  othersName,
} from '../../words/requirement-words.ts';
import type { Asking } from './assess-state.ts';
import { comparedTo } from './fix.ts';
import { openingPrompt } from './opening-prompt.ts';
import { requirementPrompt } from './prompt-requirement.ts';
import { donePrompt, editPrompt, reviewPrompt } from './review-prompt.ts';
import type { Scene } from './scene.ts';
import { offers, place, say, sight } from './scene.ts';
import type { Sight } from './sight.ts';
import { stepOf } from './sight.ts';

/** Says what is being asked, and offers its choices. `brief`: it is said again after something else. */
export function prompt(at: Scene, { brief = false } = {}): Scene {
  const { asking } = at.state.assess;
  if (asking === null) return offers(at, []);
  const reply = promptOf(at, asking, brief);
  return offers(say(at, reply), reply.choices ?? [], reply.numbered === false);
}

function promptOf(at: Scene, asking: Asking, brief: boolean): Reply {
  const opening = openingPrompt(at, asking);
  if (opening) return opening;
  const seen = sight(at)!;
  switch (asking.kind) {
    case 'requirement':
      return (
        half(seen, asking) ?? requirementPrompt(seen, asking, { brief, settled: place(at).told !== null })
      );
    case 'reason':
      return withSteps(
        words.reason(stepOf(seen, asking.id)!.requirement.naWhen ?? null),
        { kind: 'reason', id: asking.id },
        [{ id: 'back', label: words.back }],
      );
    case 'which':
      return which(seen, asking);
    case 'confirm':
      if (asking.read) return readBack(seen, asking);
      return withSteps(comparedTo(seen, asking.id, asking.value), { kind: 'confirm', id: asking.id }, [
        { id: 'yes', label: words.yes },
        { id: 'no', label: words.no },
      ]);
    case 'candidates':
      return withSteps(words.candidates, { kind: 'candidates' }, [
        ...asking.ids.map(id => ({
          id,
          label: `${stepOf(seen, id)!.number}. ${stepOf(seen, id)!.requirement.title}`,
        })),
        { id: 'no', label: words.no },
      ]);
    case 'over':
      return withSteps(words.overSure(Object.keys(seen.answers).length), { kind: 'over' }, [
        { id: 'yes', label: words.overYes },
        { id: 'no', label: words.overNo },
      ]);
    case 'edit':
      return editPrompt(seen);
    case 'announce':
      return withSteps(announceWords.ask, { kind: 'announce' }, [{ id: 'back', label: words.back }]);
    case 'done':
      return donePrompt(seen);
    default:
      return reviewPrompt(seen, shortName(at.deps.knowledge.plan(seen.record.plan)!), brief);
  }
}

function withSteps(text: string, prompt: Reply['prompt'] & object, choices: Choice[]): Reply {
  return { text, choices, prompt };
}

/** What was read by other means, said back. */
function readBack(seen: Sight, asking: Extract<Asking, { kind: 'confirm' }>): Reply {
  const { requirement } = stepOf(seen, asking.id)!;
  const labels = numberLabels(requirement).map(({ label }) => label);
  return withSteps(
    words.readBack(answerName(asking.value), labels.join(' / ')),
    { kind: 'confirm', id: asking.id },
    [
      { id: 'yes', label: words.readYes },
      { id: 'no', label: words.readNo },
    ],
  );
}

/** One number of two was typed: the other is asked for. */
function half(seen: Sight, asking: Extract<Asking, { kind: 'requirement' }>): Reply | null {
  if (asking.half === undefined) return null;
  const { requirement } = stepOf(seen, asking.id)!;
  if (requirement.kind !== 'share' && requirement.kind !== 'target') return null;
  const label = requirement.kind === 'share' ? requirement.labels.whole : requirement.labels.target;
  const reply = requirementPrompt(seen, asking, { brief: true, settled: false });
  return { ...reply, text: words.secondNumber(asking.half, label) };
}

function which(seen: Sight, asking: Extract<Asking, { kind: 'which' }>): Reply {
  const [first, second] = asking.answers.map(answerName) as [string, string];
  const { criterion, number, requirement } = stepOf(seen, asking.id)!;
  const where = `${words.progress(number, seen.steps.length, criterionName(criterion.id), criterion.title)}\n\n${requirement.question}`;
  const text =
    asking.between === 'own'
      ? words.whichAnswer(first, second)
      : words.answeredBetween(othersName(seen.role), first, second);
  const hint = asking.between === 'own' ? formHint(requirement) : null;
  const reply = withSteps(
    [text, where, hint].filter(Boolean).join('\n\n'),
    { kind: 'which', id: asking.id },
    [
      { id: 'first', label: first },
      { id: 'second', label: second },
      { id: 'back', label: words.back },
    ],
  );
  // “2” may be one of the two answers.
  return { ...reply, numbered: false };
}
