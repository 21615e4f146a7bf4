import type { Choice, Reply } from '../../../channels/channel.ts';
import { ownWords as words } from '../../../words/remind-own-words.ts';
import { remindWords } from '../../../words/remind-words.ts';
import { sayWhen } from '../../../words/when-words.ts';
import { nextDates } from '../next-dates.ts';
import type { OwnDraft, RemindAsking } from '../remind-state.ts';
import type { Scene } from '../scene.ts';

const CANCEL: Choice = { id: 'cancel', label: remindWords.cancel };

/** What is asked about a reminder in the making. */
export function ownPrompt(at: Scene, asking: RemindAsking): Reply | null {
  switch (asking.kind) {
    case 'when':
    case 'event-date':
    case 'half-day':
      return asked(
        asking.kind,
        words.askedBack(asking.ask, at.deps.today),
        words.choices(asking.ask, at.deps.today),
      );
    case 'what':
      return asked('what', words.what(sayWhen(asking.schedule, at.deps.today)), []);
    case 'edit-time':
      return asked('edit-time', words.askTime, [{ id: 'any', label: words.anyTime }]);
    case 'edit-days':
      return asked('edit-days', words.askDays, []);
    case 'edit-text':
      return asked('edit-text', words.askText(asking.draft.text), []);
    case 'preview':
      return previewPrompt(at, asking.draft);
    default:
      return null;
  }
}

function asked(kind: string, text: string, choices: readonly Choice[]): Reply {
  return { text, choices: [...choices, CANCEL], prompt: { kind } };
}

function previewPrompt(at: Scene, { text, schedule }: OwnDraft): Reply {
  const { preferences, channels } = at.world.reminders;
  const { hour, quiet } = preferences;
  const { time } = schedule;
  const notes = [
    ...(time === null ? [words.atHour(hour)] : []),
    ...(time !== null && quiet && isWithin(time, quiet) ? [words.quietHour(quiet.from, quiet.to)] : []),
    ...(channels[0]?.startsWith('zalo') ? [words.counted(hour)] : []),
    ...(channels.length === 0 ? [words.noChannel] : []),
  ];
  const choices = [
    { id: 'save', label: words.save },
    { id: 'time', label: words.editTime },
    { id: 'days', label: words.editDays },
    { id: 'text', label: words.editText },
    CANCEL,
  ];
  const said = words.preview(
    text,
    schedule.days.kind === 'once' ? null : sayWhen(schedule, at.deps.today),
    nextDates(at, schedule),
    notes,
  );
  return { text: said, choices, prompt: { kind: 'preview' } };
}

/** Whether an hour lies in a span of the day that may go over midnight. */
function isWithin(time: string, { from, to }: { from: string; to: string }): boolean {
  return from <= to ? time >= from && time < to : time >= from || time < to;
}
