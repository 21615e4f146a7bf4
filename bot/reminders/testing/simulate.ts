import type { Rulebook } from '../../../evaluators/index.ts';
import { dayInVietnam } from '../../../evaluators/index.ts';
import type { World } from '../../store/records.ts';
import type { SentReminder } from '../../store/reminder-records.ts';
import { decide } from '../decide.ts';
import type { Reach } from '../goes-at.ts';
import type { ReminderView } from '../view.ts';
import { instantOf } from '../when/index.ts';

/** One person's view at an instant. */
export function viewAt(
  at: number,
  world: World,
  rulebook: Rulebook | null,
  planConfirmed = false,
): ReminderView {
  const instant = Temporal.Instant.fromEpochMilliseconds(at);
  return {
    person: 'p1',
    world,
    today: dayInVietnam(instant),
    now: instant.toString(),
    rulebookOf: () => rulebook,
    planConfirmed: () => planConfirmed,
  };
}

/** `2026-12-12 07:30`, in Viet Nam. */
export function clockAt(at: number): string {
  const zoned = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO('Asia/Ho_Chi_Minh');
  return `${zoned.toPlainDate()} ${zoned.toPlainTime().toString({ smallestUnit: 'minute' })}`;
}

/** Milliseconds since 1970 of `2026-12-12 07:30`. */
export function at(clock: string): number {
  const [day, time] = clock.split(' ');
  return instantOf(day!, time ?? '00:00');
}

export const iso = (clock: string): string => Temporal.Instant.fromEpochMilliseconds(at(clock)).toString();

const KEPT_MS = 100 * 86_400_000;

/** What a person or their unit changes, at `2026-12-12 07:30`. */
export interface Deed {
  at: string;
  change(world: World): World;
}

/** All that is sent while a clock runs that is awake whenever something is due: `<when> <item> <due> <moment>`. */
export function simulate(
  given: { world: World; rulebook: Rulebook | null; reach?: Reach; deeds?: readonly Deed[] },
  from: string,
  to: string,
): string[] {
  const found: string[] = [];
  const deeds = [...(given.deeds ?? [])];
  let { world } = given;
  let sent: SentReminder[] = [...world.reminders.sent];
  for (let now = at(from); now <= at(to); ) {
    while (deeds[0] && at(deeds[0].at) <= now) world = deeds.shift()!.change(world);
    sent = sent.filter(one => Date.parse(one.at) >= now - KEPT_MS);
    const seen = { ...world, reminders: { ...world.reminders, sent } };
    const decided = decide(viewAt(now, seen, given.rulebook), given.reach ?? 'free');
    for (const one of decided.sent) {
      sent.push({ ...one, at: iso(clockAt(now)) });
      found.push(`${clockAt(now)} ${one.item} ${one.due} ${one.moment}`);
    }
    now = Math.min(decided.nextAt, deeds[0] ? at(deeds[0].at) : Number.POSITIVE_INFINITY);
  }
  return found;
}
