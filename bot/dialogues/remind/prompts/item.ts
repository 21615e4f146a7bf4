import type { Block, Choice, Reply } from '../../../channels/channel.ts';
import type { AgendaItem } from '../../../reminders/agenda-item.ts';
import type { Verb } from '../../../reminders/item-choice.ts';
import { itemChoice } from '../../../reminders/item-choice.ts';
import { textOf } from '../../../words/answer-words.ts';
import { quoteSource } from '../../../words/quote-source.ts';
import { remindItemWords as words } from '../../../words/remind-item-words.ts';
import { remindListWords } from '../../../words/remind-list-words.ts';
import { remindWords } from '../../../words/remind-words.ts';
import { enteredFor } from '../dateless-duty.ts';
import { itemOf } from '../mark.ts';
import type { ItemName } from '../remind-state.ts';
import type { Scene } from '../scene.ts';
import { isBusy, maySettle } from '../scene.ts';

/** One occurrence in full, with what can be done about it; null: it is gone. */
export function itemPrompt(at: Scene, name: ItemName): Reply | null {
  const item = itemOf(at, name);
  if (!item) return null;
  const blocks = blocksOf(at, item);
  const back = isBusy(at) ? [{ id: 'r:back', label: remindListWords.backToAssessment }] : [];
  const choices = [
    ...deeds(at, item),
    ...settings(at, item),
    { id: 'r:list', label: remindWords.list },
    ...back,
  ];
  return { text: textOf(blocks), blocks, choices, prompt: { kind: 'item' } };
}

function blocksOf(at: Scene, item: AgendaItem): Block[] {
  const { today, knowledge } = at.deps;
  const { source } = item;
  const text = (...lines: (string | null | undefined | false)[]): Block[] => {
    const said = lines.filter(Boolean).join('\n');
    return said === '' ? [] : [{ kind: 'text', text: said }];
  };
  const stands = words.stands(item, today);
  if (source.kind === 'own')
    return text(words.own(item, source.reminder.text), words.lastDay(item, today), stands);
  const { occurrence } = source;
  const { stated, to, clause, quote, caveats = [], encouraged, recurs } = occurrence;
  const plan = knowledge.plan(source.plan);
  const quoted = plan ? quoteSource(plan, { clause, quote }) : null;
  return [
    ...text(
      words.title(item),
      words.lastDay(item, today),
      item.dayOff && words.notShifted(item.silent === null),
      stated && words.stated(stated),
      words.recurs(recurs),
      to && words.to(to),
      at.world.memberships.length > 1 && words.unit(source.unitName),
      source.entered && words.entered,
      encouraged && words.encouraged,
      stands,
    ),
    ...(quoted ? [...text(words.basis), { kind: 'quote' as const, source: quoted }] : []),
    ...text(...caveats.map(words.caveat)),
  ];
}

function deeds(at: Scene, { key, due, standing, source, silent }: AgendaItem): Choice[] {
  const choice = (verb: Verb, label: string): Choice => ({ id: itemChoice(verb, key, due), label });
  const mine = source.kind === 'duty' && maySettle(at, source.unit);
  if (standing === 'done' || standing === 'skipped' || standing === 'done-for-unit')
    return standing !== 'done-for-unit' || mine ? [choice('reopen', words.reopen)] : [];
  return [
    choice('done', words.done),
    ...(mine ? [choice('done-for-unit', words.doneForUnit)] : []),
    ...(silent === null
      ? [choice('hour', words.hour), choice('morning', words.morning), choice('date', words.date)]
      : []),
    choice('skip', words.skip),
  ];
}

function settings(at: Scene, item: AgendaItem): Choice[] {
  const { source } = item;
  if (source.kind === 'own') {
    const { id, state } = source.reminder;
    return [
      state === 'paused'
        ? { id: `r:resume:${id}`, label: words.resume }
        : { id: `r:pause:${id}`, label: words.pause },
      { id: `r:remove:${id}`, label: words.remove },
    ];
  }
  if (!maySettle(at, source.unit)) return [];
  const { id: duty } = source.occurrence;
  const ref = `${source.unit}:${duty}`;
  return [
    item.silent === 'paused'
      ? { id: `r:on:${ref}`, label: words.dutyOn }
      : { id: `r:off:${ref}`, label: words.dutyOff },
    ...enteredChoices(at, source.unit, duty, item.due),
  ];
}

/** The day that was entered for this occurrence may be taken back, another entered. */
function enteredChoices(at: Scene, unit: string, duty: string, due: string): Choice[] {
  const entered = enteredFor(at, unit, duty, due);
  if (entered === null) return [];
  return [
    { id: `r:enter:${unit}:${duty}`, label: words.enter },
    { id: `r:f:${unit}:${duty}:${entered.replaceAll('-', '')}`, label: words.forget },
  ];
}
