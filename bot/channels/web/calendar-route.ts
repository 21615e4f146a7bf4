import { createHash } from 'node:crypto';
import type { Hono } from 'hono';
import { feedToken } from '../../reminders/feed-address.ts';
import { calendarWords } from '../../words/calendar-words.ts';
import { clientAddress } from './client-address.ts';

export interface CalendarFeed {
  /** The calendar of whoever was given the token, as it stands now; null: unknown, or closed. */
  calendar(token: string): Promise<string | null>;
  /** Whether that address may ask once more now. */
  mayFetch(address: string): boolean;
}

/** Calendars by their private addresses, without sign-in: the address itself is the key. It is logged nowhere. */
export function serveCalendars(app: Hono, feed: CalendarFeed): void {
  app.get('/lich/:file', async c => {
    c.header('Cache-Control', 'private, no-cache');
    if (!feed.mayFetch(clientAddress(c))) {
      c.header('Retry-After', '300');
      return c.text(calendarWords.tooOften, 429);
    }
    const token = feedToken(c.req.param('file'));
    const calendar = token === null ? null : await feed.calendar(token);
    if (calendar === null) return c.text(calendarWords.noSuchCalendar, 404);
    const etag = tagOf(calendar);
    c.header('ETag', etag);
    const known = c.req.header('if-none-match')?.split(',') ?? [];
    if (known.some(tag => tag.trim() === etag)) return c.body(null, 304);
    c.header('Content-Type', 'text/calendar; charset=utf-8');
    c.header('Content-Disposition', `inline; filename="${calendarWords.fileName}"`);
    return c.body(calendar);
  });
}

/** The same while the same is due: when it was made does not count, hence it is a weak one. */
function tagOf(calendar: string): string {
  const lasting = calendar.replace(/^DTSTAMP:.*\r\n/gm, '');
  return `W/"${createHash('sha256').update(lasting, 'utf8').digest('base64url').slice(0, 22)}"`;
}
