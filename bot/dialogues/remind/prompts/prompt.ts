import type { Reply } from '../../../channels/channel.ts';
import { shortName } from '../../../words/cite.ts';
import { confirmWords } from '../../../words/remind-confirm-words.ts';
import { remindItemWords } from '../../../words/remind-item-words.ts';
import { remindListWords } from '../../../words/remind-list-words.ts';
import { settingWords } from '../../../words/remind-setting-words.ts';
import { remindWords } from '../../../words/remind-words.ts';
import { itemOf } from '../mark.ts';
import type { RemindAsking } from '../remind-state.ts';
import type { Scene } from '../scene.ts';
import { done, membershipOf, offers, say } from '../scene.ts';
import { leadsOf } from '../settings-of.ts';
import { datePrompt, dateSurePrompt } from './duty-date.ts';
import { itemPrompt } from './item.ts';
import { listPrompt } from './list.ts';
import { ownPrompt } from './own.ts';
import { settingsPrompt } from './settings.ts';
import { planPrompt, subjectPrompt } from './unit.ts';

/** What is typed as words or numbers: a bare number is a value there. */
const VALUES = new Set<RemindAsking['kind']>([
  'snooze',
  'what',
  'when',
  'half-day',
  'event-date',
  'edit-time',
  'edit-days',
  'edit-text',
  'duty-date',
  'confirm-plan',
  'leads',
  'daily-hour',
  'quiet',
  'pause',
]);
const CANCEL = { id: 'cancel', label: remindWords.cancel };

/** Says what is being asked, and offers its choices; what it is about may be gone meanwhile. */
export function prompt(at: Scene): Scene {
  const { asking, count } = at.state.remind;
  if (asking === null) return done(at);
  const reply = promptOf(at, asking);
  if (!reply) return say(done(at), remindItemWords.gone);
  // The number tells the buttons of this prompt from those of an earlier one of its kind.
  const named = NAMED.has(asking.kind)
    ? reply
    : { ...reply, prompt: { ...reply.prompt!, id: String(count) } };
  const offered = asking.kind === 'when' && OFFERED.has(asking.ask.about);
  return offers(at, named, VALUES.has(asking.kind) && !offered);
}

/** What of a time is chosen among days or words that are offered. */
const OFFERED = new Set(['which-day', 'repeats']);

/** Prompts whose choices say by themselves what they are about. */
const NAMED = new Set<RemindAsking['kind']>(['reminders', 'item', 'settings', 'plan', 'subject']);

function promptOf(at: Scene, asking: RemindAsking): Reply | null {
  switch (asking.kind) {
    case 'reminders':
      return listPrompt(at, asking.part);
    case 'item':
      return itemPrompt(at, asking);
    case 'settings':
      return settingsPrompt(at);
    case 'plan':
      return planPrompt(at);
    case 'subject':
      return at.deps.rulebookOf(asking.plan) ? subjectPrompt(at, asking.plan) : planPrompt(at);
    case 'which-item':
      return whichItem(at, asking);
    case 'snooze': {
      const item = itemOf(at, asking);
      const cancel = { ...CANCEL, label: remindItemWords.cancel };
      return item && reply('snooze', remindItemWords.askDate(item.title), [cancel]);
    }
    case 'duty-date':
      return membershipOf(at, asking.unit) && datePrompt(at, asking);
    case 'duty-date-sure':
      return membershipOf(at, asking.unit) && dateSurePrompt(at, asking);
    case 'confirm-plan':
    case 'confirm-plan-sure':
      return confirmPrompt(at, asking);
    case 'reminded':
      return null;
    default:
      return settingPrompt(at, asking) ?? ownPrompt(at, asking);
  }
}

function settingPrompt(at: Scene, asking: RemindAsking): Reply | null {
  switch (asking.kind) {
    case 'leads': {
      const unit = membershipOf(at, asking.unit)?.unit;
      return unit ? reply('leads', settingWords.askLeads(unit.name, leadsOf(at, unit.id)), [CANCEL]) : null;
    }
    case 'which-unit': {
      const units = at.world.memberships.filter(({ role }) => role !== 'member');
      const choices = units.map(({ unit }) => ({ id: unit.id, label: unit.name }));
      return reply('which-unit', settingWords.whichUnit, [...choices, CANCEL]);
    }
    case 'daily-hour':
      return reply('daily-hour', settingWords.askHour, [CANCEL]);
    case 'quiet':
      return reply('quiet', settingWords.askQuiet, [CANCEL]);
    case 'pause':
      return reply('pause', settingWords.askPause, [
        { id: 'forever', label: settingWords.pauseForever },
        CANCEL,
      ]);
    default:
      return null;
  }
}

function whichItem(at: Scene, { deed, items }: Extract<RemindAsking, { kind: 'which-item' }>): Reply | null {
  const choices = items.flatMap((name, index) => {
    const item = itemOf(at, name);
    return item ? [{ id: `i${index}`, label: remindListWords.label(item.title, item.due) }] : [];
  });
  return choices.length === 0 ? null : reply('which-item', remindWords.whichItem(deed), [...choices, CANCEL]);
}

function confirmPrompt(
  at: Scene,
  asking: Extract<RemindAsking, { kind: 'confirm-plan' | 'confirm-plan-sure' }>,
): Reply | null {
  const unit = membershipOf(at, asking.unit)?.unit;
  const plan = unit && at.deps.knowledge.plan(unit.plan);
  if (!unit || !plan) return null;
  if (asking.kind === 'confirm-plan')
    return reply('confirm-plan', confirmWords.ask(shortName(plan)), [CANCEL]);
  return reply('confirm-plan-sure', confirmWords.sure(shortName(plan), unit.name, asking.document), [
    { id: 'yes', label: confirmWords.yes },
    { id: 'again', label: confirmWords.again },
    CANCEL,
  ]);
}

function reply(kind: string, text: string, choices: Reply['choices'] & object): Reply {
  return { text, choices, prompt: { kind } };
}
