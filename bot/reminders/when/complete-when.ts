/** How the answer to a question about when completes what was said. */
import { instantOf } from './instant-of.ts';
import { onceOn } from './resolve-when.ts';
import { fold, isMarked } from './typed-text.ts';
import type { Ask, ReadWhen, ReadWhenContext } from './when-said.ts';

/** Words that only a sentence without diacritics writes so; in an answer about when they are these. */
const SPELLED: Readonly<Record<string, string>> = {
  sang: 'sáng',
  toi: 'tối',
  dem: 'đêm',
  thu: 'thứ',
  hang: 'hằng',
  moi: 'mỗi',
  mong: 'mồng',
  quy: 'quý',
  tu: 'tư',
  bay: 'bảy',
  tam: 'tám',
  nam: 'năm',
  lam: 'lăm',
};

/**
 * The sentence `text` with the answer to a question about when in its place, to be read again; the answer is spelled as
 * the sentence is, with or without diacritics.
 */
export function completeWhen(text: string, ask: Ask, answer: string): string {
  const typed = text.normalize('NFC');
  const [before, after] = ask.frame;
  const given =
    isMarked(typed) === isMarked(answer) ? answer : isMarked(typed) ? spelled(answer) : fold(answer);
  return `${typed.slice(0, ask.at)}${before}${given}${after}${typed.slice(ask.at + ask.said.length)}`;
}

function spelled(answer: string): string {
  return answer
    .replace(/(?<=\bthu\s+)sau\b/giu, 'sáu')
    .replace(/\p{L}+/gu, word => SPELLED[word.toLowerCase()] ?? word);
}

/** What “trước đại hội 2 tuần” is, once the day of the event is known. */
export function beforeEvent(
  ask: Extract<Ask, { about: 'event-date' }>,
  eventDate: string,
  { now, today }: ReadWhenContext,
): ReadWhen {
  const { said, at, frame, rest, time } = ask;
  const date = Temporal.PlainDate.from(eventDate)
    .subtract({ months: ask.monthsBefore })
    .subtract({ days: ask.daysBefore })
    .toString();
  const past =
    date < today || (time !== null && instantOf(date, time) <= Temporal.Instant.from(now).epochMilliseconds);
  if (past) return { kind: 'ask', about: 'past', date, time, said, at, frame, rest };
  return { kind: 'read', schedule: onceOn(date, time), rest };
}
