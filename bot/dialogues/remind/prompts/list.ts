import type { Choice, Reply } from '../../../channels/channel.ts';
import type { AgendaItem } from '../../../reminders/agenda-item.ts';
import { itemChoice } from '../../../reminders/item-choice.ts';
import type { WaitingDuty } from '../../../reminders/sections.ts';
import { shortName } from '../../../words/cite.ts';
import { sayStart, remindListWords as words } from '../../../words/remind-list-words.ts';
import { confirmationOf } from '../confirmation-of.ts';
import type { Part } from '../remind-state.ts';
import type { Scene } from '../scene.ts';
import { isBusy } from '../scene.ts';
import { FOREVER } from '../settings-of.ts';
import type { ListSections } from './list-sections.ts';
import { listSections } from './list-sections.ts';

type Section = keyof ListSections;
/** How many of each are shown in the whole list: with the rest of the choices they fit under one message. */
const IN_ALL: Readonly<Record<Section, number>> = {
  overdue: 3,
  today: 3,
  week: 3,
  later: 7,
  far: 0,
  past: 0,
  waiting: 0,
};
const MOST_IN_ALL = 7;
const MOST_ALONE = 20;
const PARTS: Readonly<Record<Part, readonly Section[]>> = {
  all: ['overdue', 'today', 'week', 'later', 'far', 'past', 'waiting'],
  today: ['overdue', 'today'],
  week: ['overdue', 'today', 'week'],
  overdue: ['overdue'],
  later: ['later'],
  far: ['far'],
  past: ['past'],
  waiting: ['waiting'],
};

interface Lines {
  lines: string[];
  choices: Choice[];
  more: Choice[];
}

/** The list, or a part of it. */
export function listPrompt(at: Scene, part: Part): Reply {
  const found = listSections(at);
  const shown: Lines = { lines: [], choices: [], more: [] };
  for (const section of PARTS[part]) addSection(at, shown, part, section, found[section]);
  // Somebody who asks about today hears of today, also where only something overdue is left.
  const asked = part === 'today' ? found.today : part === 'week' ? [...found.today, ...found.week] : null;
  if (asked?.length === 0 && shown.lines.length > 0) shown.lines.push(`\n${words.noneHere[part]}`);
  const empty = shown.choices.length === 0 && (part !== 'all' || shown.more.length === 0);
  const text = [
    ...(empty
      ? [words.noneHere[part]]
      : shown.lines.length > 0
        ? [words.title, ...shown.lines]
        : [words.none]),
    ...notes(at, part),
  ].join('\n');
  const choices = [...shown.choices, ...shown.more, ...controls(at, part)];
  return { text, choices, prompt: { kind: 'reminders' } };
}

function addSection(
  at: Scene,
  shown: Lines,
  part: Part,
  section: Section,
  items: readonly (AgendaItem | WaitingDuty)[],
): void {
  if (items.length === 0) return;
  const room = part === 'all' ? Math.min(IN_ALL[section], MOST_IN_ALL - shown.choices.length) : MOST_ALONE;
  // The whole list shows first what is pressing; what is over or has no day yet waits behind a choice.
  const first = items.slice(0, Math.max(0, room));
  if (first.length > 0) shown.lines.push(`\n${words.headings[section]}:`);
  for (const item of first) {
    const number = shown.choices.length + 1;
    if ('due' in item) {
      shown.lines.push(words.line(number, item, at.deps.today, unitOf(at, item), section === 'past'));
      shown.choices.push({
        id: itemChoice('view', item.key, item.due),
        label: words.label(item.title, item.due),
      });
    } else {
      shown.lines.push(words.waitingLine(number, item));
      shown.choices.push({ id: `r:enter:${item.unit}:${item.duty}`, label: words.waitingLabel(item.title) });
    }
  }
  if (part !== 'all' && items.length > first.length)
    shown.lines.push(words.andMore(items.length - first.length));
  if (items.length > first.length && part === 'all') {
    const label = words.more(words.headings[section].replace(/ \(.*/, ''), items.length);
    shown.more.push({ id: `r:part:${section}`, label });
  }
}

/** With several units, whose duty it is. */
function unitOf({ world }: Scene, { source }: AgendaItem): string | null {
  return source.kind === 'duty' && world.memberships.length > 1 ? source.unitName : null;
}

function notes(at: Scene, part: Part): string[] {
  if (part !== 'all') return [];
  const { world, deps, state } = at;
  const said: string[] = [];
  const plans = new Set(
    world.memberships
      .filter(({ unit }) => confirmationOf(at, unit.id) === 'needed')
      .map(({ unit }) => unit.plan),
  );
  // Where it is just being offered, it has been said.
  const offered = at.changes.some(({ type }) => type === 'confirmation-offered');
  for (const id of offered ? [] : plans) {
    const plan = deps.knowledge.plan(id);
    if (plan) said.push(words.unconfirmed(shortName(plan)));
  }
  if (world.memberships.length === 0) {
    const own = state.plan === null ? null : deps.knowledge.plan(state.plan);
    said.push(own && !deps.rulebookOf(own.id) ? words.noRulebook(shortName(own)) : words.ownOnly);
  }
  const { pausedUntil } = world.reminders.preferences;
  if (pausedUntil !== null && pausedUntil > deps.now)
    said.push(words.pausedUntil(pausedUntil >= FOREVER ? null : sayStart(pausedUntil, deps.today)));
  if (world.reminders.channels.length === 0) said.push(words.noChannel);
  said.push(words.how);
  return ['', ...said];
}

function controls(at: Scene, part: Part): Choice[] {
  const back = isBusy(at) ? [{ id: 'r:back', label: words.backToAssessment }] : [];
  if (part !== 'all') return [{ id: 'r:list', label: words.all }, ...back];
  const mine = at.world.memberships.find(
    ({ unit, role }) => role === 'secretary' && confirmationOf(at, unit.id) === 'needed',
  );
  return [
    ...(mine ? [{ id: `r:confirm:${mine.unit.id}`, label: words.confirm }] : []),
    ...(at.world.memberships.length === 0 ? [{ id: 'r:open', label: words.openUnit }] : []),
    { id: 'r:settings', label: words.settings },
    ...back,
  ];
}
