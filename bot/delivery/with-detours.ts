import type { Mark, OutboxRow } from '../store/delivery/delivery-records.ts';

/** Refusals that are about the chat or the channel, not about the message. */
const OF_THE_PLACE = new Set(['blocked', 'window', 'quota']);

/** A reminder that was refused where it went may go to its person's next account, on these channels. */
export function withDetours(row: OutboxRow, mark: Mark, channels: readonly string[]): Mark {
  const detour = mark.state === 'refused' && OF_THE_PLACE.has(mark.why ?? '') && isReminder(row);
  return detour ? { ...mark, elsewhere: channels } : mark;
}

/** What nobody has asked for just now: nothing that is typed refers to it as to a question. */
export function isReminder({ origin }: Pick<OutboxRow, 'origin'>): boolean {
  return origin?.startsWith('reminder:') ?? false;
}
