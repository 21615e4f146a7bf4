import type { Ask, ReadWhen, Schedule } from '../../reminders/when/index.ts';
import { beforeEvent, completeWhen, readWhen } from '../../reminders/when/index.ts';
import { ownWords as words } from '../../words/remind-own-words.ts';
import { nextDates } from './next-dates.ts';
import { prompt } from './prompts/index.ts';
import { readDay, whenContext } from './read-hour.ts';
import type { OwnDraft, WhenAsked } from './remind-state.ts';
import type { Said, Scene } from './scene.ts';
import { asks, say } from './scene.ts';

/** What is kept of a reminder's words at most, in characters. */
export const LONGEST_TEXT = 500;

/** “nhắc tôi …”: shown before it is kept, or what is missing is asked. */
export function startOwn(at: Scene, text: string): Scene {
  return tookRead(at, text, readWhen(text, whenContext(at)), NOTHING);
}

/** An answer to what was not clear about when: put into the sentence, which is read again. */
export function tookWhen(at: Scene, { said, ask, text, time }: WhenAsked, answer: string): Scene {
  const context = whenContext(at);
  const kept = { text, time };
  if (ask.about === 'event-date') {
    const day = readDay(at, answer);
    return day === null ? unclear(at) : tookRead(at, said, beforeEvent(ask, day, context), kept);
  }
  const whole = completeWhen(said, ask, spelled(ask, answer));
  const read = readWhen(whole, context);
  if (read.kind === 'read') return tookRead(at, whole, read, kept);
  // What was said stays as it was, unless the answer has told what to remind of, or another thing is unclear now.
  const told = ask.about === 'when' && ask.rest === '' && read.rest !== '';
  const lost = read.about === 'when' || read.about === ask.about;
  return lost && !told ? unclear(at) : tookRead(at, whole, read, kept);
}

/** A bare number, as what was asked for: an hour, a day, a number of days. */
function spelled(ask: Ask, answer: string): string {
  const { about } = ask;
  const number = /^\s*(\d{1,2})\s*$/.exec(answer)?.[1];
  if (number === undefined) return answer;
  if (about === 'hour' || about === 'no-such-time') return `${number} giờ`;
  // Of a week, a number is a weekday's.
  if (about === 'day-of')
    return ask.unit === 'week' && /^[2-7]$/.test(number) ? `thứ ${number}` : `ngày ${number}`;
  return about === 'days-before' ? `${number} ngày` : answer;
}

const unclear = (at: Scene): Scene => prompt(say(at, words.notYet));

/** What a draft already has. */
interface Kept {
  text: string | null;
  time: string | null;
}
const NOTHING: Kept = { text: null, time: null };

/** What was read of when and what: previewed, or what is not clear in it asked. */
export function tookRead(at: Scene, said: string, read: ReadWhen, kept: Kept): Scene {
  if (read.kind === 'ask') {
    const { kind: _, ...ask } = read;
    const kind =
      ask.about === 'part-of-day'
        ? 'half-day'
        : ask.about === 'event-date'
          ? 'event-date'
          : ('when' as const);
    return prompt(asks(at, { kind, said, ask: ask as Ask, ...kept }));
  }
  const schedule = { ...read.schedule, time: read.schedule.time ?? kept.time };
  return withText(at, schedule, kept.text ?? read.rest);
}

/** What the reminder is to say; without any, it is asked. */
function withText(at: Scene, schedule: Schedule, said: string): Scene {
  const text = said.replace(/\s+/gu, ' ').trim();
  const asked = asks(at, { kind: 'what', schedule });
  if (!/\p{L}/u.test(text)) return prompt(asked);
  if ([...text].length > LONGEST_TEXT) return prompt(say(asked, words.tooLong(LONGEST_TEXT)));
  return preview(at, { text, schedule });
}

/** The draft, where it ever comes; else its days are asked anew. */
export function preview(at: Scene, draft: OwnDraft): Scene {
  if (nextDates(at, draft.schedule).length > 0) return prompt(asks(at, { kind: 'preview', draft }));
  return prompt(say(asks(at, { kind: 'edit-days', draft }), words.never));
}

export function tookWhat(at: Scene, schedule: Schedule, { text }: Said): Scene {
  if (!/\p{L}/u.test(text)) return prompt(say(at, words.noText));
  return withText(at, schedule, text);
}
