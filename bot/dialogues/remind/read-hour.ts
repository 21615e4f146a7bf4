import type { ReadWhenContext } from '../../reminders/when/index.ts';
import { readWhen } from '../../reminders/when/index.ts';
import type { Scene } from './scene.ts';

/** What a time phrase is read against. */
export function whenContext({ deps, world }: Scene): ReadWhenContext {
  return { now: deps.now, today: deps.today, hour: world.reminders.preferences.hour };
}

/**
 * `HH:MM` of “8 giờ sáng”, “19h30”; null: no hour, or one of two halves of the day. `onClock`: an hour without its
 * half of the day is meant as on a clock of 24 hours. `bare`: a number alone is an hour.
 */
export function readHour(at: Scene, text: string, { onClock = false, bare = false } = {}): string | null {
  const phrase = text.trim().replace(/^(?:lúc|luc|vào|vao|khoảng|khoang)\s+/iu, '');
  const said = bare ? phrase.replace(/^(\d{1,2})$/, '$1 giờ') : phrase;
  if (!/\d|giờ|gio/iu.test(said) || said.length > 60) return null;
  // Words with and without diacritics are not read together.
  const daily = /\p{M}|đ/iu.test(said.normalize('NFD')) ? 'hằng ngày lúc' : 'hang ngay luc';
  const read = readWhen(`${daily} ${said}`, whenContext(at));
  if (read.kind === 'ask')
    return onClock && read.about === 'part-of-day' ? clock(read.hour, read.minute) : null;
  if (read.schedule.days.kind !== 'daily' || /\p{L}{2}/u.test(read.rest)) return null;
  return read.schedule.time;
}

/** The one day that a text names, `YYYY-MM-DD`; null: none, or more than one. */
export function readDay(at: Scene, text: string): string | null {
  const read = readWhen(text, whenContext(at));
  return read.kind === 'read' && read.schedule.days.kind === 'once' ? read.schedule.days.date : null;
}

function clock(hour: number, minute: number): string {
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
