import { enterWords } from '../../words/remind-enter-words.ts';
import { settingWords } from '../../words/remind-setting-words.ts';
import { remindWords as words } from '../../words/remind-words.ts';
import { tookDate, tookDateSure } from './entered-date.ts';
import { listWanted } from './list-wanted.ts';
import { tookPlan, tookSubject } from './opening.ts';
import { startOwn, tookWhat, tookWhen } from './own.ts';
import { tookEdit, tookPreview } from './own-draft.ts';
import { ownWanted } from './own-wanted.ts';
import { tookDocument, tookDocumentSure } from './plan-confirmation.ts';
import { prompt } from './prompts/index.ts';
import type { RemindAsking } from './remind-state.ts';
import { saidAnytime } from './said-anytime.ts';
import type { Said, Scene } from './scene.ts';
import { asks, done, say, withRemind } from './scene.ts';
import { pauseForever, pauseUntil, readLeads, setHour, setLeads, setQuiet } from './set-preferences.ts';
import { cancelSaid, undoSaid, yesSaid } from './short-words.ts';
import { tookSnooze } from './snooze.ts';
import { tookWhichItem } from './typed-deed.ts';

/** What comes of what was done while this is being asked; null: it is no answer to it. */
export function answerTo(at: Scene, asking: RemindAsking, said: Said): Scene | null {
  if (said.choice === 'cancel' || (said.choice === null && cancelSaid(said.text)))
    return say(done(at), words.left);
  const { deps } = at;
  const free = FREE.has(asking.kind);
  // What asks with its mark is a question even where any words are taken; elsewhere also without.
  const question = free ? /[?？]\s*$/u.test(said.text) : deps.asksSomething(said.text);
  if (said.choice === null && question) return null;
  if (said.choice === null && OWN.has(asking.kind) && ownWanted(said.text) === 'yes')
    return startOwn(at, said.text);
  const answer = tookAnswer(at, asking, said);
  if (answer) return answer;
  if (said.choice === null && (undoSaid(said.text) || listWanted(said.text)))
    return saidAnytime(
      withRemind(OWN.has(asking.kind) ? say(at, words.left) : at, { asking: null }),
      said.text,
    );
  return null;
}

/** “lưu”, “đúng”, “đồng ý” as the choice that it is. */
function yes(text: string): string {
  return yesSaid(text) ? 'yes' : '';
}

/** Where another reminder may be begun instead. */
const OWN = new Set<RemindAsking['kind']>([
  'what',
  'when',
  'half-day',
  'event-date',
  'preview',
  'edit-time',
  'edit-days',
]);

/** Where any words are an answer. */
const FREE = new Set<RemindAsking['kind']>(['what', 'edit-text', 'confirm-plan', 'when', 'event-date']);

function tookAnswer(at: Scene, asking: RemindAsking, said: Said): Scene | null {
  const { choice, text } = said;
  switch (asking.kind) {
    case 'plan':
      return tookPlan(at, said);
    case 'subject':
      return tookSubject(at, asking.plan, said);
    case 'which-item':
      return choice === null ? null : tookWhichItem(at, asking, choice);
    case 'snooze':
      return tookSnooze(at, asking, text);
    case 'what':
      return tookWhat(at, asking.schedule, said);
    case 'when':
    case 'half-day':
    case 'event-date':
      return tookWhen(at, asking, choice ?? text);
    case 'preview':
      return tookPreview(at, asking.draft, said);
    case 'edit-time':
    case 'edit-days':
    case 'edit-text':
      return tookEdit(at, asking, said);
    case 'duty-date':
      return tookDate(at, asking, said) ?? prompt(say(at, enterWords.notUnderstood));
    case 'duty-date-sure':
      return tookDateSure(at, asking, choice ?? yes(text));
    case 'confirm-plan':
      return tookDocument(at, asking.unit, said);
    case 'confirm-plan-sure':
      return (
        tookDocumentSure(at, asking, choice ?? (/^ghi lại|^ghi lai/iu.test(text) ? 'again' : yes(text))) ??
        (choice === null && /\d.*[/-]\s*\p{Lu}/u.test(text) ? tookDocument(at, asking.unit, said) : null)
      );
    default:
      return settingTo(at, asking, said);
  }
}

function settingTo(at: Scene, asking: RemindAsking, { choice, text }: Said): Scene | null {
  const free = done(at);
  switch (asking.kind) {
    case 'leads': {
      const leads = readLeads(text);
      return leads ? setLeads(free, asking.unit, leads) : prompt(say(at, settingWords.badLeads));
    }
    case 'which-unit':
      if (choice === null) return null;
      if (asking.leads) return setLeads(free, choice, asking.leads);
      return prompt(asks(at, { kind: 'leads', unit: choice }));
    case 'daily-hour':
      return setHour(free, text) ?? prompt(say(at, settingWords.badHour));
    case 'quiet':
      return setQuiet(free, text) ?? prompt(say(at, settingWords.badQuiet));
    case 'pause':
      if (choice === 'forever') return pauseForever(free);
      return pauseUntil(free, text) ?? prompt(say(at, settingWords.badPause));
    default:
      return null;
  }
}
