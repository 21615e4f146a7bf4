import type { AgendaItem } from '../../reminders/agenda-item.ts';
import { instantOf, readWhen } from '../../reminders/when/index.ts';
import { remindItemWords as words } from '../../words/remind-item-words.ts';
import { alreadySettled, itemOf, markSnoozed } from './mark.ts';
import { prompt } from './prompts/index.ts';
import { whenContext } from './read-hour.ts';
import type { ItemName } from './remind-state.ts';
import type { Scene } from './scene.ts';
import { asks, done, say } from './scene.ts';

const LONGEST_DAYS = 366;
const NOON = '12:00';
const MORNING = '07:30';

/** An hour from now. */
export function snoozeHour(at: Scene, item: AgendaItem): Scene {
  const until = Temporal.Instant.from(at.deps.now).add({ hours: 1 });
  return markSnoozed(at, item, until.round('second').toString());
}

/** Tomorrow, at the person's hour if that is in the morning. */
export function snoozeMorning(at: Scene, item: AgendaItem): Scene {
  const { hour } = at.world.reminders.preferences;
  const day = Temporal.PlainDate.from(at.deps.today).add({ days: 1 }).toString();
  return markSnoozed(at, item, atInstant(day, hour < NOON ? hour : MORNING));
}

/** Asks when it is to come again. */
export function snoozeTo(at: Scene, item: AgendaItem): Scene {
  const settled = alreadySettled(item) ?? (item.silent ? words.silent(item.title, item.silent) : null);
  if (settled) return say(at, settled);
  return prompt(asks(at, { kind: 'snooze', key: item.key, due: item.due }));
}

/** The time to come again, typed. */
export function tookSnooze(at: Scene, name: ItemName, text: string): Scene {
  const item = itemOf(at, name);
  if (!item) return say(done(at), words.gone);
  const until = readUntil(at, text);
  if (until === null) return prompt(say(at, words.badDate));
  const wrong = refuseUntil(at, until);
  return wrong ? prompt(say(at, wrong)) : markSnoozed(done(at), item, until);
}

/** The ISO instant of “mai”, “3 ngày”, “thứ Hai lúc 8 giờ”, “2 tiếng nữa”; null: none. */
export function readUntil(at: Scene, text: string): string | null {
  const read = readWhen(fromNow(text.trim()), whenContext(at));
  if (read.kind !== 'read' || read.schedule.days.kind !== 'once') return null;
  return atInstant(read.schedule.days.date, read.schedule.time ?? at.world.reminders.preferences.hour);
}

/** “sau 1 giờ”, “3 ngày” as the time from now that they are; “3 giờ” alone may be an hour of the day. */
function fromNow(text: string): string {
  const after = /^(?:lại |lai )?(?:sau|thêm|them) +/iu.exec(text)?.[0] ?? '';
  const said = text.slice(after.length).replace(/^(?:đến|den|tới|vào|vao) +(?=\S)/iu, '');
  if (/^(?:sáng mai|sang mai)$/iu.test(said)) return 'ngày mai';
  const unit = /^(?:\d+|\p{L}+) (ngày|ngay|giờ|gio|tiếng|tieng|phút|phut|tuần|tuan|tháng|thang)$/iu.exec(
    said,
  )?.[1];
  if (unit === undefined || (after === '' && /^gi[ờo]$/iu.test(unit))) return said;
  // Words with and without diacritics are not read together.
  return `${said} ${/\p{M}|đ/iu.test(said.normalize('NFD')) ? 'nữa' : 'nua'}`;
}

/** Why a time cannot be taken; null: it can. */
export function refuseUntil({ deps }: Scene, until: string): string | null {
  const now = Temporal.Instant.from(deps.now);
  if (Temporal.Instant.compare(Temporal.Instant.from(until), now) <= 0) return words.pastDate;
  const hours = Temporal.Instant.from(until).since(now).total('hours');
  return hours > LONGEST_DAYS * 24 ? words.tooFar : null;
}

function atInstant(day: string, hour: string): string {
  return Temporal.Instant.fromEpochMilliseconds(instantOf(day, hour)).toString();
}
