import { readItemChoice } from '../../reminders/item-choice.ts';
import { remindItemWords } from '../../words/remind-item-words.ts';
import { calendarFile, closeFeed, openFeed } from './calendar.ts';
import { enterDate, forgetDate } from './entered-date.ts';
import { itemOf, markDone, markDoneForUnit, markReopened, markSkipped } from './mark.ts';
import { openUnit, showList } from './opening.ts';
import { confirmPlan, unconfirmPlan } from './plan-confirmation.ts';
import { prompt } from './prompts/index.ts';
import type { Part } from './remind-state.ts';
import type { Scene } from './scene.ts';
import { asks, done, isBusy, say } from './scene.ts';
import { changeLeads, quietOff, resumeAll } from './set-preferences.ts';
import { snoozeHour, snoozeMorning, snoozeTo } from './snooze.ts';
import { switchDuty, switchOwn } from './switch.ts';
import { undoLast } from './undo.ts';

/** A choice that says by itself what it is about, so that it works on any day and under any message; null: another kind. */
export function choseAnytime(at: Scene, choice: string): Scene | null {
  if (choice.startsWith('n:')) return choseItem(at, choice);
  const [mark, verb, first = '', second = '', third = ''] = choice.split(':');
  if (mark !== 'r') return null;
  switch (verb) {
    case 'list':
      return showList(at);
    case 'part':
      return PARTS.has(first as Part) ? showList(at, first as Part) : null;
    case 'back':
      return isBusy(at) ? done(at) : showList(at);
    case 'open':
      return openUnit(at);
    case 'undo':
      return undoLast(at, Number(first));
    case 'pause':
      return switchOwn(at, first, 'paused');
    case 'resume':
      return switchOwn(at, first, 'active');
    case 'remove':
      return switchOwn(at, first, 'cancelled');
    case 'off':
      return switchDuty(at, first, second, true);
    case 'on':
      return switchDuty(at, first, second, false);
    case 'enter':
      return enterDate(at, first, second);
    case 'f':
      return forgetDate(at, first, second, third.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3'));
    case 'confirm':
      return confirmPlan(at, first);
    case 'unconfirm':
      return unconfirmPlan(at, first);
    default:
      return choseSetting(at, verb ?? '');
  }
}

const PARTS = new Set<Part>(['all', 'today', 'week', 'overdue', 'later', 'far', 'past', 'waiting']);

function choseSetting(at: Scene, verb: string): Scene | null {
  switch (verb) {
    case 'settings':
      return prompt(asks(at, { kind: 'settings' }));
    case 'hour':
      return prompt(asks(at, { kind: 'daily-hour' }));
    case 'quiet':
      return prompt(asks(at, { kind: 'quiet' }));
    case 'quiet-off':
      return quietOff(at);
    case 'leads':
      return changeLeads(at, null);
    case 'pause-all':
      return prompt(asks(at, { kind: 'pause' }));
    case 'resume-all':
      return resumeAll(at);
    case 'file':
      return calendarFile(at);
    case 'feed-open':
      return openFeed(at);
    case 'feed-close':
      return closeFeed(at);
    default:
      return null;
  }
}

function choseItem(at: Scene, choice: string): Scene | null {
  const read = readItemChoice(choice);
  if (!read || !isDay(read.due)) return null;
  const { verb, key, due } = read;
  const item = itemOf(at, { key, due });
  if (!item) return say(at, remindItemWords.gone);
  switch (verb) {
    case 'view':
      return prompt(asks(at, { kind: 'item', key, due }));
    case 'done':
      return markDone(at, item);
    case 'done-for-unit':
      return markDoneForUnit(at, item);
    case 'hour':
      return snoozeHour(at, item);
    case 'morning':
      return snoozeMorning(at, item);
    case 'date':
      return snoozeTo(at, item);
    case 'skip':
      return markSkipped(at, item);
    case 'reopen':
      return markReopened(at, item);
  }
}

/** A date that a button names may be made up. */
function isDay(text: string): boolean {
  try {
    return Temporal.PlainDate.from(text).toString() === text;
  } catch {
    return false;
  }
}
