import { agenda } from '../../reminders/agenda.ts';
import { newFeed } from '../../reminders/feed-address.ts';
import { remindWords as words } from '../../words/remind-words.ts';
import type { Scene } from './scene.ts';
import { did, does, say, view } from './scene.ts';

/** The coming year as a calendar file. */
export function calendarFile(at: Scene): Scene {
  const { today, now } = at.deps;
  const to = Temporal.PlainDate.from(today).add({ years: 1 }).toString();
  const items = agenda(view(at), { from: today, to }).filter(
    ({ standing, silent }) => standing !== 'skipped' && silent !== 'unconfirmed',
  );
  if (items.length === 0) return say(at, words.calendarEmpty);
  const told = say(at, words.calendarHere(items.length));
  return { ...told, wants: { reply: told.replies.length - 1, kind: 'calendar', items, now } };
}

/** A private address of the calendar: shown once, kept by nobody. */
export function openFeed(at: Scene): Scene {
  const { feed } = at.deps;
  if (!feed) return say(at, words.noFeeds);
  if (at.world.reminders.feed) return say(at, words.feedAgain);
  const { token, hash } = newFeed(feed.token);
  const once = feed.addressOf(token);
  return say(does(at, { type: 'feed-opened', tokenHash: hash }), { text: words.feedOpened(once), once });
}

export function closeFeed(at: Scene): Scene {
  if (!at.world.reminders.feed) return say(at, words.feedNone);
  return did(does(at, { type: 'feed-closed' }), words.feedClosed, []);
}
