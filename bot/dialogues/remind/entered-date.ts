import { occurrences } from '../../../evaluators/index.ts';
import { readWhen } from '../../reminders/when/index.ts';
import { enterWords as words } from '../../words/remind-enter-words.ts';
import { remindItemWords } from '../../words/remind-item-words.ts';
import { dueOf, dutyOf } from './dateless-duty.ts';
import { prompt } from './prompts/index.ts';
import { whenContext } from './read-hour.ts';
import type { Said, Scene } from './scene.ts';
import { asks, did, does, done, maySettle, membershipOf, say } from './scene.ts';

/** Asks for the day of a duty that has none. */
export function enterDate(at: Scene, unit: string, duty: string): Scene {
  if (!dutyOf(at, unit, duty)) return say(at, remindItemWords.gone);
  if (!maySettle(at, unit)) return say(at, remindItemWords.onlyOfficers);
  return prompt(asks(at, { kind: 'duty-date', unit, duty }));
}

/** A day was typed; null: it is none. */
export function tookDate(
  at: Scene,
  { unit, duty }: { unit: string; duty: string },
  { text }: Said,
): Scene | null {
  const known = dutyOf(at, unit, duty);
  const read = readWhen(text, whenContext(at));
  if (read.kind === 'ask' && read.about === 'past') return prompt(say(at, words.past));
  if (!known || read.kind !== 'read' || read.schedule.days.kind !== 'once') return null;
  const { date } = read.schedule.days;
  const due = dueOf(known, date);
  const { plan, subject } = membershipOf(at, unit)!.unit;
  const entered = [{ duty, date }];
  const found = occurrences(at.deps.rulebookOf(plan)!, { subject, from: due, to: due, entered });
  if (!found.some(({ id }) => id === duty)) return prompt(say(at, words.outside));
  return prompt(asks(at, { kind: 'duty-date-sure', unit, duty, date }));
}

export function tookDateSure(
  at: Scene,
  { unit, duty, date }: { unit: string; duty: string; date: string },
  choice: string,
): Scene | null {
  if (choice === 'again') return prompt(asks(at, { kind: 'duty-date', unit, duty }));
  if (choice !== 'yes') return null;
  if (!maySettle(at, unit)) return say(done(at), remindItemWords.onlyOfficers);
  const known = dutyOf(at, unit, duty);
  if (!known) return say(done(at), remindItemWords.gone);
  const settings = at.world.reminders.units.find(one => one.unit === unit);
  if (settings?.entered.some(one => one.duty === duty && one.date === date))
    return say(done(at), words.already(known.title));
  const change = { type: 'duty-dated' as const, unit, duty, date };
  const changed = does(done(at), { ...change, entered: true });
  return did(changed, words.kept(known, dueOf(known, date), at.deps.today), [{ ...change, entered: false }]);
}

/** An entered day is taken back. */
export function forgetDate(at: Scene, unit: string, duty: string, date: string): Scene {
  const known = dutyOf(at, unit, duty);
  const settings = at.world.reminders.units.find(one => one.unit === unit);
  if (!known || !settings?.entered.some(one => one.duty === duty && one.date === date))
    return say(at, remindItemWords.gone);
  if (!maySettle(at, unit)) return say(at, remindItemWords.onlyOfficers);
  const change = { type: 'duty-dated' as const, unit, duty, date };
  const said = remindItemWords.didForget(known.title, date, at.deps.today);
  return did(does(at, { ...change, entered: false }), said, [{ ...change, entered: true }]);
}
