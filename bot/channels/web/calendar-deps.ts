import type { Knowledge } from '../../../knowledge/index.ts';
import type { Rate } from '../../delivery/rate-limit.ts';
import { openRateLimit } from '../../delivery/rate-limit.ts';
import { agenda } from '../../reminders/agenda.ts';
import { calendarOf } from '../../reminders/calendar.ts';
import { calendarDays } from '../../reminders/calendar-days.ts';
import { feedHash } from '../../reminders/feed-address.ts';
import type { DeliveryStore } from '../../store/delivery/delivery-store.ts';
import type { ViewParts } from '../../view-of-person.ts';
import { viewOfPerson } from '../../view-of-person.ts';
import type { CalendarFeed } from './calendar-route.ts';

/** Programs ask a few times a day; those of a whole office may come from one address. */
const FROM_ONE: Rate = { perSecond: 1, burst: 60 };

/** The private addresses' view of the assistant. */
export function calendarDeps(
  parts: ViewParts & {
    delivery: Pick<DeliveryStore, 'feedPerson'>;
    knowledge: Knowledge;
    /** Milliseconds. */
    clock(): number;
  },
): CalendarFeed {
  const { delivery, knowledge } = parts;
  const rate = openRateLimit(FROM_ONE, parts.clock);
  return {
    mayFetch: address => rate(address) === 'yes',
    async calendar(token) {
      const person = await delivery.feedPerson(feedHash(token));
      if (person === null) return null;
      const view = await viewOfPerson(parts, person);
      return calendarOf(agenda(view, calendarDays(view.today)), {
        stamp: view.now,
        planOf: plan => knowledge.plan(plan),
      });
    },
  };
}
