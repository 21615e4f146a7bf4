import { instantOf, readWhen } from '../../reminders/when/index.ts';
import type { ReminderPreferences } from '../../store/reminder-records.ts';
import { sayStart } from '../../words/remind-list-words.ts';
import { settingWords as words } from '../../words/remind-setting-words.ts';
import { prompt } from './prompts/index.ts';
import { readHour, whenContext } from './read-hour.ts';
import type { Scene } from './scene.ts';
import { asks, did, does, maySettle, membershipOf, say } from './scene.ts';
import { FOREVER, isPaused, leadsOf } from './settings-of.ts';

const MOST_LEADS = 10;
const LONGEST_LEAD = 60;

/** “30, 15, 7”: days before, the longest first, each once; null: these are none. */
export function readLeads(text: string): number[] | null {
  const odd = /(?:^|[\s,])-\s*\d|\d\.\d/.test(text);
  const leads = [...new Set(text.match(/\d+/g)?.map(Number))].sort((a, b) => b - a);
  const good = leads.length >= 1 && leads.length <= MOST_LEADS && leads.every(lead => lead <= LONGEST_LEAD);
  return good && !odd ? leads : null;
}

/** Which unit's days are meant: the only one that the person may settle, or it is asked. */
export function changeLeads(at: Scene, leads: readonly number[] | null): Scene {
  const mine = at.world.memberships.filter(({ unit }) => maySettle(at, unit.id));
  if (at.world.memberships.length === 0) return say(at, words.noUnit);
  if (mine.length === 0) return say(at, words.onlyOfficers);
  if (mine.length > 1) return prompt(asks(at, { kind: 'which-unit', leads }));
  const { id } = mine[0]!.unit;
  return leads === null ? prompt(asks(at, { kind: 'leads', unit: id })) : setLeads(at, id, leads);
}

export function setLeads(at: Scene, unit: string, leads: readonly number[]): Scene {
  const membership = membershipOf(at, unit);
  if (!membership || !maySettle(at, unit)) return say(at, words.onlyOfficers);
  const before = leadsOf(at, unit);
  if (before.join() === leads.join()) return say(at, words.same);
  const changed = does(at, { type: 'leads-set', unit, leads });
  return did(changed, words.leadsSet(membership.unit.name, leads), [
    { type: 'leads-set', unit, leads: before },
  ]);
}

/** The hour for what has none of its own; null: no hour was understood. */
export function setHour(at: Scene, text: string): Scene | null {
  const hour = readHour(at, text, { bare: true });
  return hour === null ? null : set(at, { hour }, words.hourSet(hour));
}

/** “từ 21h đến 6h”; null: two hours were not understood. */
export function setQuiet(at: Scene, text: string): Scene | null {
  // “tối” is typed “toi” as well, so “đến” is looked for first.
  const said = [/(?:đến|den)/iu, /(?:tới|toi|-|–)/iu]
    .map(to => new RegExp(`^(?:từ |tu )?(.+?)\\s*${to.source}\\s*(.+)$`, 'iu').exec(text.trim()))
    .find(found => found !== null);
  const from = said && readHour(at, said[1]!, { onClock: true, bare: true });
  const to = said && readHour(at, said[2]!, { onClock: true, bare: true });
  if (!from || !to || from === to) return null;
  return set(at, { quiet: { from, to } }, words.quietSet(from, to));
}

export function quietOff(at: Scene): Scene {
  return set(at, { quiet: null }, words.quietUnset);
}

/** Nothing is sent before the day; null: no coming day was understood. */
export function pauseUntil(at: Scene, text: string): Scene | null {
  const whole = /^(?:đến |den )?(?:hết|het)\s+(?:ngày |ngay )?/iu.exec(text.trim())?.[0] ?? '';
  const read = readWhen(text.trim().slice(whole.length), whenContext(at));
  if (read.kind !== 'read' || read.schedule.days.kind !== 'once') return null;
  const { date } = read.schedule.days;
  // “đến hết 15/12” takes that day in.
  const day = whole === '' ? date : Temporal.PlainDate.from(date).add({ days: 1 }).toString();
  const start = instantOf(day, (whole === '' && read.schedule.time) || '00:00');
  if (start <= Temporal.Instant.from(at.deps.now).epochMilliseconds) return null;
  const until = Temporal.Instant.fromEpochMilliseconds(start).toString();
  return set(at, { pausedUntil: until }, words.pauseSet(sayStart(until, at.deps.today)));
}

export function pauseForever(at: Scene): Scene {
  return set(at, { pausedUntil: FOREVER }, words.pauseSet(null));
}

/** A pause ends early: what fell into it stays unsaid. */
export function resumeAll(at: Scene): Scene {
  if (!isPaused(at)) return say(at, words.notPaused);
  return set(at, { pausedUntil: null, since: at.deps.now }, words.resumed);
}

function set(at: Scene, preferences: Partial<ReminderPreferences>, said: string): Scene {
  const before = at.world.reminders.preferences;
  const keys = Object.keys(preferences) as (keyof ReminderPreferences)[];
  const inverse = Object.fromEntries(keys.map(key => [key, before[key]])) as Partial<ReminderPreferences>;
  if (JSON.stringify(inverse) === JSON.stringify(preferences)) return say(at, words.same);
  return did(does(at, { type: 'reminding-set', preferences }), said, [
    { type: 'reminding-set', preferences: inverse },
  ]);
}
