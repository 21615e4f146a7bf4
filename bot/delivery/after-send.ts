import type { Sent } from '../channels/messenger.ts';
import type { Mark, OutboxRow } from '../store/delivery/delivery-records.ts';

/** About six hours of trying. */
export const MOST_ATTEMPTS = 30;
const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 15 * 60 * 1000;
/** Longer than any platform asks for when it means it. */
const LONGEST_ASKED_MS = 24 * 3600 * 1000;

/** What becomes of a message after it was sent, or was not. Pure: time and chance are handed in. */
export function afterSend(
  row: OutboxRow,
  sent: Sent,
  { now, chance }: { now: number; chance: number },
): Mark {
  const attempts = row.attempts + 1;
  const mark = { id: row.id, attempts, why: null, from: null, notBefore: row.notBefore, messageId: null };
  switch (sent.outcome) {
    case 'sent':
      return { ...mark, state: 'sent', messageId: sent.messageId };
    case 'refused':
      return { ...mark, state: 'refused', why: sent.why, from: sent.from ?? row.from };
    case 'unknown':
      return { ...mark, state: 'unknown', why: sent.why, from: sent.from ?? row.from };
    case 'again': {
      const from = sent.from ?? row.from;
      if (attempts >= MOST_ATTEMPTS) return { ...mark, state: 'given-up', why: sent.why, from };
      const pause =
        sent.afterMs === null ? growingPause(attempts, chance) : Math.min(sent.afterMs, LONGEST_ASKED_MS);
      return { ...mark, state: 'waiting', why: sent.why, from, notBefore: now + pause };
    }
  }
}

/** Doubles each time; uneven, so that many who failed together do not come back together. */
export function growingPause(attempts: number, chance: number): number {
  const whole = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(20, attempts - 1));
  return Math.round(whole * (0.5 + chance / 2));
}
