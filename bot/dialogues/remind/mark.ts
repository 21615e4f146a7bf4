import { agenda } from '../../reminders/agenda.ts';
import type { AgendaItem } from '../../reminders/agenda-item.ts';
import type { Change } from '../../store/records.ts';
import { remindItemWords as words } from '../../words/remind-item-words.ts';
import type { ItemName } from './remind-state.ts';
import type { Scene } from './scene.ts';
import { did, does, maySettle, say, view } from './scene.ts';

/** An occurrence as it stands now; null: it is no longer there for this person. */
export function itemOf(at: Scene, { key, due }: ItemName): AgendaItem | null {
  return agenda(view(at), { from: due, to: due }).find(item => item.key === key) ?? null;
}

/** The person has done it. */
export function markDone(at: Scene, item: AgendaItem): Scene {
  const settled = alreadySettled(item);
  if (settled) return say(at, settled);
  return did(mark(at, item, 'done', null), words.didDone(item.title), [backTo(at, item)]);
}

/** The unit has done it: nobody of it is reminded of this occurrence any more. */
export function markDoneForUnit(at: Scene, item: AgendaItem): Scene {
  const { source } = item;
  if (source.kind !== 'duty' || !maySettle(at, source.unit)) return say(at, words.onlyOfficers);
  if (item.standing === 'done-for-unit') return say(at, words.alreadyDoneForUnit(item.title));
  const change = { type: 'duty-done' as const, unit: source.unit, duty: source.occurrence.id, due: item.due };
  const changed = does(at, { ...change, done: true });
  return did(changed, words.didDoneForUnit(item.title, source.unitName), [{ ...change, done: false }]);
}

/** This occurrence alone is left out. */
export function markSkipped(at: Scene, item: AgendaItem): Scene {
  const settled = alreadySettled(item);
  if (settled) return say(at, settled);
  return did(mark(at, item, 'skipped', null), words.didSkip(item.title), [backTo(at, item)]);
}

/** It comes again at `until`, an ISO instant. */
export function markSnoozed(at: Scene, item: AgendaItem, until: string): Scene {
  const settled =
    alreadySettled(item) ?? (item.silent === null ? null : words.silent(item.title, item.silent));
  if (settled) return say(at, settled);
  const changed = mark(at, item, 'snoozed', until);
  return did(changed, words.didSnooze(item.title, until, at.deps.today), [backTo(at, item)]);
}

/** What was marked is taken back. */
export function markReopened(at: Scene, item: AgendaItem): Scene {
  const { source, standing, title } = item;
  if (standing === 'open') return say(at, words.alreadyOpen(title));
  if (standing === 'done-for-unit' && source.kind === 'duty') {
    if (!maySettle(at, source.unit)) return say(at, words.onlyOfficers);
    const change = {
      type: 'duty-done' as const,
      unit: source.unit,
      duty: source.occurrence.id,
      due: item.due,
    };
    return did(does(at, { ...change, done: false }), words.didReopen(title), [{ ...change, done: true }]);
  }
  return did(mark(at, item, 'reopened', null), words.didReopen(title), [backTo(at, item)]);
}

/** What an old button, or a word said twice, gets to hear; null: it is open. */
export function alreadySettled({ standing, title }: AgendaItem): string | null {
  if (standing === 'done') return words.alreadyDone(title);
  if (standing === 'done-for-unit') return words.alreadyDoneForUnit(title);
  return standing === 'skipped' ? words.alreadySkipped(title) : null;
}

type Mark = Extract<Change, { type: 'reminder-marked' }>['mark'];

function mark(at: Scene, { key, due }: AgendaItem, kind: Mark['kind'], until: string | null): Scene {
  return does(at, { type: 'reminder-marked', mark: { item: key, due, kind, until } });
}

/** The mark that brings back what stands now. */
function backTo(at: Scene, { key, due, mark: before }: AgendaItem): Change {
  const over = before?.kind === 'snoozed' && before.until! <= at.deps.now;
  const kind = before && !over ? before.kind : 'reopened';
  const until = kind === 'snoozed' ? before!.until : null;
  return { type: 'reminder-marked', mark: { item: key, due, kind, until } };
}
