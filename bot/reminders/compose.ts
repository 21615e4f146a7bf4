import type { Plan } from '../../knowledge/index.ts';
import type { Choice, Reply } from '../channels/channel.ts';
import { shortName } from '../words/cite.ts';
import { quoteSource } from '../words/quote-source.ts';
import { remindItemWords } from '../words/remind-item-words.ts';
import { reminderWords as words } from '../words/reminder-words.ts';
import type { AgendaItem } from './agenda-item.ts';
import type { DueItem } from './decide.ts';
import type { Verb } from './item-choice.ts';
import { itemChoice } from './item-choice.ts';

export interface ComposeDeps {
  planOf(id: string): Plan | null;
  today: string;
  /** How many units the person belongs to: with several it is said whose duty it is. */
  units: number;
  /** UTF-16 units of one message of the channel. */
  longest: number;
  /** Whether the channel shows choices as buttons. */
  buttons: boolean;
}

type DutySource = Extract<AgendaItem['source'], { kind: 'duty' }>;

/** Longer is not read on a telephone, wherever the channel would allow it. */
const LONGEST = 2000;

/** All that is due for a person now, as one message. `due` holds at least one. */
export function compose(due: readonly DueItem[], deps: ComposeDeps): Reply {
  const longest = Math.min(deps.longest, LONGEST);
  const [only] = due;
  const reply = due.length === 1 ? single(only!, deps, longest) : several(due, deps, longest);
  const { choices, ...plain } = reply;
  return deps.buttons && choices ? { ...plain, choices } : plain;
}

function single(one: DueItem, deps: ComposeDeps, longest: number): Reply {
  const { item } = one;
  const { source } = item;
  const lines = source.kind === 'duty' ? dutyLines(one, source, deps) : ownLines(one, deps);
  // What can be left out stands last: caveats, then the quotation.
  while (textOf(lines).length > longest && lines.optional.length > 0) lines.optional.pop();
  return { text: textOf(lines), choices: choicesOf(item) };
}

interface Lines {
  first: string[];
  optional: string[];
}

const textOf = ({ first, optional }: Lines): string => [...first, ...optional, words.how].join('\n');

function dutyLines({ item, moments, late }: DueItem, source: DutySource, deps: ComposeDeps): Lines {
  const { due, dayOff, unanswered } = item;
  const { today } = deps;
  const { occurrence } = source;
  const said = words.standing(due, today);
  const escalated = moments.some(({ name }) => name === 'escalation');
  const first = [
    opening(moments, late)(said),
    words.duty(item),
    ...(escalated ? [words.nobodyDid] : []),
    ...(deps.units > 1 ? [words.unit(source.unitName)] : []),
    ...(dayOff && due > today ? [words.dayOff(due, dayOff, today)] : []),
    ...(source.entered ? [words.entered] : []),
    ...(occurrence.encouraged ? [words.encouraged] : []),
    ...(unanswered ? [words.unanswered(unanswered)] : []),
  ];
  return { first, optional: [...basis(source, deps), ...(occurrence.caveats ?? []).map(words.caveat)] };
}

function ownLines({ item, moments, late }: DueItem, { today }: ComposeDeps): Lines {
  return { first: [opening(moments, late)(item.title), words.ownDay(item, today)], optional: [] };
}

function opening(moments: DueItem['moments'], late: boolean): (said: string) => string {
  if (late) return words.late;
  return moments.some(({ name }) => name.startsWith('snooze:')) ? words.again : words.remind;
}

/** Of one plan, by what is cited: a morning's reminders cite the same few passages. */
const cited = new WeakMap<Plan, Map<string, string>>();

/** The quotation is cut from the plan's own text. */
function basis({ plan: id, occurrence }: DutySource, { planOf }: ComposeDeps): string[] {
  const plan = planOf(id);
  if (!plan) return [];
  const { clause, quote } = occurrence;
  const said = cited.getOrInsertComputed(plan, () => new Map());
  return [
    said.getOrInsertComputed(`${clause} ${quote}`, () => {
      const source = quoteSource(plan, occurrence);
      return words.basis(shortName(plan), source?.address ?? clause, source?.quote ?? null);
    }),
  ];
}

/** The most useful first: some channels show five. */
function choicesOf({ key, due, source }: AgendaItem): Choice[] {
  const choice = (verb: Verb, label: string): Choice => ({ id: itemChoice(verb, key, due), label });
  const settles = source.kind === 'duty' && source.role !== 'member';
  return [
    choice('done', remindItemWords.done),
    ...(settles ? [choice('done-for-unit', remindItemWords.doneForUnit)] : []),
    choice('morning', remindItemWords.morning),
    choice('hour', remindItemWords.hour),
    choice('skip', remindItemWords.skip),
    choice('view', words.detail),
  ];
}

function several(due: readonly DueItem[], { today, units }: ComposeDeps, longest: number): Reply {
  const lines = due.map(({ item, moments }) =>
    words.line(item, today, {
      nobodyDid: moments.some(({ name }) => name === 'escalation'),
      unit: units > 1 && item.source.kind === 'duty' ? item.source.unitName : null,
    }),
  );
  const head = words.several(due.length, due.filter(({ late }) => late).length);
  const whole = [head, ...lines, words.all].join('\n');
  const choices = [{ id: 'r:list', label: words.list }];
  if (whole.length <= longest) return { text: whole, choices };
  let text = head;
  for (const [index, line] of lines.entries()) {
    const more = words.more(lines.length - index);
    if (text.length + line.length + more.length + 2 > longest) return { text: `${text}\n${more}`, choices };
    text += `\n${line}`;
  }
  return { text, choices };
}
