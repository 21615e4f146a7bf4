import type { Reply } from '../../../channels/channel.ts';
import { enterWords as words } from '../../../words/remind-enter-words.ts';
import { remindWords } from '../../../words/remind-words.ts';
import { dueOf, dutyOf } from '../dateless-duty.ts';
import type { Scene } from '../scene.ts';

/** Asks for the day of a duty that has none. */
export function datePrompt(at: Scene, { unit, duty }: { unit: string; duty: string }): Reply {
  const { title, event, recurs } = dutyOf(at, unit, duty)!;
  const choices = [{ id: 'cancel', label: remindWords.cancel }];
  return { text: words.ask(title, event, recurs), choices, prompt: { kind: 'duty-date' } };
}

/** Asks whether the day is right, with the last day that comes of it. */
export function dateSurePrompt(
  at: Scene,
  { unit, duty, date }: { unit: string; duty: string; date: string },
): Reply {
  const known = dutyOf(at, unit, duty)!;
  const text = words.sure(known, date, dueOf(known, date), at.deps.today);
  return {
    text,
    choices: [
      { id: 'yes', label: words.yes },
      { id: 'again', label: words.again },
      { id: 'cancel', label: remindWords.cancel },
    ],
    prompt: { kind: 'duty-date-sure' },
  };
}
