import { plain } from '../../choose.ts';
import { readWhen } from '../../reminders/when/index.ts';
import { settingWords } from '../../words/remind-setting-words.ts';
import { calendarFile, closeFeed, openFeed } from './calendar.ts';
import { confirmationOf } from './confirmation-of.ts';
import { deedSaid } from './deed-said.ts';
import { listWanted } from './list-wanted.ts';
import { showList } from './opening.ts';
import { startOwn } from './own.ts';
import { ownWanted } from './own-wanted.ts';
import { confirmPlan, unconfirmPlan } from './plan-confirmation.ts';
import { prompt } from './prompts/index.ts';
import { whenContext } from './read-hour.ts';
import type { Scene } from './scene.ts';
import { asks, isBusy, say } from './scene.ts';
import {
  changeLeads,
  pauseForever,
  pauseUntil,
  quietOff,
  readLeads,
  resumeAll,
  setHour,
  setQuiet,
} from './set-preferences.ts';
import type { SettingSaid } from './setting-said.ts';
import { settingSaid } from './setting-said.ts';
import { undoSaid } from './short-words.ts';
import { tookDeed } from './typed-deed.ts';
import { undoLast } from './undo.ts';

/** What may be typed at any time about reminders; null: it is about something else. */
export function saidAnytime(at: Scene, text: string): Scene | null {
  const part = listWanted(text);
  if (part) return showList(at, part);
  if (undoSaid(text)) return isBusy(at) && !at.state.remind.undo ? null : undoLast(at, null);
  const setting = settingSaid(text);
  const set = setting && saidSetting(at, setting, text);
  if (set) return set;
  // Under a self-assessment's question such words are its answers.
  const deed = isBusy(at) ? null : deedSaid(text);
  const dealt = deed && tookDeed(at, deed);
  if (dealt) return dealt;
  return wantsOwn(at, text) ? startOwn(at, text) : null;
}

function wantsOwn(at: Scene, text: string): boolean {
  const wanted = ownWanted(text);
  // Among the answers of a self-assessment it has to be said outright.
  if (wanted === null || (wanted === 'perhaps' && isBusy(at))) return false;
  const read = readWhen(text, whenContext(at));
  const question = at.deps.asksSomething(text);
  // Some time was understood, whole or in part: “nhắc trước đại hội 2 tuần …”.
  if (read.kind === 'read' || read.about !== 'when') return wanted === 'yes' || !question;
  // “nhắc tôi hạn nộp báo cáo là khi nào?” is a question for the plan.
  return wanted === 'yes' && !question;
}

function saidSetting(at: Scene, said: SettingSaid, text: string): Scene | null {
  switch (said.what) {
    case 'settings':
      return prompt(asks(at, { kind: 'settings' }));
    case 'quiet-off':
      return quietOff(at);
    case 'resume':
      return resumeAll(at);
    case 'file':
      return calendarFile(at);
    case 'feed-open':
      return openFeed(at);
    case 'feed-close':
      return closeFeed(at);
    case 'confirm': {
      const needed = at.world.memberships.find(({ unit }) => confirmationOf(at, unit.id) !== 'none');
      return needed ? confirmPlan(at, needed.unit.id) : null;
    }
    case 'unconfirm': {
      const { memberships } = at.world;
      const given = memberships.filter(({ unit }) => confirmationOf(at, unit.id) === 'given');
      if (given.length > 1) return prompt(asks(at, { kind: 'settings' }));
      const unit = (given[0] ?? memberships[0])?.unit;
      return unit ? unconfirmPlan(at, unit.id) : null;
    }
    case 'leads': {
      const leads = readLeads(said.value);
      return leads ? changeLeads(at, leads) : say(at, settingWords.badLeads);
    }
    case 'hour':
      return (
        setHour(at, said.value) ??
        (/^(?:dat |doi |cai dat )?gio nhac /.test(plain(text))
          ? prompt(say(asks(at, { kind: 'daily-hour' }), settingWords.badHour))
          : null)
      );
    case 'quiet':
      return setQuiet(at, said.value) ?? prompt(say(asks(at, { kind: 'quiet' }), settingWords.badQuiet));
    case 'pause':
      if (said.value === '') return prompt(asks(at, { kind: 'pause' }));
      return /^khi\b/.test(said.value)
        ? pauseForever(at)
        : (pauseUntil(at, said.value) ?? prompt(say(asks(at, { kind: 'pause' }), settingWords.badPause)));
  }
}
