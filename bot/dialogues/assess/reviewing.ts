import { assessWords as words } from '../../words/assess-words.ts';
import { reviewWords } from '../../words/review-words.ts';
import { askResults } from './announce.ts';
import { chooseAnother } from './begin.ts';
import type { Control } from './controls.ts';
import { controlSaid, editSaid } from './controls.ts';
import { prompt } from './prompt.ts';
import { goOn } from './record-answer.ts';
import type { Said, Scene } from './scene.ts';
import { asks, say, sight, withPlace } from './scene.ts';
import type { Step } from './sight.ts';
import { mayAnnounce, mayAnswer } from './sight.ts';
import { buildPlanFor, reportAgain, submitAll } from './submit.ts';

/** A choice or a word on the review, the list to edit, or after the submission; null: it is none. */
export function tookReview(at: Scene, said: Said): Scene | null {
  const { asking } = at.state.assess;
  const seen = sight(at)!;
  const typed =
    editSaid(said.text) ??
    (asking!.kind === 'edit' || asking!.kind === 'review' ? numberSaid(said.text) : null);
  const wanted = typed ?? (asking!.kind === 'edit' && said.choice !== 'back' ? said.choice : null);
  if (wanted !== null) return editOne(at, wanted);
  const control = said.choice ?? controlSaid(said.text);
  if (control === null) return null;
  if (!mayAnswer(seen)) return control === 'review' ? prompt(at) : prompt(say(at, words.readOnly));
  switch (control as Control) {
    case 'submit':
      return submitAll(at);
    case 'edit':
      return prompt(asks(at, { kind: 'edit' }));
    case 'more':
    case 'skip':
      return goOn(withPlace(at, { skipped: [] }), 'walk');
    case 'back':
    case 'review':
      return prompt(asks(at, { kind: 'review' }));
    case 'another':
      return chooseAnother(at);
    default:
      return null;
  }
}

/** Opens one requirement to be answered anew, by its number or its id. */
export function editOne(at: Scene, wanted: string): Scene {
  const seen = sight(at)!;
  if (!mayAnswer(seen)) return prompt(say(at, words.readOnly));
  const step: Step | undefined = /^\d+$/.test(wanted)
    ? seen.steps[Number(wanted) - 1]
    : seen.steps.find(({ requirement }) => requirement.id === wanted);
  if (!step) return prompt(say(at, reviewWords.noSuch(seen.steps.length)), { brief: true });
  return prompt(asks(at, { kind: 'requirement', id: step.requirement.id, from: 'review' }));
}

/** “7”, “câu 7”, “cb-1.1.3b”. */
function numberSaid(text: string): string | null {
  return (
    /^(?:câu |cau |số |so |mục |muc )*(\d{1,3}|[a-z]{1,3}\d?-[a-z0-9.-]+)$/iu
      .exec(text.trim())?.[1]
      ?.toLowerCase() ?? null
  );
}

/** A document, whenever it is asked for; null: something else is wanted. */
export function tookDocument(at: Scene, control: string | null): Scene | null {
  switch (control) {
    case 'report':
      return reportAgain(at);
    case 'build-plan':
      return buildPlanFor(at);
    case 'announce':
      return mayAnnounce(sight(at)!) ? askResults(at) : prompt(say(at, words.noNotice), { brief: true });
    default:
      return null;
  }
}
