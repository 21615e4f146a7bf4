import { plain } from '../../choose.ts';
import { sections } from '../../reminders/sections.ts';
import { remindWords as words } from '../../words/remind-words.ts';
import type { DeedSaid } from './deed-said.ts';
import { itemOf, markDone, markDoneForUnit, markSkipped, markSnoozed } from './mark.ts';
import { prompt } from './prompts/index.ts';
import type { Deed, ItemName, RemindAsking } from './remind-state.ts';
import type { Scene } from './scene.ts';
import { asks, done, maySettle, say, view } from './scene.ts';
import { readUntil, refuseUntil, snoozeTo } from './snooze.ts';

/** So many can be chosen among. */
const MOST_COMING = 8;

/** “xong”, “nhắc lại mai”, “bỏ qua”: about what is shown, or was reminded of last. Null: it is about something else. */
export function tookDeed(at: Scene, said: DeedSaid): Scene | null {
  const until = said.deed === 'snooze' && said.to !== '' ? readUntil(at, said.to) : null;
  // “hoãn …” and “để …” may begin anything; only with a time are they about a reminder.
  if (said.deed === 'snooze' && until === null && (said.to !== '' || !said.plainly)) return null;
  const wrong = until === null ? null : refuseUntil(at, until);
  const { asking } = at.state.remind;
  if (asking?.kind === 'item' && said.deed !== 'snooze' && said.report && !isReport(at, asking)) {
    const { key, due } = asking;
    const others = comingUp(at).filter(name => isOpen(at, name) && (name.key !== key || name.due !== due));
    return prompt(asks(at, { kind: 'which-item', deed: said.deed, until, items: [{ key, due }, ...others] }));
  }
  if (asking?.kind === 'item') return wrong ? say(at, wrong) : deal(at, said.deed, until, asking);
  const names = meant(at);
  const open = (names ?? comingUp(at)).filter(name => isOpen(at, name));
  if (names === null && open.length === 0)
    return said.deed === 'snooze' && said.plainly ? say(at, words.nothingReminded) : null;
  if (open.length === 0) return say(at, words.nothingReminded);
  if (wrong) return say(at, wrong);
  if (open.length > 1) return prompt(asks(at, { kind: 'which-item', deed: said.deed, until, items: open }));
  return deal(at, said.deed, until, open[0]!);
}

/** Which of several was meant; null: none was chosen. */
export function tookWhichItem(
  at: Scene,
  { deed, until, items }: Extract<RemindAsking, { kind: 'which-item' }>,
  choice: string,
): Scene | null {
  const name = items[Number(/^i(\d+)$/.exec(choice)?.[1] ?? -1)];
  return name ? deal(done(at), deed, until, name) : null;
}

function deal(at: Scene, deed: Deed, until: string | null, name: ItemName): Scene {
  const item = itemOf(at, name);
  if (!item) return say(at, words.nothingReminded);
  const { source } = item;
  if (deed === 'done-for-unit' && source.kind === 'duty' && maySettle(at, source.unit))
    return markDoneForUnit(at, item);
  if (deed === 'done' || deed === 'done-for-unit') return markDone(at, item);
  if (deed === 'skip') return markSkipped(at, item);
  return until === null ? snoozeTo(at, item) : markSnoozed(at, item, until);
}

/** All that the last message reminded of; null: nothing ever was. */
function meant({ world }: Scene): ItemName[] | null {
  const { sent } = world.reminders;
  const last = sent.reduce((newest, { at }) => (at > newest ? at : newest), '');
  if (last === '') return null;
  const names = sent.filter(({ at }) => at === last).map(({ item, due }) => ({ key: item, due }));
  return [...new Map(names.map(name => [`${name.key} ${name.due}`, name])).values()];
}

/** What is overdue, due today or within a week: meant by somebody who was reminded of nothing. */
function comingUp(at: Scene): ItemName[] {
  const { overdue, today, week } = sections(view(at));
  return [...overdue, ...today, ...week].slice(0, MOST_COMING).map(({ key, due }) => ({ key, due }));
}

/** “đã nộp báo cáo” under another duty: which one is asked. */
function isReport(at: Scene, name: ItemName): boolean {
  return / bao cao /.test(` ${plain(itemOf(at, name)?.title ?? '')} `);
}

function isOpen(at: Scene, name: ItemName): boolean {
  const standing = itemOf(at, name)?.standing;
  return standing === 'open' || standing === 'snoozed';
}
